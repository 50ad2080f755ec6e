import type { Finding } from "../finding";
import type { MeshObject } from "../mesh-object";
import { annotationRules } from "./annotations";
import { authorizationPolicyRules } from "./authorization-policy";
import { destinationRuleRules } from "./destination-rule";
import { envoyFilterRules } from "./envoy-filter";
import { gatewayRules } from "./gateway";
import { peerAuthenticationRules } from "./peer-authentication";
import { proxyConfigRules } from "./proxy-config";
import { requestAuthenticationRules } from "./request-authentication";
import { serviceEntryRules } from "./service-entry";
import { sidecarRules } from "./sidecar";
import { telemetryRules } from "./telemetry";
import { trafficExtensionRules } from "./traffic-extension";
import { virtualServiceRules } from "./virtual-service";
import { wasmPluginRules } from "./wasm-plugin";
import { workloadEntryRules } from "./workload-entry";
import { workloadGroupRules } from "./workload-group";

type KindRules = (object: MeshObject) => Finding[];

const byKind: Readonly<Record<string, KindRules>> = {
  "AuthorizationPolicy.security.istio.io": authorizationPolicyRules,
  "DestinationRule.networking.istio.io": destinationRuleRules,
  "EnvoyFilter.networking.istio.io": envoyFilterRules,
  "Gateway.networking.istio.io": gatewayRules,
  "PeerAuthentication.security.istio.io": peerAuthenticationRules,
  "ProxyConfig.networking.istio.io": proxyConfigRules,
  "RequestAuthentication.security.istio.io": requestAuthenticationRules,
  "ServiceEntry.networking.istio.io": serviceEntryRules,
  "Sidecar.networking.istio.io": sidecarRules,
  "Telemetry.telemetry.istio.io": telemetryRules,
  "TrafficExtension.extensions.istio.io": trafficExtensionRules,
  "VirtualService.networking.istio.io": virtualServiceRules,
  "WasmPlugin.extensions.istio.io": wasmPluginRules,
  "WorkloadEntry.networking.istio.io": workloadEntryRules,
  "WorkloadGroup.networking.istio.io": workloadGroupRules,
};

/** What istiod's webhook says of an object whose schema is right. */
export function kindRules(object: MeshObject): Finding[] {
  const group = object.apiVersion.split("/")[0];
  const rules = byKind[`${object.kind}.${group}`];
  return rules === undefined ? [] : [...annotationRules(object), ...rules(object)];
}
