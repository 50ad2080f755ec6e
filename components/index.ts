export { Bookinfo } from "./apps/bookinfo/bookinfo";
export type { BookinfoArgs } from "./apps/bookinfo/bookinfo-args";
export { Client } from "./apps/clients/client";
export type { ClientArgs } from "./apps/clients/client-args";
export { AppGateway } from "./gateways/app-gateway";
export type { AppGatewayArgs, AppRoute, RouteVersion } from "./gateways/app-gateway-args";
export { Waypoint } from "./gateways/waypoint";
export type { WaypointArgs } from "./gateways/waypoint-args";
export { WaypointFor } from "./gateways/waypoint-for";
export type { ChartSource } from "./install/chart-source";
export { ControlPlane } from "./install/control-plane";
export type {
  ControlPlaneArgs,
  ControlPlaneValues,
  GatewayApi,
} from "./install/control-plane-args";
export { IngressGateway } from "./install/ingress-gateway";
export type { GatewayPort, IngressGatewayArgs } from "./install/ingress-gateway-args";
export { Platform, Preset, Profile } from "./install/profile";
export { ServiceType } from "./install/service-type";
export { MeshMode } from "./namespaces/mesh-mode";
export { MeshNamespace } from "./namespaces/mesh-namespace";
export type { MeshNamespaceArgs } from "./namespaces/mesh-namespace-args";
export * as extensions from "./resources/extensions";
export * as gateway from "./resources/gateway";
export type {
  MeshResourceArgs,
  MeshResourceOptions,
  MeshStatus,
  ResourceId,
} from "./resources/mesh-resource";
export type { CommonArgs } from "./resources/metadata";
export * as networking from "./resources/networking";
export { Validation } from "./resources/object-check";
export * as security from "./resources/security";
export * as telemetry from "./resources/telemetry";
export { MutualTls } from "./security/mutual-tls";
export type { MutualTlsArgs } from "./security/mutual-tls-args";
export { MutualTlsMode } from "./security/mutual-tls-mode";
export { Canary } from "./traffic/canary";
export type { CanaryArgs, CanaryMatch, CanaryRetries, CanaryVersion } from "./traffic/canary-args";
export { Dialect } from "./traffic/dialect";
