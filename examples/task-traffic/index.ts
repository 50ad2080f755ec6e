// Tasks of Istio's documentation that shape traffic, each in a namespace of its own: copies for a new
// version, calls that leave the mesh by a gateway, answers from the nearest region, a host at the ingress
// gateway, and two hosts with certificates of their own at one port.
// Look at: the logs of httpbin-v2, whose requests have a host with `-shadow` behind it, and
// `istioctl proxy-config endpoint` of a client of helloworld, which has a priority for each region.
import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import {
  AppGateway,
  Canary,
  CertificateIssuer,
  type ChartSource,
  EgressGateway,
  EgressRoute,
  GatewayCertificate,
  IngressGateway,
  MeshMode,
  MeshNamespace,
  TrafficPolicy,
} from "istio-mesh";

// Where the charts come from, when not from their usual addresses.
const charts = new pulumi.Config().getObject<ChartSource>("charts");

const sidecars = (name: string) =>
  new MeshNamespace(name, { dataPlaneMode: MeshMode.Sidecar }).name;

/** A Service and one Deployment for each version. */
function app(
  namespace: string,
  name: string,
  image: string,
  ports: { port: number; targetPort: number },
) {
  const service = new k8s.core.v1.Service(`${namespace}-${name}`, {
    metadata: { name, namespace, labels: { app: name, service: name } },
    spec: { ports: [{ name: "http", ...ports }], selector: { app: name } },
  });
  const versions = ["v1", "v2"].map((version) => {
    const labels = { app: name, version };
    return new k8s.apps.v1.Deployment(`${namespace}-${name}-${version}`, {
      metadata: { name: `${name}-${version}`, namespace },
      spec: {
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: {
            containers: [{ name, image, ports: [{ containerPort: ports.targetPort }] }],
          },
        },
      },
    });
  });
  return [service, ...versions];
}
const httpbin = "docker.io/mccutchen/go-httpbin:v2.15.0";
const helloworld = "registry.istio.io/release/examples-helloworld-v1:1.0";

// Mirroring: v1 answers, and v2 gets a copy of everything.
sidecars("mirroring");
new Canary(
  "mirroring",
  {
    service: "httpbin",
    namespace: "mirroring",
    versions: [
      { name: "v1", weight: 100 },
      { name: "v2", weight: 0 },
    ],
    mirrors: [{ version: "v2", percentage: 100 }],
  },
  { dependsOn: app("mirroring", "httpbin", httpbin, { port: 8000, targetPort: 8080 }) },
);

// Locality failover: one error sends the requests to the next region for a minute.
sidecars("locality");
new TrafficPolicy(
  "helloworld",
  {
    service: "helloworld",
    namespace: "locality",
    connectionPool: { http: { maxRequestsPerConnection: 1 } },
    loadBalancer: {
      simple: "ROUND_ROBIN",
      localityLbSetting: { enabled: true, failover: [{ from: "region1", to: "region2" }] },
    },
    outlierDetection: { consecutive5xxErrors: 1, interval: "1s", baseEjectionTime: "1m" },
  },
  { dependsOn: app("locality", "helloworld", helloworld, { port: 5000, targetPort: 5000 }) },
);

// Locality by weights: most requests stay in the zone, and some go to others on purpose.
sidecars("locality-weights");
new TrafficPolicy(
  "helloworld-weights",
  {
    name: "helloworld",
    service: "helloworld",
    namespace: "locality-weights",
    loadBalancer: {
      localityLbSetting: {
        enabled: true,
        distribute: [
          {
            from: "region1/zone1/*",
            to: { "region1/zone1/*": 70, "region1/zone2/*": 20, "region3/zone4/*": 10 },
          },
        ],
      },
    },
    outlierDetection: { consecutive5xxErrors: 100, interval: "1s", baseEjectionTime: "1m" },
  },
  {
    dependsOn: app("locality-weights", "helloworld", helloworld, { port: 5000, targetPort: 5000 }),
  },
);

// Egress gateway: what leaves the mesh leaves it at one place.
const egress = new EgressGateway("egress", { namespace: "istio-egress", charts });
new EgressRoute(
  "cnn",
  {
    namespace: egress.namespace,
    gatewayService: egress.name,
    selector: egress.selector,
    host: "edition.cnn.com",
    gatewayPort: 80,
  },
  { dependsOn: egress },
);

// Ingress: two paths of one host, and nothing else.
const ingress = new IngressGateway("ingress", { charts });
sidecars("ingress");
new AppGateway(
  "httpbin-gateway",
  {
    namespace: "ingress",
    selector: ingress.selector,
    routeName: "httpbin",
    hosts: ["httpbin.example.com"],
    routes: [{ prefix: ["/status", "/delay"], service: "httpbin", port: 8000 }],
  },
  { dependsOn: app("ingress", "httpbin", httpbin, { port: 8000, targetPort: 8080 }) },
);

// Secure hosts: each has its own certificate at port 443, and httpbin wants one of its clients too.
const issuer = new CertificateIssuer("edge-ca", {
  namespace: ingress.namespace,
  ownCa: { commonName: "edge CA" },
});
const [httpbinCredential, helloworldCredential] = ["httpbin", "helloworld"].map(
  (name) =>
    new GatewayCertificate(`${name}-credential`, {
      gatewayNamespace: ingress.namespace,
      dnsNames: [`${name}.example.com`],
      issued: { issuer: { name: issuer.name, kind: issuer.kind } },
    }).credentialName,
);
const secure = "secure-ingress";
sidecars(secure);
const behind = [
  ...app(secure, "httpbin", httpbin, { port: 8000, targetPort: 8080 }),
  ...app(secure, "helloworld", helloworld, { port: 5000, targetPort: 5000 }),
];
new AppGateway(
  "mygateway",
  {
    namespace: secure,
    selector: ingress.selector,
    servers: [
      {
        name: "https-httpbin",
        port: 443,
        protocol: "HTTPS",
        hosts: ["httpbin.example.com"],
        tls: { mode: "MUTUAL", credentialName: httpbinCredential },
      },
      {
        name: "https-helloworld",
        port: 443,
        protocol: "HTTPS",
        hosts: ["helloworld.example.com"],
        tls: { credentialName: helloworldCredential },
      },
    ],
    routes: [
      {
        hosts: ["httpbin.example.com"],
        prefix: ["/status", "/delay"],
        service: "httpbin",
        port: 8000,
      },
      { hosts: ["helloworld.example.com"], exact: ["/hello"], service: "helloworld", port: 5000 },
    ],
  },
  { dependsOn: behind },
);
