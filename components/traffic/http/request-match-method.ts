/** Methods that a route may match on: those that both dialects know. */
export const HttpMethod = {
  /** Reads. */
  Get: "GET",
  /** Reads the headers only. */
  Head: "HEAD",
  /** Sends something new. */
  Post: "POST",
  /** Replaces. */
  Put: "PUT",
  /** Deletes. */
  Delete: "DELETE",
  /** Opens a tunnel. */
  Connect: "CONNECT",
  /** Asks what is allowed, as preflights of browsers do. */
  Options: "OPTIONS",
  /** Asks for an echo. */
  Trace: "TRACE",
  /** Changes in part. */
  Patch: "PATCH",
} as const;
export type HttpMethod = (typeof HttpMethod)[keyof typeof HttpMethod];
