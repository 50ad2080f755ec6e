import { authorizationPolicySecurity } from "./authorization-policy-security";
import { backendTlsPolicyGateway } from "./backend-tls-policy-gateway";
import { destinationRuleNetworking } from "./destination-rule-networking";
import { envoyFilterNetworking } from "./envoy-filter-networking";
import type { FieldSentences } from "./field-sentence";
import { gatewayClassGateway } from "./gateway-class-gateway";
import { gatewayGateway } from "./gateway-gateway";
import { gatewayNetworking } from "./gateway-networking";
import { grpcRouteGateway } from "./grpc-route-gateway";
import { httpRouteGateway } from "./http-route-gateway";
import { listenerSetGateway } from "./listener-set-gateway";
import { peerAuthenticationSecurity } from "./peer-authentication-security";
import { proxyConfigNetworking } from "./proxy-config-networking";
import { referenceGrantGateway } from "./reference-grant-gateway";
import { requestAuthenticationSecurity } from "./request-authentication-security";
import { serviceEntryNetworking } from "./service-entry-networking";
import { sidecarNetworking } from "./sidecar-networking";
import { tcpRouteGateway } from "./tcp-route-gateway";
import { telemetryTelemetry } from "./telemetry-telemetry";
import { tlsRouteGateway } from "./tls-route-gateway";
import { trafficExtensionExtensions } from "./traffic-extension-extensions";
import { udpRouteGateway } from "./udp-route-gateway";
import { virtualServiceNetworking } from "./virtual-service-networking";
import { wasmPluginExtensions } from "./wasm-plugin-extensions";
import { workloadEntryNetworking } from "./workload-entry-networking";
import { workloadGroupNetworking } from "./workload-group-networking";

/** By kind and group. */
export const fieldSentences: Readonly<Record<string, FieldSentences>> = {
  "AuthorizationPolicy.security": authorizationPolicySecurity,
  "BackendTLSPolicy.gateway": backendTlsPolicyGateway,
  "DestinationRule.networking": destinationRuleNetworking,
  "EnvoyFilter.networking": envoyFilterNetworking,
  "GRPCRoute.gateway": grpcRouteGateway,
  "Gateway.gateway": gatewayGateway,
  "Gateway.networking": gatewayNetworking,
  "GatewayClass.gateway": gatewayClassGateway,
  "HTTPRoute.gateway": httpRouteGateway,
  "ListenerSet.gateway": listenerSetGateway,
  "PeerAuthentication.security": peerAuthenticationSecurity,
  "ProxyConfig.networking": proxyConfigNetworking,
  "ReferenceGrant.gateway": referenceGrantGateway,
  "RequestAuthentication.security": requestAuthenticationSecurity,
  "ServiceEntry.networking": serviceEntryNetworking,
  "Sidecar.networking": sidecarNetworking,
  "TCPRoute.gateway": tcpRouteGateway,
  "TLSRoute.gateway": tlsRouteGateway,
  "Telemetry.telemetry": telemetryTelemetry,
  "TrafficExtension.extensions": trafficExtensionExtensions,
  "UDPRoute.gateway": udpRouteGateway,
  "VirtualService.networking": virtualServiceNetworking,
  "WasmPlugin.extensions": wasmPluginExtensions,
  "WorkloadEntry.networking": workloadEntryNetworking,
  "WorkloadGroup.networking": workloadGroupNetworking,
};
