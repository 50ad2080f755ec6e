import type { KindSchema } from "../../schemas/kind-schema";

const istio = "https://istio.io/latest/docs/reference/config";
const pages: Readonly<Record<string, string>> = {
  TrafficExtension: `${istio}/proxy_extensions/traffic-extension/`,
  WasmPlugin: `${istio}/proxy_extensions/wasm-plugin/`,
  DestinationRule: `${istio}/networking/destination-rule/`,
  EnvoyFilter: `${istio}/networking/envoy-filter/`,
  Gateway: `${istio}/networking/gateway/`,
  ProxyConfig: `${istio}/networking/proxy-config/`,
  ServiceEntry: `${istio}/networking/service-entry/`,
  Sidecar: `${istio}/networking/sidecar/`,
  VirtualService: `${istio}/networking/virtual-service/`,
  WorkloadEntry: `${istio}/networking/workload-entry/`,
  WorkloadGroup: `${istio}/networking/workload-group/`,
  AuthorizationPolicy: `${istio}/security/authorization-policy/`,
  PeerAuthentication: `${istio}/security/peer_authentication/`,
  RequestAuthentication: `${istio}/security/request_authentication/`,
  Telemetry: `${istio}/telemetry/`,
};

/** The page that describes a kind. */
export function kindPage({ group, kind }: KindSchema): string {
  if (group.endsWith(".istio.io")) {
    return pages[kind] ?? istio;
  }
  return `https://gateway-api.sigs.k8s.io/reference/spec/#${kind.toLowerCase()}`;
}
