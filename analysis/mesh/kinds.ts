import type { TrafficExtensionSpec } from "../../schemas/kinds/extensions/traffic-extension";
import type { WasmPluginSpec } from "../../schemas/kinds/extensions/wasm-plugin";
import type { BackendTLSPolicySpec } from "../../schemas/kinds/gateway/backend-tls-policy";
import type { GatewaySpec as ApiGatewaySpec } from "../../schemas/kinds/gateway/gateway";
import type { GatewayClassSpec } from "../../schemas/kinds/gateway/gateway-class";
import type { GRPCRouteSpec } from "../../schemas/kinds/gateway/grpc-route";
import type { HTTPRouteSpec } from "../../schemas/kinds/gateway/http-route";
import type { ListenerSetSpec } from "../../schemas/kinds/gateway/listener-set";
import type { ReferenceGrantSpec } from "../../schemas/kinds/gateway/reference-grant";
import type { TCPRouteSpec } from "../../schemas/kinds/gateway/tcp-route";
import type { TLSRouteSpec } from "../../schemas/kinds/gateway/tls-route";
import type { UDPRouteSpec } from "../../schemas/kinds/gateway/udp-route";
import type { DestinationRuleSpec } from "../../schemas/kinds/networking/destination-rule";
import type { EnvoyFilterSpec } from "../../schemas/kinds/networking/envoy-filter";
import type { GatewaySpec } from "../../schemas/kinds/networking/gateway";
import type { ProxyConfigSpec } from "../../schemas/kinds/networking/proxy-config";
import type { ServiceEntrySpec } from "../../schemas/kinds/networking/service-entry";
import type { SidecarSpec } from "../../schemas/kinds/networking/sidecar";
import type { VirtualServiceSpec } from "../../schemas/kinds/networking/virtual-service";
import type { WorkloadEntrySpec } from "../../schemas/kinds/networking/workload-entry";
import type { WorkloadGroupSpec } from "../../schemas/kinds/networking/workload-group";
import type { AuthorizationPolicySpec } from "../../schemas/kinds/security/authorization-policy";
import type { PeerAuthenticationSpec } from "../../schemas/kinds/security/peer-authentication";
import type { RequestAuthenticationSpec } from "../../schemas/kinds/security/request-authentication";
import type { TelemetrySpec } from "../../schemas/kinds/telemetry/telemetry";
import type { Fields } from "./fields";

