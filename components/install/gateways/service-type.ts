/** How the gateway is reached from outside its cluster. */
export const ServiceType = {
  /** An address of the cloud's or cluster's load balancer; creation waits until there is one. */
  LoadBalancer: "LoadBalancer",
  /** A port of every node. */
  NodePort: "NodePort",
  /** Only from inside the cluster. */
  ClusterIP: "ClusterIP",
} as const;
export type ServiceType = (typeof ServiceType)[keyof typeof ServiceType];
