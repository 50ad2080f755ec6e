/** How a client's proxy chooses among the endpoints of a service. */
export const LoadBalancerSimple = {
  /** The less busy of two endpoints taken at random. */
  LeastRequest: "LEAST_REQUEST",
  /** Any endpoint, by chance. */
  Random: "RANDOM",
  /** One after the other. */
  RoundRobin: "ROUND_ROBIN",
  /** The address that the client called, without any choice. */
  Passthrough: "PASSTHROUGH",
} as const;
export type LoadBalancerSimple = (typeof LoadBalancerSimple)[keyof typeof LoadBalancerSimple];