/** Specifications by what an object is; the schema has been checked where one is known. */
export interface Specs {
  "VirtualService.networking.istio.io": VirtualServiceSpec;
  "DestinationRule.networking.istio.io": DestinationRuleSpec;
  "Gateway.networking.istio.io": GatewaySpec;
  "ServiceEntry.networking.istio.io": ServiceEntrySpec;
  "Sidecar.networking.istio.io": SidecarSpec;
  "EnvoyFilter.networking.istio.io": EnvoyFilterSpec;
  "ProxyConfig.networking.istio.io": ProxyConfigSpec;
  "WorkloadEntry.networking.istio.io": WorkloadEntrySpec;
  "WorkloadGroup.networking.istio.io": WorkloadGroupSpec;
  "AuthorizationPolicy.security.istio.io": AuthorizationPolicySpec;
  "PeerAuthentication.security.istio.io": PeerAuthenticationSpec;
  "RequestAuthentication.security.istio.io": RequestAuthenticationSpec;
  "Telemetry.telemetry.istio.io": TelemetrySpec;
  "WasmPlugin.extensions.istio.io": WasmPluginSpec;
  "TrafficExtension.extensions.istio.io": TrafficExtensionSpec;
  "Gateway.gateway.networking.k8s.io": ApiGatewaySpec;
  "GatewayClass.gateway.networking.k8s.io": GatewayClassSpec;
  "HTTPRoute.gateway.networking.k8s.io": HTTPRouteSpec;
  "GRPCRoute.gateway.networking.k8s.io": GRPCRouteSpec;
  "TCPRoute.gateway.networking.k8s.io": TCPRouteSpec;
  "TLSRoute.gateway.networking.k8s.io": TLSRouteSpec;
  "UDPRoute.gateway.networking.k8s.io": UDPRouteSpec;
  "ReferenceGrant.gateway.networking.k8s.io": ReferenceGrantSpec;
  "BackendTLSPolicy.gateway.networking.k8s.io": BackendTLSPolicySpec;
  "ListenerSet.gateway.networking.k8s.io": ListenerSetSpec;
  "Namespace.core": Fields;
  "Node.core": Fields;
  "Service.core": Fields;
  "Endpoints.core": Fields;
  "EndpointSlice.discovery.k8s.io": Fields;
  "ServiceAccount.core": Fields;
  "Secret.core": Fields;
  "ConfigMap.core": Fields;
  "Pod.core": Fields;
  "Deployment.apps": Fields;
  "StatefulSet.apps": Fields;
  "DaemonSet.apps": Fields;
  "ReplicaSet.apps": Fields;
  "Job.batch": Fields;
  "CronJob.batch": Fields;
  "Rollout.argoproj.io": Fields;
  "Canary.flagger.app": Fields;
  "NetworkPolicy.networking.k8s.io": Fields;
  "Ingress.networking.k8s.io": Fields;
  "IngressClass.networking.k8s.io": Fields;
  "Certificate.cert-manager.io": Fields;
  "Issuer.cert-manager.io": Fields;
  "Bundle.trust.cert-manager.io": Fields;
  "Prometheus.monitoring.coreos.com": Fields;
  "ServiceMonitor.monitoring.coreos.com": Fields;
  "PodMonitor.monitoring.coreos.com": Fields;
  "HorizontalPodAutoscaler.autoscaling": Fields;
  "VerticalPodAutoscaler.autoscaling.k8s.io": Fields;
  "ScaledObject.keda.sh": Fields;
  "PodDisruptionBudget.policy": Fields;
  "LimitRange.core": Fields;
  "AnalysisTemplate.argoproj.io": Fields;
  "PersistentVolumeClaim.core": Fields;
  "TriggerAuthentication.keda.sh": Fields;
  "ClusterTriggerAuthentication.keda.sh": Fields;
  "ClusterAnalysisTemplate.argoproj.io": Fields;
  "ExternalSecret.external-secrets.io": Fields;
  "SecretStore.external-secrets.io": Fields;
  "ClusterSecretStore.external-secrets.io": Fields;
  "Role.rbac.authorization.k8s.io": Fields;
  "ClusterRole.rbac.authorization.k8s.io": Fields;
  "RoleBinding.rbac.authorization.k8s.io": Fields;
  "ClusterRoleBinding.rbac.authorization.k8s.io": Fields;
  "ClusterIssuer.cert-manager.io": Fields;
  "MutatingWebhookConfiguration.admissionregistration.k8s.io": Fields;
  "ValidatingWebhookConfiguration.admissionregistration.k8s.io": Fields;
  "CustomResourceDefinition.apiextensions.k8s.io": Fields;
}

/** What an object is, as `Kind.group`. */
export type Kind = keyof Specs;

