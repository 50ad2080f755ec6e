// A version of details that asks Google's book search. It calls http://www.googleapis.com, and its sidecar
// encrypts: requests to port 80 go to port 443, and a rule of that port makes the TLS.
// Look at: the page, which shows what Google knows of the book, and the host in the access log of the
// sidecar of details-v2. The example `external-service` does the same in one object of three.
import {
  Bookinfo,
  Canary,
  ExternalProtocol,
  ExternalService,
  LoadBalancerSimple,
  MeshMode,
  MeshNamespace,
  networking,
  TrafficPolicy,
} from "istio-mesh";

const { name: namespace } = new MeshNamespace("bookinfo", { dataPlaneMode: MeshMode.Sidecar });
const host = "www.googleapis.com";

const books = new ExternalService("googleapis", {
  namespace,
  hosts: [host],
  ports: [
    { name: "http", port: 80, protocol: ExternalProtocol.Http },
    { name: "https", port: 443, protocol: ExternalProtocol.Https },
  ],
});
const loadBalancer = { simple: LoadBalancerSimple.RoundRobin };
const encrypted = new TrafficPolicy(
  "originate-tls-for-googleapis",
  {
    service: host,
    namespace,
    loadBalancer,
    // The settings of a port take the place of all others, so that they say this one again.
    portLevelSettings: [
      { port: 443, loadBalancer, tls: { mode: "SIMPLE", caCertificates: "system" } },
    ],
  },
  { dependsOn: [books] },
);
new networking.v1.VirtualService(
  "rewrite-port-for-googleapis",
  {
    metadata: { name: "rewrite-port-for-googleapis", namespace },
    spec: {
      hosts: [host],
      http: [{ match: [{ port: 80 }], route: [{ destination: { host, port: { number: 443 } } }] }],
    },
  },
  { dependsOn: [encrypted] },
);

const app = new Bookinfo(
  "bookinfo",
  { namespace, registry: "registry.istio.io/release", details: ["v1", "v2"] },
  { dependsOn: [books] },
);
new Canary(
  "details",
  {
    service: "details",
    namespace,
    versions: [
      { name: "v2", weight: 100 },
      { name: "v1", weight: 0 },
    ],
  },
  { dependsOn: [app] },
);

export const hosts = books.hosts;
