import type { Answer } from "./answer";

/**
 * An answer as other tools read it: names and their order are fixed, shares are percent, and what there is not is
 * left out. Steps of the trail keep what the caller adds to them, such as the file.
 */
export const answerJson = ({
  outcome,
  status,
  reason,
  destinations,
  lost,
  mirrors,
  redirect,
  timeout,
  retries,
  fault,
  rewritten,
  requestHeaders,
  responseHeaders,
  tls,
  connections,
  deniedBy,
  wouldBeDeniedBy,
  trail,
  notModelled,
  assumed,
}: Answer) => ({
  outcome,
  status,
  reason,
  destinations,
  lost,
  mirrors,
  redirect,
  timeout,
  retries,
  fault,
  rewritten,
  requestHeaders,
  responseHeaders,
  tls,
  connections,
  deniedBy,
  wouldBeDeniedBy,
  trail,
  notModelled,
  assumed,
});
