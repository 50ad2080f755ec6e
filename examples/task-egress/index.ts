// Tasks of Istio's documentation about calls that leave the mesh, each in a namespace of its own, for a mesh whose
// `outboundTrafficPolicy` is REGISTRY_ONLY: hosts by their names, with a time limit, and by that of a Service of the
// cluster; all hosts of a domain; a proxy for HTTPS; and a waypoint in ambient mode.
// Look at: `curl -sS -o /dev/null -w "%{http_code}" http://httpbin.org/delay/5` from a Pod with a sidecar: 504.
import * as k8s from "@pulumi/kubernetes";
import {
  Client,
  ExternalProtocol,
  ExternalService,
  MeshMode,
  MeshNamespace,
  Resolution,
  ServiceRoute,
  Waypoint,
} from "istio-mesh";

/** A namespace with somebody who calls. */
function calling(name: string) {
  const { name: namespace } = new MeshNamespace(name, { dataPlaneMode: MeshMode.Sidecar });
  new Client(name, { namespace, name: "curl" });
  return namespace;
}
const https = { name: "https", port: 443, protocol: ExternalProtocol.Https };

// By name: httpbin.org in plain text, and no longer than three seconds; www.google.com by the client's own TLS.
const named = calling("external-services");
const httpbin = new ExternalService("httpbin-ext", {
  namespace: named,
  exportTo: ["."], // the last one below is another way to the same host
  hosts: ["httpbin.org"],
  ports: [{ name: "http", port: 80, protocol: ExternalProtocol.Http }],
});
new ExternalService("google", { namespace: named, hosts: ["www.google.com"], ports: [https] });
new ServiceRoute(
  "httpbin-ext",
  { name: "httpbin-ext", service: "httpbin.org", namespace: named, rules: [{ timeout: "3s" }] },
  { dependsOn: [httpbin] },
);

// All of a domain: the address is the one that the client found.
new ExternalService("wikipedia", {
  namespace: calling("wildcard"),
  hosts: ["*.wikipedia.org"],
  ports: [https],
  resolution: Resolution.None,
});

// A Service of the cluster that is another name for that host; to istiod it is the host itself.
new k8s.core.v1.Service("my-httpbin", {
  metadata: { name: "my-httpbin", namespace: named },
  spec: {
    type: "ExternalName",
    externalName: "httpbin.org",
    ports: [{ name: "http", protocol: "TCP", port: 80 }],
  },
});

// A proxy for HTTPS, which clients ask by CONNECT: bytes for the mesh. The address is that of the proxy.
new ExternalService("proxy", {
  namespace: calling("https-proxy"),
  hosts: ["my-company-proxy.com"],
  addresses: ["192.0.2.80"],
  ports: [{ name: "tcp", port: 3128, protocol: ExternalProtocol.Tcp }],
  resolution: Resolution.None,
});

// In ambient mode: a waypoint for what leaves the mesh, which encrypts what its clients call in plain text.
const { name: outside } = new MeshNamespace("egress-waypoint", {
  dataPlaneMode: MeshMode.Ambient,
});
new Client("egress-waypoint", { namespace: outside, name: "curl" });
const waypoint = new Waypoint("egress", { namespace: outside, name: "egress" });
new ExternalService(
  "httpbin-by-waypoint",
  {
    namespace: outside,
    name: "httpbin-ext",
    exportTo: ["."],
    hosts: ["httpbin.org"],
    waypoint: "egress",
    ports: [
      {
        name: "http",
        port: 80,
        targetPort: 443,
        protocol: ExternalProtocol.Http,
        tls: { mode: "SIMPLE", caCertificates: "system" },
      },
    ],
  },
  { dependsOn: [waypoint] },
);
