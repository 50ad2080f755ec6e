/** Kind of objects that a split is written in. */
export const Dialect = {
  /** VirtualService and DestinationRules: for clients with a sidecar and for ingress gateways. */
  Istio: "istio",
  /** HTTPRoute and one Service per version: for ambient, where a waypoint routes. */
  GatewayApi: "gateway-api",
} as const;
export type Dialect = (typeof Dialect)[keyof typeof Dialect];
