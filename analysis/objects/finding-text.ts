import type { Finding } from "./finding";

const shown = (value: unknown) => typeof value !== "object" && value !== undefined;

/** What a user reads behind the path: the value where it is a scalar, and the reason. */
export const valueAndReason = ({ value, reason }: Finding): string =>
  `${shown(value) ? `${JSON.stringify(value)}: ` : ""}${reason}`;

/** The same with the code. */
export const findingReason = (finding: Finding): string =>
  `${valueAndReason(finding)} [${finding.code}]`;
