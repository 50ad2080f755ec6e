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
export type { WorkloadObjects } from "./apps/workload";
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
export type { CommonArgs } from "./common-args";
export type { InstalledChart } from "./control-plane/chart";
export type { ChartSource } from "./control-plane/chart-source";
export { ControlPlane, type ControlPlaneChildren } from "./control-plane/control-plane";
export {
  type ControlPlaneArgs,
  ControlPlaneParts,
  ControlPlaneSize,
  type ControlPlaneValues,
  type GatewayApi,
  GatewayApiMode,
} from "./control-plane/control-plane-args";
export type { ControlPlaneHandle } from "./control-plane/control-plane-handle";
export type { GatewayApiDefinitions } from "./control-plane/gateway-api";
export { Installer } from "./control-plane/installer";
export { PodSecurity } from "./control-plane/pod-security";
export { Platform, Preset, Profile } from "./control-plane/profile";
export { RevisionTag, type RevisionTagChildren } from "./control-plane/revisions/revision-tag";
export type { RevisionTagArgs } from "./control-plane/revisions/revision-tag-args";
export { AppGateway } from "./gateways/app/app-gateway";
export type { AppGatewayArgs, GatewayInfrastructure } from "./gateways/app/app-gateway-args";
export type { AppRoute, RouteVersion, TcpRoute, TlsRoute } from "./gateways/app/app-route-args";
export {
  GatewayProtocol,
  type GatewayServer,
  type GatewayTls,
  GatewayTlsMode,
  TlsVersion,
} from "./gateways/app/gateway-server-args";
export {
  EastWestGateway,
  type EastWestGatewayChildren,
} from "./gateways/chart/east-west-gateway";
export type { EastWestGatewayArgs } from "./gateways/chart/east-west-gateway-args";
export { EgressGateway } from "./gateways/chart/egress-gateway";
export type { EgressGatewayArgs } from "./gateways/chart/egress-gateway-args";
export type { GatewayChildren } from "./gateways/chart/gateway-chart";
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
} from "./gateways/chart/gateway-chart-args";
export { IngressGateway } from "./gateways/chart/ingress-gateway";
export type { IngressGatewayArgs } from "./gateways/chart/ingress-gateway-args";
export { Waypoint } from "./gateways/waypoint/waypoint";
export { type WaypointArgs, WaypointFor, WaypointScope } from "./gateways/waypoint/waypoint-args";
export { MeshNamespace, type MeshNamespaceChildren } from "./namespaces/mesh-namespace";
export {
  MeshMode,
  type MeshNamespaceArgs,
  type NamespaceRestart,
} from "./namespaces/mesh-namespace-args";
export { AddonSource } from "./observability/addon";
export type { AddonCollector, AddonProvider } from "./observability/addon-provider";
export { type AddonObjects, Addons } from "./observability/addons";
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
export { Authorization } from "./policies/authorization/authorization";
export {
  AuthorizationAction,
  type AuthorizationArgs,
  AuthorizationPreset,
} from "./policies/authorization/authorization-args";
export type {
  AuthorizationCondition,
  AuthorizationOperation,
  AuthorizationRule,
  AuthorizationSource,
} from "./policies/authorization/authorization-rule";
export { JwtAuthentication } from "./policies/jwt/jwt-authentication";
export type {
  JwtAuthenticationArgs,
  JwtClaimHeader,
  JwtHeader,
  JwtIssuer,
} from "./policies/jwt/jwt-authentication-args";
export { MutualTls } from "./policies/mutual-tls/mutual-tls";
export { type MutualTlsArgs, MutualTlsMode } from "./policies/mutual-tls/mutual-tls-args";
export { type PolicyArgs, type PolicyTarget, PolicyTargetKind } from "./policies/policy-args";
export type {
  GlobalLimit,
  GlobalRateLimit,
  RateLimitDescriptor,
  RateLimitEntry,
} from "./policies/rate-limit/global-rate-limit-args";
export type {
  LocalRateLimit,
  LocalRateLimitRule,
  TokenBucket,
} from "./policies/rate-limit/local-rate-limit-args";
export { RateLimit } from "./policies/rate-limit/rate-limit";
export {
  type RateLimitArgs,
  RateLimitPosition,
  RateLimitUnit,
} from "./policies/rate-limit/rate-limit-args";
export type { RateLimitHeader } from "./policies/rate-limit/rate-limit-header-args";
export { SidecarScope } from "./policies/sidecar-scope/sidecar-scope";
export {
  OutboundTrafficPolicy,
  type SidecarListener,
  type SidecarScopeArgs,
} from "./policies/sidecar-scope/sidecar-scope-args";
export { type ClientTls, ClientTlsMode } from "./policies/traffic/client-tls-args";
export {
  type ConnectionPool,
  H2UpgradePolicy,
  type Http2KeepAlive,
  type HttpConnectionPool,
  type TcpConnectionPool,
  type TcpKeepalive,
} from "./policies/traffic/connection-pool-args";
export {
  type ConsistentHash,
  type HashCookie,
  type HashCookieAttribute,
  type LoadBalancer,
  LoadBalancerSimple,
  type Maglev,
  type RingHash,
  type Warmup,
} from "./policies/traffic/load-balancer-args";
export type {
  LocalityDistribute,
  LocalityFailover,
  LocalityLbSetting,
} from "./policies/traffic/locality-args";
export type { OutlierDetection } from "./policies/traffic/outlier-detection-args";
export { TrafficPolicy } from "./policies/traffic/traffic-policy";
export type {
  PortTrafficPolicy,
  RetryBudget,
  TrafficPolicyArgs,
  TrafficPolicyOptions,
} from "./policies/traffic/traffic-policy-args";
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
export * as networking from "./resources/networking";
export { Validation } from "./resources/object-check";
export * as security from "./resources/security";
export * as telemetry from "./resources/telemetry";
export { Canary } from "./routing/canary/canary";
export {
  type CanaryArgs,
  type CanaryMatch,
  CanaryProtocol,
  type CanaryVersion,
} from "./routing/canary/canary-args";
export type { CanaryHandle, CanarySplit } from "./routing/canary/canary-handle";
export type { VersionWeight } from "./routing/canary/split";
export { Dialect } from "./routing/dialect";
export { EgressRoute } from "./routing/egress/egress-route";
export { EgressProtocol, type EgressRouteArgs } from "./routing/egress/egress-route-args";
export { ExternalService } from "./routing/external/external-service";
export {
  type ExternalEndpoint,
  type ExternalPort,
  ExternalProtocol,
  type ExternalServiceArgs,
  Resolution,
  ServiceLocation,
} from "./routing/external/external-service-args";
export type { CorsOptions } from "./routing/http/cors-args";
export {
  type FaultAbort,
  type FaultDelay,
  type FaultInjection,
  GrpcStatus,
} from "./routing/http/fault-args";
export type { HeaderChanges, HeaderOptions } from "./routing/http/header-changes-args";
export {
  type HttpOptions,
  type Redirect,
  RedirectScheme,
  type Rewrite,
} from "./routing/http/http-options-args";
export type { HttpRule } from "./routing/http/http-options-rule-args";
export type { Mirror } from "./routing/http/mirror-args";
export {
  type CookieMatch,
  HttpMethod,
  type PathMatch,
  type RequestMatch,
  type ValueMatch,
} from "./routing/http/request-match-args";
export type { Retries } from "./routing/http/retries-args";
export { ServiceRoute } from "./routing/service-route/service-route";
export type {
  RouteTarget,
  ServiceRouteArgs,
  ServiceRouteRule,
} from "./routing/service-route/service-route-args";
