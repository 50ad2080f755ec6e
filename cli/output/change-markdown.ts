import type { Change, Danger } from "../../analysis/requests/impact/change";
import { requestWords } from "../../analysis/requests/request-words";
import { code, plain } from "./markdown";

/** What each danger is, as a heading. */
export const dangerTitles: Readonly<Record<Danger, string>> = {
  outage: "Outage: answered before, now by nobody",
  exposure: "Exposure: refused before, served now",
  lockout: "Lockout: served before, refused now",
  rerouted: "Rerouted: others answer than before, or somebody does where nobody did",
  shifted: "Shifted: the versions get other shares",
  tuned: "Tuned: the same answer, by other settings",
};

/** A change as a line of a list; `allowed` says that somebody has said that it is meant. */
export function changeMarkdown({
  from,
  to,
  requests,
  effect,
  example,
  allowed,
}: Change & { readonly allowed?: boolean }): string {
  const meant = allowed ? " _(allowed)_" : "";
  return `- ${plain(from)} → ${code(to)}, ${plain(requests)}: **${plain(effect)}**${meant}, for example ${code(requestWords(example))}`;
}
