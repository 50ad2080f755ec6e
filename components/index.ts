import "./program/watch-from-start";

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
export type { CertificateKey, Issuance, IssuerReference } from "./certificates/issuance-args";
export { IssuerKind } from "./certificates/issuer-kind";
export { KeyAlgorithm } from "./certificates/key-algorithm";
export { MeshCa } from "./certificates/mesh-ca";
export type { MeshCaArgs, MeshCaPem } from "./certificates/mesh-ca-args";
export { AppGateway } from "./gateways/edge/app-gateway";
export type { AppGatewayArgs, GatewayInfrastructure } from "./gateways/edge/app-gateway-args";
export type { AppRoute, RouteVersion, TcpRoute, TlsRoute } from "./gateways/edge/app-route-args";
export { GatewayProtocol } from "./gateways/edge/gateway-protocol";
export type { GatewayServer, GatewayTls } from "./gateways/edge/gateway-server-args";
export { GatewayTlsMode } from "./gateways/edge/gateway-tls-mode";
export { TlsVersion } from "./gateways/edge/tls-version";
export { Waypoint } from "./gateways/waypoint/waypoint";
export type { WaypointArgs } from "./gateways/waypoint/waypoint-args";
export { WaypointFor } from "./gateways/waypoint/waypoint-for";
export { WaypointScope } from "./gateways/waypoint/waypoint-scope";
export type { InstalledChart } from "./install/chart";
export type { ChartSource } from "./install/chart-source";
export { ControlPlane, type ControlPlaneChildren } from "./install/control-plane";
export type {
  ControlPlaneArgs,
  ControlPlaneValues,
  GatewayApi,
} from "./install/control-plane-args";
export type { ControlPlaneHandle } from "./install/control-plane-handle";
export { ControlPlaneParts } from "./install/control-plane-parts";
export { ControlPlaneSize } from "./install/control-plane-size";
export { GatewayApiMode } from "./install/gateway-api-mode";
export {
  EastWestGateway,
  type EastWestGatewayChildren,
} from "./install/gateways/east-west-gateway";
export type { EastWestGatewayArgs } from "./install/gateways/east-west-gateway-args";
export { EgressGateway } from "./install/gateways/egress-gateway";
export type { EgressGatewayArgs } from "./install/gateways/egress-gateway-args";
export { ExternalTrafficPolicy } from "./install/gateways/external-traffic-policy";
export type { GatewayChildren } from "./install/gateways/gateway-chart";
export type {
  GatewayAutoscaling,
  GatewayChartArgs,
  GatewayDisruptionBudget,
  GatewayPort,
  GatewayResources,
} from "./install/gateways/gateway-chart-args";
export { GatewayKind } from "./install/gateways/gateway-kind";
export { GatewayPorts } from "./install/gateways/gateway-ports";
export { IngressGateway } from "./install/gateways/ingress-gateway";
export type { IngressGatewayArgs } from "./install/gateways/ingress-gateway-args";
export { ServiceType } from "./install/gateways/service-type";
export { Installer } from "./install/installer";
export type * from "./install/mesh-config/connection-settings";
export type * from "./install/mesh-config/extension-provider";
export type * from "./install/mesh-config/mesh-config";
export type * from "./install/mesh-config/networking-settings";
export type * from "./install/mesh-config/proxy-config";
export { PodSecurity } from "./install/pod-security";
export { Platform, Preset, Profile } from "./install/profile";
export { RevisionTag, type RevisionTagChildren } from "./install/revisions/revision-tag";
export type { RevisionTagArgs } from "./install/revisions/revision-tag-args";
export { MeshMode } from "./namespaces/mesh-mode";
export { MeshNamespace, type MeshNamespaceChildren } from "./namespaces/mesh-namespace";
export type { MeshNamespaceArgs, NamespaceRestart } from "./namespaces/mesh-namespace-args";
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
export { StandardMetric } from "./observability/standard-metric";
export { TelemetryMode } from "./observability/telemetry-mode";
export type {
  AccessLogRule,
  MetricOverride,
  MetricsRule,
  MetricTag,
  TracingRule,
  TracingTag,
} from "./observability/telemetry-rules";
export * as extensions from "./resources/extensions";
export * as gateway from "./resources/gateway";
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
export { AuthorizationAction, AuthorizationPreset } from "./security/authorization-action";
export type { AuthorizationArgs } from "./security/authorization-args";
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
export type { MutualTlsArgs } from "./security/mutual-tls-args";
export { MutualTlsMode } from "./security/mutual-tls-mode";
export type { PolicyArgs, PolicyTarget } from "./security/policy-args";
export { PolicyTargetKind } from "./security/policy-target-kind";
export { Canary } from "./traffic/canary/canary";
export type { CanaryArgs, CanaryMatch, CanaryVersion } from "./traffic/canary/canary-args";
export type { CanaryHandle, CanarySplit } from "./traffic/canary/canary-handle";
export { CanaryProtocol } from "./traffic/canary/canary-protocol";
export { Dialect } from "./traffic/dialect";
export { EgressRoute } from "./traffic/external/egress-route";
export type { EgressRouteArgs } from "./traffic/external/egress-route-args";
export { EgressProtocol } from "./traffic/external/egress-route-protocol";
export { ExternalService } from "./traffic/external/external-service";
export type {
  ExternalEndpoint,
  ExternalPort,
  ExternalServiceArgs,
} from "./traffic/external/external-service-args";
export { ServiceLocation } from "./traffic/external/external-service-location";
export { ExternalProtocol } from "./traffic/external/external-service-protocol";
export { Resolution } from "./traffic/external/external-service-resolution";
export type { CorsOptions } from "./traffic/http/cors-args";
export type { FaultAbort, FaultDelay, FaultInjection } from "./traffic/http/fault-args";
export { GrpcStatus } from "./traffic/http/fault-grpc-status";
export type { HeaderChanges, HeaderOptions } from "./traffic/http/header-changes-args";
export type { HttpOptions, Redirect, Rewrite } from "./traffic/http/http-options-args";
export type { HttpRule } from "./traffic/http/http-options-rule-args";
export { RedirectScheme } from "./traffic/http/http-options-scheme";
export type { Mirror } from "./traffic/http/mirror-args";
export type {
  CookieMatch,
  PathMatch,
  RequestMatch,
  ValueMatch,
} from "./traffic/http/request-match-args";
export { HttpMethod } from "./traffic/http/request-match-method";
export type { Retries } from "./traffic/http/retries-args";
export type { ClientTls } from "./traffic/policy/client-tls-args";
export { ClientTlsMode } from "./traffic/policy/client-tls-mode";
export type {
  ConnectionPool,
  Http2KeepAlive,
  HttpConnectionPool,
  TcpConnectionPool,
  TcpKeepalive,
} from "./traffic/policy/connection-pool-args";
export { H2UpgradePolicy } from "./traffic/policy/connection-pool-h2";
export type {
  ConsistentHash,
  HashCookie,
  HashCookieAttribute,
  LoadBalancer,
  Maglev,
  RingHash,
  Warmup,
} from "./traffic/policy/load-balancer-args";
export { LoadBalancerSimple } from "./traffic/policy/load-balancer-simple";
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
export type { RateLimitArgs } from "./traffic/rate-limit/rate-limit-args";
export type { RateLimitHeader } from "./traffic/rate-limit/rate-limit-header-args";
export { RateLimitPosition } from "./traffic/rate-limit/rate-limit-position";
export { RateLimitUnit } from "./traffic/rate-limit/rate-limit-unit";
export { ServiceRoute } from "./traffic/service-route/service-route";
export type {
  RouteTarget,
  ServiceRouteArgs,
  ServiceRouteRule,
} from "./traffic/service-route/service-route-args";
export { SidecarScope } from "./traffic/sidecar-scope/sidecar-scope";
export type { SidecarListener, SidecarScopeArgs } from "./traffic/sidecar-scope/sidecar-scope-args";
export { OutboundTrafficPolicy } from "./traffic/sidecar-scope/sidecar-scope-outbound";
