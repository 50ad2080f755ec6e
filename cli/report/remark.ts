import { isAtLeast, type Located } from "../check/judgement";

/** Whether a finding is one that somebody should mend. */
export const isFault = ({ finding }: Located): boolean => isAtLeast(finding.level, "warning");

/** Whether a finding is there to be known only. */
export const isRemark = (one: Located): boolean => !isFault(one);
