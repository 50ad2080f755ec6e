import type { ExternalHostFact } from "../../program/facts/service-facts";
import type { View } from "../../program/view";

/** Declarations of a host, when the clients of a namespace surely see none of them. */
export function unseenIn(
  host: string,
  namespace: string,
  program: View,
): readonly ExternalHostFact[] {
  const all = program.said("externalHost", [host]);
  const isSeen = all.some(
    ({ visibleIn, moreSeeIt }) =>
      moreSeeIt || visibleIn.includes("*") || visibleIn.includes(namespace),
  );
  return isSeen ? [] : all;
}

/** What follows, and what to do. */
export const unseenWords = ({ owner, visibleIn }: ExternalHostFact, namespace: string): string =>
  `is declared by ${owner} for clients in ${visibleIn.join(", ")} alone, so that those in ${namespace} know no such host; add ${JSON.stringify(namespace)} to its exportTo`;
