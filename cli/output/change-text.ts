import type { Change, NotJudgedPart } from "../../analysis/requests/impact/change";
import { requestWords } from "../../analysis/requests/request-words";
import type { Style } from "./style";

const grave: readonly string[] = ["outage", "exposure", "lockout"];

/** A change as it is told at a terminal; `allowed` says that somebody has said that it is meant. */
export function changeLines(
  change: Change & { readonly allowed?: boolean },
  style: Style,
): string[] {
  const { danger, from, to, requests, effect, example, allowed } = change;
  const meant = allowed ? " (allowed)" : "";
  return [
    `${style(grave.includes(danger) ? "red" : "yellow", danger)} ${from} → ${to}, ${requests}: ${effect}${meant}`,
    style("dim", `  ${requestWords(example)}`),
  ];
}

/** What could not be judged, as it is told at a terminal. */
export const notJudgedLine = ({ requests, reason }: NotJudgedPart): string =>
  `not judged: ${requests === undefined ? "" : `${requests}: `}${reason}`;
