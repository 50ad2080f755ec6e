/** Levels that let no Pod in whose init container may change the network of the Pod. */
export const refusesInit = (level: string | undefined): boolean =>
  level === "baseline" || level === "restricted";
