/** How the Pods of a gateway are spread. */
export const GatewayKind = {
  /** As many as autoscaling or `replicas` say. */
  Deployment: "Deployment",
  /** One on every node. */
  DaemonSet: "DaemonSet",
} as const;
export type GatewayKind = (typeof GatewayKind)[keyof typeof GatewayKind];
