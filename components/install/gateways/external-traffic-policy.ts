/** Which Pods requests from outside may reach. */
export const ExternalTrafficPolicy = {
  /** Those of all nodes; the client's address is lost on the way. */
  Cluster: "Cluster",
  /** Those of the node that the request arrives at; the client's address is kept. */
  Local: "Local",
} as const;
export type ExternalTrafficPolicy =
  (typeof ExternalTrafficPolicy)[keyof typeof ExternalTrafficPolicy];
