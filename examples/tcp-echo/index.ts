// Bytes that no proxy looks into, and how connections are shared between two versions: the echo server
// of Istio's samples behind port 31400 of a gateway, with the routes of both APIs.
// Look at: `echo world | nc <gateway> 31400`, which is answered with `one world` or `two world`.
import * as k8s from "@pulumi/kubernetes";
import { gateway, MeshMode, MeshNamespace, networking } from "istio-mesh";

const image = "registry.istio.io/release/tcp-echo-server:1.3";

/** The server: what it is sent comes back with a word in front. */
function server(namespace: string, name: string, version: string, word: string) {
  const labels = { app: "tcp-echo", version };
  return new k8s.apps.v1.Deployment(`${namespace}-${name}`, {
    metadata: { name, namespace, labels },
    spec: {
      replicas: 1,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          containers: [
            {
              name: "tcp-echo",
              image,
              imagePullPolicy: "IfNotPresent",
              args: ["9000,9001,9002", word],
              ports: [{ containerPort: 9000 }, { containerPort: 9001 }],
            },
          ],
        },
      },
    },
  });
}

/** Port 9002 is no port of the Service: a sidecar passes on what comes to it. */
const service = (namespace: string, families: object = {}) =>
  new k8s.core.v1.Service(`${namespace}-tcp-echo`, {
    metadata: { name: "tcp-echo", namespace, labels: { app: "tcp-echo", service: "tcp-echo" } },
    spec: {
      ...families,
      ports: [
        { name: "tcp", port: 9000 },
        { name: "tcp-other", port: 9001 },
      ],
      selector: { app: "tcp-echo" },
    },
  });

// One server, with addresses of every family.
const families = {
  "tcp-echo": {},
  "tcp-echo-ipv4": { ipFamilyPolicy: "SingleStack", ipFamilies: ["IPv4"] },
  "tcp-echo-ipv6": { ipFamilyPolicy: "SingleStack", ipFamilies: ["IPv6"] },
  "tcp-echo-dual-stack": { ipFamilyPolicy: "RequireDualStack", ipFamilies: ["IPv6", "IPv4"] },
};
for (const [name, of] of Object.entries(families)) {
  new MeshNamespace(name, { dataPlaneMode: MeshMode.Sidecar });
  service(name, of);
  server(name, "tcp-echo", "v1", "hello");
}

/** Two versions of the server in a namespace with sidecars. */
function versions(name: string) {
  new MeshNamespace(name, { dataPlaneMode: MeshMode.Sidecar });
  service(name);
  server(name, "tcp-echo-v1", "v1", "one");
  server(name, "tcp-echo-v2", "v2", "two");
}

// Istio's own API. Two Gateways cannot share a port of one gateway, so each state has its own.
const shares: Record<string, { selector: string; weights: Record<string, number> }> = {
  "tcp-echo-all-v1": { selector: "ingressgateway", weights: { v1: 100 } },
  "tcp-echo-20-v2": { selector: "ingressgateway-shift", weights: { v1: 80, v2: 20 } },
};
for (const [namespace, { selector, weights }] of Object.entries(shares)) {
  versions(namespace);
  new networking.v1.Gateway(`${namespace}-gateway`, {
    metadata: { name: "tcp-echo-gateway", namespace },
    spec: {
      selector: { istio: selector },
      servers: [{ port: { number: 31400, name: "tcp", protocol: "TCP" }, hosts: ["*"] }],
    },
  });
  const host = `tcp-echo.${namespace}.svc.cluster.local`;
  const subsets = new networking.v1.DestinationRule(`${namespace}-destination`, {
    metadata: { name: "tcp-echo-destination", namespace },
    spec: {
      host,
      subsets: ["v1", "v2"].map((version) => ({ name: version, labels: { version } })),
    },
  });
  new networking.v1.VirtualService(
    `${namespace}-route`,
    {
      metadata: { name: "tcp-echo", namespace },
      spec: {
        hosts: ["*"],
        gateways: ["tcp-echo-gateway"],
        tcp: [
          {
            match: [{ port: 31400 }],
            route: Object.entries(weights).map(([subset, weight]) => ({
              destination: { host, port: { number: 9000 }, subset },
              weight,
            })),
          },
        ],
      },
    },
    { dependsOn: [subsets] },
  );
}

// The Gateway API: istiod makes a gateway for each Gateway, and a version is a Service of its own.
const routes: Record<string, Record<string, number>> = {
  "tcp-echo-gateway-api-all-v1": { v1: 100 },
  "tcp-echo-gateway-api-20-v2": { v1: 80, v2: 20 },
};
for (const [namespace, weights] of Object.entries(routes)) {
  versions(namespace);
  const services = ["v1", "v2"].map(
    (version) =>
      new k8s.core.v1.Service(`${namespace}-${version}`, {
        metadata: { name: `tcp-echo-${version}`, namespace },
        spec: {
          ports: [{ port: 9000, name: "tcp" }],
          selector: { app: "tcp-echo", version },
        },
      }),
  );
  const edge = new gateway.v1.Gateway(`${namespace}-gateway`, {
    metadata: { name: "tcp-echo-gateway", namespace },
    spec: {
      gatewayClassName: "istio",
      listeners: [
        {
          name: "tcp-31400",
          protocol: "TCP",
          port: 31400,
          allowedRoutes: { kinds: [{ kind: "TCPRoute" }] },
        },
      ],
    },
  });
  new gateway.v1.TCPRoute(
    `${namespace}-route`,
    {
      metadata: { name: "tcp-echo", namespace },
      spec: {
        parentRefs: [{ name: "tcp-echo-gateway", sectionName: "tcp-31400" }],
        rules: [
          {
            backendRefs: Object.entries(weights).map(([version, weight]) => ({
              name: `tcp-echo-${version}`,
              port: 9000,
              weight,
            })),
          },
        ],
      },
    },
    { dependsOn: [edge, ...services] },
  );
}
