/** What a policy can be attached to by name. */
export const PolicyTargetKind = {
  /** A gateway or a waypoint of the Gateway API. */
  Gateway: "Gateway",
  /** A class of them; only `istio-waypoint`, and only in the control plane's namespace. */
  GatewayClass: "GatewayClass",
  /** A Service, at the waypoint that serves it. */
  Service: "Service",
  /** A host outside the mesh, at the waypoint that serves it. */
  ServiceEntry: "ServiceEntry",
} as const;
export type PolicyTargetKind = (typeof PolicyTargetKind)[keyof typeof PolicyTargetKind];
