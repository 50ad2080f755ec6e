import "./program/watch-from-start";

export { didYouMean } from "../values/closest";
export { Bookinfo } from "./apps/bookinfo/bookinfo";
export type { BookinfoArgs } from "./apps/bookinfo/bookinfo-args";
export { Client } from "./apps/clients/client";
export type { ClientArgs } from "./apps/clients/client-args";
export { Coolstore } from "./apps/coolstore/coolstore";
export type { CoolstoreArgs, CoolstoreImages } from "./apps/coolstore/coolstore-args";
export { Httpbin } from "./apps/httpbin/httpbin";
export type { HttpbinArgs } from "./apps/httpbin/httpbin-args";
export { StandaloneEnvoy } from "./apps/standalone-envoy/standalone-envoy";
export type { StandaloneEnvoyArgs } from "./apps/standalone-envoy/standalone-envoy-args";
export { CertManager } from "./certificates/cert-manager";
export type { CertManagerArgs } from "./certificates/cert-manager-args";
export { CertificateIssuer } from "./certificates/certificate-issuer";
export type {
  AcmeAccountBinding,
  AcmeGateway,
  AcmeIssuer,
  AcmeSolver,
  CaIssuer,
  CertificateIssuerArgs,
  OwnCa,
} from "./certificates/certificate-issuer-args";
export { GatewayCertificate } from "./certificates/gateway-certificate";
export type { GatewayCertificateArgs, ServerPem } from "./certificates/gateway-certificate-args";
export {
  type CertificateKey,
  type Issuance,
  IssuerKind,
  type IssuerReference,
  KeyAlgorithm,
} from "./certificates/issuance-args";
export { MeshCa } from "./certificates/mesh-ca";
export type { MeshCaArgs, MeshCaPem } from "./certificates/mesh-ca-args";
export { AppGateway } from "./gateways/edge/app-gateway";
export type { AppGatewayArgs, GatewayInfrastructure } from "./gateways/edge/app-gateway-args";
export type { AppRoute, RouteVersion, TcpRoute, TlsRoute } from "./gateways/edge/app-route-args";
export {
  GatewayProtocol,
  type GatewayServer,
  type GatewayTls,
  GatewayTlsMode,
  TlsVersion,
} from "./gateways/edge/gateway-server-args";
export { Waypoint } from "./gateways/waypoint/waypoint";
export { type WaypointArgs, WaypointFor, WaypointScope } from "./gateways/waypoint/waypoint-args";
export type { InstalledChart } from "./install/chart";
export type { ChartSource } from "./install/chart-source";
export { ControlPlane, type ControlPlaneChildren } from "./install/control-plane";
export {
  type ControlPlaneArgs,
  ControlPlaneParts,
  ControlPlaneSize,
  type ControlPlaneValues,
  type GatewayApi,
  GatewayApiMode,
} from "./install/control-plane-args";
export type { ControlPlaneHandle } from "./install/control-plane-handle";
export {
  EastWestGateway,
  type EastWestGatewayChildren,
} from "./install/gateways/east-west-gateway";
export type { EastWestGatewayArgs } from "./install/gateways/east-west-gateway-args";
export { EgressGateway } from "./install/gateways/egress-gateway";
export type { EgressGatewayArgs } from "./install/gateways/egress-gateway-args";
export type { GatewayChildren } from "./install/gateways/gateway-chart";
export {
  ExternalTrafficPolicy,
  type GatewayAutoscaling,
  type GatewayChartArgs,
  type GatewayDisruptionBudget,
  GatewayKind,
  type GatewayPort,
  GatewayPorts,
  type GatewayResources,
  ServiceType,
} from "./install/gateways/gateway-chart-args";
export { IngressGateway } from "./install/gateways/ingress-gateway";
export type { IngressGatewayArgs } from "./install/gateways/ingress-gateway-args";
export { Installer } from "./install/installer";
export { PodSecurity } from "./install/pod-security";
export { Platform, Preset, Profile } from "./install/profile";
export { RevisionTag, type RevisionTagChildren } from "./install/revisions/revision-tag";
export type { RevisionTagArgs } from "./install/revisions/revision-tag-args";
export { MeshNamespace, type MeshNamespaceChildren } from "./namespaces/mesh-namespace";
export {
  MeshMode,
  type MeshNamespaceArgs,
  type NamespaceRestart,
} from "./namespaces/mesh-namespace-args";
export { AddonSource } from "./observability/addon";
export type { AddonCollector, AddonProvider } from "./observability/addon-provider";
export { Addons } from "./observability/addons";
export type {
  AddonChart,
  AddonCharts,
  AddonsArgs,
  ExistingAddons,
} from "./observability/addons-args";
export * as extensionProviders from "./observability/extension-providers";
export { MeshTelemetry } from "./observability/mesh-telemetry";
export type { MeshTelemetryArgs } from "./observability/mesh-telemetry-args";
export {
  type AccessLogRule,
  type MetricOverride,
  type MetricsRule,
  type MetricTag,
  StandardMetric,
  TelemetryMode,
  type TracingRule,
  type TracingTag,
} from "./observability/telemetry-rules";
export { type ComponentClass, refusals } from "./refusals";
export * as extensions from "./resources/extensions";
export * as gateway from "./resources/gateway";
export type * from "./resources/mesh-config";
export type {
  MeshCondition,
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
export { Authorization } from "./security/authorization";
export {
  AuthorizationAction,
  type AuthorizationArgs,
  AuthorizationPreset,
} from "./security/authorization-args";
export type {
  AuthorizationCondition,
  AuthorizationOperation,
  AuthorizationRule,
  AuthorizationSource,
} from "./security/authorization-rule";
export { JwtAuthentication } from "./security/jwt-authentication";
export type {
  JwtAuthenticationArgs,
  JwtClaimHeader,
  JwtHeader,
  JwtIssuer,
} from "./security/jwt-authentication-args";
export { MutualTls } from "./security/mutual-tls";
export { type MutualTlsArgs, MutualTlsMode } from "./security/mutual-tls-args";
export { type PolicyArgs, type PolicyTarget, PolicyTargetKind } from "./security/policy-args";
export { Canary } from "./traffic/canary/canary";
export {
  type CanaryArgs,
  type CanaryMatch,
  CanaryProtocol,
  type CanaryVersion,
} from "./traffic/canary/canary-args";
export type { CanaryHandle, CanarySplit } from "./traffic/canary/canary-handle";
export { Dialect } from "./traffic/dialect";
export { EgressRoute } from "./traffic/external/egress-route";
export { EgressProtocol, type EgressRouteArgs } from "./traffic/external/egress-route-args";
export { ExternalService } from "./traffic/external/external-service";
export {
  type ExternalEndpoint,
  type ExternalPort,
  ExternalProtocol,
  type ExternalServiceArgs,
  Resolution,
  ServiceLocation,
} from "./traffic/external/external-service-args";
export type { CorsOptions } from "./traffic/http/cors-args";
export {
  type FaultAbort,
  type FaultDelay,
  type FaultInjection,
  GrpcStatus,
} from "./traffic/http/fault-args";
export type { HeaderChanges, HeaderOptions } from "./traffic/http/header-changes-args";
export {
  type HttpOptions,
  type Redirect,
  RedirectScheme,
  type Rewrite,
} from "./traffic/http/http-options-args";
export type { HttpRule } from "./traffic/http/http-options-rule-args";
export type { Mirror } from "./traffic/http/mirror-args";
export {
  type CookieMatch,
  HttpMethod,
  type PathMatch,
  type RequestMatch,
  type ValueMatch,
} from "./traffic/http/request-match-args";
export type { Retries } from "./traffic/http/retries-args";
export { type ClientTls, ClientTlsMode } from "./traffic/policy/client-tls-args";
export {
  type ConnectionPool,
  H2UpgradePolicy,
  type Http2KeepAlive,
  type HttpConnectionPool,
  type TcpConnectionPool,
  type TcpKeepalive,
} from "./traffic/policy/connection-pool-args";
export {
  type ConsistentHash,
  type HashCookie,
  type HashCookieAttribute,
  type LoadBalancer,
  LoadBalancerSimple,
  type Maglev,
  type RingHash,
  type Warmup,
} from "./traffic/policy/load-balancer-args";
export type {
  LocalityDistribute,
  LocalityFailover,
  LocalityLbSetting,
} from "./traffic/policy/locality-args";
export type { OutlierDetection } from "./traffic/policy/outlier-detection-args";
export { TrafficPolicy } from "./traffic/policy/traffic-policy";
export type {
  PortTrafficPolicy,
  RetryBudget,
  TrafficPolicyArgs,
  TrafficPolicyOptions,
} from "./traffic/policy/traffic-policy-args";
export type {
  GlobalLimit,
  GlobalRateLimit,
  RateLimitDescriptor,
  RateLimitEntry,
} from "./traffic/rate-limit/global-rate-limit-args";
export type {
  LocalRateLimit,
  LocalRateLimitRule,
  TokenBucket,
} from "./traffic/rate-limit/local-rate-limit-args";
export { RateLimit } from "./traffic/rate-limit/rate-limit";
export {
  type RateLimitArgs,
  RateLimitPosition,
  RateLimitUnit,
} from "./traffic/rate-limit/rate-limit-args";
export type { RateLimitHeader } from "./traffic/rate-limit/rate-limit-header-args";
export { ServiceRoute } from "./traffic/service-route/service-route";
export type {
  RouteTarget,
  ServiceRouteArgs,
  ServiceRouteRule,
} from "./traffic/service-route/service-route-args";
export { SidecarScope } from "./traffic/sidecar-scope/sidecar-scope";
export {
  OutboundTrafficPolicy,
  type SidecarListener,
  type SidecarScopeArgs,
} from "./traffic/sidecar-scope/sidecar-scope-args";
