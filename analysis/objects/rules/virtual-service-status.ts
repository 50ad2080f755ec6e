/** A status that a proxy answers with on its own. */
export const httpStatusProblem = (status: number): string | undefined =>
  status >= 200 && status <= 600 ? undefined : "a status from 200 to 600 is expected";
