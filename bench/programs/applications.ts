import {
  AppGateway,
  Authorization,
  Bookinfo,
  Canary,
  Client,
  Coolstore,
  ExternalService,
  Httpbin,
  MeshMode,
  MeshNamespace,
  MeshTelemetry,
  MutualTls,
  RateLimit,
  ServiceRoute,
  SidecarScope,
  TrafficPolicy,
} from "istio-mesh";

/** How many namespaces are declared. */
export const count = 10;

/** Fifteen components as users join them: a namespace, its applications, their traffic. */
function declare(namespace: string): void {
  const at = { namespace };
  const service = "reviews";
  new MeshNamespace(namespace, { dataPlaneMode: MeshMode.Sidecar });
  new Bookinfo(`${namespace}-bookinfo`, at);
  new Coolstore(`${namespace}-coolstore`, at);
  new Client(`${namespace}-client`, at);
  new Httpbin(`${namespace}-httpbin`, at);
  new Canary(`${namespace}-canary`, {
    ...at,
    service,
    versions: [
      { name: "v1", weight: 90 },
      { name: "v2", weight: 10 },
    ],
  });
  new AppGateway(`${namespace}-edge`, {
    ...at,
    hosts: [`${namespace}.example.com`],
    routes: [{ service: "productpage", port: 9080 }],
  });
  new ServiceRoute(`${namespace}-route`, { ...at, service: "ratings", rules: [{ timeout: "2s" }] });
  new TrafficPolicy(`${namespace}-policy`, {
    ...at,
    service: "details",
    outlierDetection: { consecutive5xxErrors: 5 },
  });
  new ExternalService(`${namespace}-api`, {
    ...at,
    hosts: ["api.example.com"],
    exportTo: ["."],
    ports: [{ port: 443, protocol: "TLS" }],
  });
  new SidecarScope(`${namespace}-scope`, { ...at, hosts: ["./*", "istio-system/*"] });
  new RateLimit(`${namespace}-limit`, { ...at, local: { requests: 100 } });
  new MutualTls(`${namespace}-mtls`, at);
  new Authorization(`${namespace}-allow`, {
    ...at,
    selector: { app: service },
    rules: [{ to: [{ methods: ["GET"] }] }],
  });
  new MeshTelemetry(`${namespace}-logs`, { ...at, accessLogging: [{ providers: ["envoy"] }] });
}

export function applications(): void {
  for (let i = 0; i < count; i += 1) {
    declare(`shop-${i}`);
  }
}