/** What an object is, by the names that checks use. */
export const Kind = {
  VirtualService: "VirtualService.networking.istio.io",
  DestinationRule: "DestinationRule.networking.istio.io",
  Gateway: "Gateway.networking.istio.io",
  ServiceEntry: "ServiceEntry.networking.istio.io",
  Sidecar: "Sidecar.networking.istio.io",
  EnvoyFilter: "EnvoyFilter.networking.istio.io",
  ProxyConfig: "ProxyConfig.networking.istio.io",
  WorkloadEntry: "WorkloadEntry.networking.istio.io",
  WorkloadGroup: "WorkloadGroup.networking.istio.io",
  AuthorizationPolicy: "AuthorizationPolicy.security.istio.io",
  PeerAuthentication: "PeerAuthentication.security.istio.io",
  RequestAuthentication: "RequestAuthentication.security.istio.io",
  Telemetry: "Telemetry.telemetry.istio.io",
  WasmPlugin: "WasmPlugin.extensions.istio.io",
  TrafficExtension: "TrafficExtension.extensions.istio.io",
  ApiGateway: "Gateway.gateway.networking.k8s.io",
  GatewayClass: "GatewayClass.gateway.networking.k8s.io",
  HttpRoute: "HTTPRoute.gateway.networking.k8s.io",
  GrpcRoute: "GRPCRoute.gateway.networking.k8s.io",
  TcpRoute: "TCPRoute.gateway.networking.k8s.io",
  TlsRoute: "TLSRoute.gateway.networking.k8s.io",
  UdpRoute: "UDPRoute.gateway.networking.k8s.io",
  ReferenceGrant: "ReferenceGrant.gateway.networking.k8s.io",
  BackendTlsPolicy: "BackendTLSPolicy.gateway.networking.k8s.io",
  ListenerSet: "ListenerSet.gateway.networking.k8s.io",
  Namespace: "Namespace.core",
  Node: "Node.core",
  Service: "Service.core",
  Endpoints: "Endpoints.core",
  EndpointSlice: "EndpointSlice.discovery.k8s.io",
  ServiceAccount: "ServiceAccount.core",
  Secret: "Secret.core",
  ConfigMap: "ConfigMap.core",
  Pod: "Pod.core",
  Deployment: "Deployment.apps",
  StatefulSet: "StatefulSet.apps",
  DaemonSet: "DaemonSet.apps",
  ReplicaSet: "ReplicaSet.apps",
  Job: "Job.batch",
  CronJob: "CronJob.batch",
  Rollout: "Rollout.argoproj.io",
  Canary: "Canary.flagger.app",
  NetworkPolicy: "NetworkPolicy.networking.k8s.io",
  Ingress: "Ingress.networking.k8s.io",
  IngressClass: "IngressClass.networking.k8s.io",
  Certificate: "Certificate.cert-manager.io",
  Issuer: "Issuer.cert-manager.io",
  Bundle: "Bundle.trust.cert-manager.io",
  Prometheus: "Prometheus.monitoring.coreos.com",
  ServiceMonitor: "ServiceMonitor.monitoring.coreos.com",
  PodMonitor: "PodMonitor.monitoring.coreos.com",
  HorizontalAutoscaler: "HorizontalPodAutoscaler.autoscaling",
  VerticalAutoscaler: "VerticalPodAutoscaler.autoscaling.k8s.io",
  ScaledObject: "ScaledObject.keda.sh",
  DisruptionBudget: "PodDisruptionBudget.policy",
  LimitRange: "LimitRange.core",
  AnalysisTemplate: "AnalysisTemplate.argoproj.io",
  VolumeClaim: "PersistentVolumeClaim.core",
  TriggerAuthentication: "TriggerAuthentication.keda.sh",
  ClusterTriggerAuthentication: "ClusterTriggerAuthentication.keda.sh",
  ClusterAnalysisTemplate: "ClusterAnalysisTemplate.argoproj.io",
  ExternalSecret: "ExternalSecret.external-secrets.io",
  SecretStore: "SecretStore.external-secrets.io",
  ClusterSecretStore: "ClusterSecretStore.external-secrets.io",
  Role: "Role.rbac.authorization.k8s.io",
  ClusterRole: "ClusterRole.rbac.authorization.k8s.io",
  RoleBinding: "RoleBinding.rbac.authorization.k8s.io",
  ClusterRoleBinding: "ClusterRoleBinding.rbac.authorization.k8s.io",
  ClusterIssuer: "ClusterIssuer.cert-manager.io",
  MutatingWebhook: "MutatingWebhookConfiguration.admissionregistration.k8s.io",
  ValidatingWebhook: "ValidatingWebhookConfiguration.admissionregistration.k8s.io",
  CustomResourceDefinition: "CustomResourceDefinition.apiextensions.k8s.io",
} as const satisfies Record<string, Kind>;
