/** How the fields of the versions' rules are called among the arguments of a canary. */
export const canaryRuleArgument = (field: string): string =>
  field
    .replace(/^spec\.host$/, "service")
    .replace(/^spec\.subsets\[\d+\].*/, "versions")
    .replace(/^(spec|metadata)\./, "");
