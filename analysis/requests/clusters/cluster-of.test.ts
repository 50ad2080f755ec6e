import assert from "node:assert/strict";
import type { KubernetesObject } from "../../mesh/kubernetes-object";
import { Mesh } from "../../mesh/mesh";
import type { MeshOptions } from "../../mesh/mesh-options";
import type { Call } from "../call";
import type { Cluster } from "../cluster";
import { proxyOf } from "../mesh-proxy";
import { clusterOf } from "./cluster-of";
import { serviceCluster } from "./service-cluster";

const object = (
  kind: string,
  name: string,
  namespace: string,
  spec: object,
  more: object = {},
): KubernetesObject => ({
  apiVersion:
    kind === "Deployment"
      ? "apps/v1"
      : kind === "Service" || kind === "Namespace"
        ? "v1"
        : kind === "PeerAuthentication"
          ? "security.istio.io/v1"
          : "networking.istio.io/v1",
  kind,
  metadata: { name, ...(namespace && { namespace }), ...more },
  spec,
});

const space = (name: string, labels: object) => object("Namespace", name, "", {}, { labels });

const deployment = (
  name: string,
  namespace: string,
  labels: Record<string, string>,
  replicas?: number,
) =>
  object("Deployment", name, namespace, {
    ...(replicas !== undefined && { replicas }),
    template: {
      metadata: { labels },
      spec: { containers: [{ name: "c", ports: [{ name: "web", containerPort: 8081 }] }] },
    },
  });

const rule = (name: string, namespace: string, spec: object) =>
  object("DestinationRule", name, namespace, spec);

const web = "web.shop.svc.cluster.local";

const ground: KubernetesObject[] = [
  space("shop", { "istio-injection": "enabled" }),
  space("plain", {}),
  space("mist", { "istio.io/dataplane-mode": "ambient" }),
  object("Service", "web", "shop", {
    selector: { app: "web" },
    ports: [
      { name: "http", port: 80, targetPort: "web" },
      { name: "tcp", port: 90, targetPort: 9000 },
    ],
  }),
  deployment("web-v1", "shop", { app: "web", version: "v1" }, 3),
  deployment("web-v2", "shop", { app: "web", version: "v2" }, 1),
  deployment("web-v3", "shop", { app: "web", version: "v3" }, 0),
  deployment("client", "shop", { app: "client" }),
  object("Service", "old", "plain", { selector: { app: "old" }, ports: [{ port: 80 }] }),
  deployment("old", "plain", { app: "old" }),
  object("Service", "fog", "mist", { selector: { app: "fog" }, ports: [{ port: 80 }] }),
  deployment("fog", "mist", { app: "fog" }),
  deployment("wisp", "mist", { app: "wisp" }),
];

const workloadOf = (mesh: Mesh, name: string) => {
  const found = mesh.workloads.find((one) => one.name === name);
  assert.ok(found);
  return found;
};

const call = (mesh: Mesh, host: string, port: number, client: string): Call => ({
  peer: { workload: workloadOf(mesh, client) },
  protocol: "http",
  host,
  port,
});

const step = { kind: "Service", namespace: "", name: "", path: "" };

const asked = (
  objects: KubernetesObject[],
  destination: { host: string; port?: number; subset?: string },
  options: MeshOptions = {},
): Cluster | undefined => {
  const mesh = new Mesh([...ground, ...objects], options);
  const proxy = proxyOf(workloadOf(mesh, "client"));
  const { host, port = 80 } = destination;
  return clusterOf(mesh, proxy, { ...destination, step }, call(mesh, host, port, "client"));
};

const words = (cluster: Cluster | undefined) =>
  cluster?.endpoints.map(
    ({ workload, address, port, share, tls }) =>
      `${workload?.name ?? address}:${port} ${share} ${tls.mode}`,
  );

const subsets = [
  { name: "v1", labels: { version: "v1" } },
  { name: "v2", labels: { version: "v2" }, trafficPolicy: { tls: { mode: "DISABLE" } } },
];

describe("what stands behind a destination", () => {
  it("is the Pods of a Service by how many they are, at their own port, with mutual TLS of Istio's own", () => {
    assert.deepEqual(words(asked([], { host: web })), [
      "web-v1:8081 75 ISTIO_MUTUAL",
      "web-v2:8081 25 ISTIO_MUTUAL",
    ]);
    assert.deepEqual(words(asked([], { host: web, port: 90 })), [
      "web-v1:9000 75 ISTIO_MUTUAL",
      "web-v2:9000 25 ISTIO_MUTUAL",
    ]);
    assert.deepEqual(words(asked([], { host: "old.plain.svc.cluster.local" })), [
      "old:80 100 DISABLE",
    ]);
    assert.deepEqual(words(asked([], { host: "fog.mist.svc.cluster.local" })), [
      "fog:80 100 HBONE",
    ]);
  });

  it("is nothing at a port, in a subset or of a host that there is not", () => {
    assert.equal(asked([], { host: web, port: 81 }), undefined);
    assert.equal(asked([], { host: web, subset: "v1" }), undefined);
    assert.equal(asked([], { host: "none.shop.svc.cluster.local" }), undefined);
  });

  it("is a subset with what it says instead", () => {
    const split = rule("r", "shop", { host: "web", subsets });
    const found = asked([split], { host: web, subset: "v2" });
    assert.deepEqual(words(found), ["web-v2:8081 100 DISABLE"]);
    assert.deepEqual(
      found?.steps.map(({ kind, path }) => `${kind} ${path}`),
      ["Service metadata.name", "DestinationRule spec.subsets[1]"],
    );
    assert.deepEqual(words(asked([split], { host: web, subset: "v1" })), [
      "web-v1:8081 100 ISTIO_MUTUAL",
    ]);
  });

  it("has the settings of a port in place of all others of the host, and the mesh's below them", () => {
    const settings = rule("r", "shop", {
      host: "web",
      trafficPolicy: {
        tls: { mode: "SIMPLE", sni: "outer" },
        loadBalancer: { simple: "RANDOM" },
        portLevelSettings: [
          { port: { number: 90 }, connectionPool: { tcp: { maxConnections: 7 } } },
        ],
      },
    });
    const meshConfig = { defaultTrafficPolicy: { outlierDetection: { interval: "3s" } } };
    assert.deepEqual(asked([settings], { host: web }, { meshConfig })?.settings, {
      outlierDetection: { interval: "3s" },
      tls: { mode: "SIMPLE", sni: "outer" },
      loadBalancer: { simple: "RANDOM" },
    });
    assert.deepEqual(asked([settings], { host: web, port: 90 })?.settings, {
      connectionPool: { tcp: { maxConnections: 7 } },
    });
    assert.deepEqual(words(asked([settings], { host: web, port: 90 })), [
      "web-v1:9000 75 DISABLE",
      "web-v2:9000 25 DISABLE",
    ]);
  });

  it("follows the client's namespace, then the host's, then the mesh's; an exact host before a wildcard", () => {
    const subset = (name: string) => ({ subsets: [{ name }] });
    const fog = "fog.mist.svc.cluster.local";
    const of = (...objects: KubernetesObject[]) =>
      ["own", "wide", "theirs", "root"].filter((name) =>
        asked(objects, { host: fog, subset: name }),
      );
    const all = [
      rule("root", "istio-system", { host: fog, ...subset("root") }),
      rule("theirs", "mist", { host: "fog", ...subset("theirs") }),
      rule("wide", "shop", { host: "*.mist.svc.cluster.local", ...subset("wide") }),
      rule("own", "shop", { host: fog, ...subset("own") }),
    ];
    assert.deepEqual(of(...all.slice(0, 1)), ["root"]);
    assert.deepEqual(of(...all.slice(0, 2)), ["theirs"]);
    assert.deepEqual(of(...all.slice(0, 3)), ["wide"]);
    assert.deepEqual(of(...all), ["own"]);
  });

  it("speaks plainly where PeerAuthentications say so", () => {
    const of = (spec: object) =>
      words(asked([object("PeerAuthentication", "p", "shop", spec)], { host: web }));
    assert.deepEqual(of({ mtls: { mode: "DISABLE" } }), [
      "web-v1:8081 75 DISABLE",
      "web-v2:8081 25 DISABLE",
    ]);
    assert.deepEqual(
      of({ selector: { matchLabels: { version: "v2" } }, mtls: { mode: "DISABLE" } }),
      ["web-v1:8081 75 ISTIO_MUTUAL", "web-v2:8081 25 DISABLE"],
    );
  });

  it("is what a ServiceEntry names", () => {
    const entry = (spec: object) =>
      words(
        asked(
          [
            object("ServiceEntry", "e", "shop", {
              hosts: ["api.example.com"],
              ports: [{ number: 443, name: "tls", protocol: "TLS", targetPort: 8443 }],
              ...spec,
            }),
          ],
          { host: "api.example.com", port: 443 },
        ),
      );
    const endpoints = [
      { address: "192.0.2.1", weight: 3 },
      { address: "192.0.2.2", ports: { tls: 9443 } },
    ];
    assert.deepEqual(entry({ resolution: "DNS" }), ["api.example.com:8443 100 DISABLE"]);
    assert.deepEqual(entry({ resolution: "STATIC", endpoints }), [
      "192.0.2.1:8443 75 DISABLE",
      "192.0.2.2:9443 25 DISABLE",
    ]);
    assert.deepEqual(entry({ resolution: "NONE" }), ["api.example.com:8443 100 DISABLE"]);
    assert.deepEqual(
      entry({
        resolution: "STATIC",
        location: "MESH_INTERNAL",
        workloadSelector: { labels: { version: "v1" } },
      }),
      ["web-v1:8443 100 ISTIO_MUTUAL"],
    );
  });

  it("is of TCP and UDP together where proxies look names up by a port's number", () => {
    const dns = [
      object(
        "Service",
        "dns",
        "shop",
        {
          selector: { app: "web" },
          ports: [{ name: "dns", port: 53, targetPort: 5353, protocol: "UDP" }],
        },
        { annotations: { "networking.istio.io/exportTo": "plain" } },
      ),
      object("ServiceEntry", "dns", "shop", {
        hosts: ["dns.shop.svc.cluster.local"],
        ports: [{ number: 53, name: "tcp", protocol: "TCP" }],
        resolution: "DNS",
        endpoints: [{ address: "192.0.2.1" }],
      }),
    ];
    assert.deepEqual(words(asked(dns, { host: "dns.shop.svc.cluster.local", port: 53 })), [
      "web-v1:5353 60 DISABLE",
      "web-v2:5353 20 DISABLE",
      "192.0.2.1:53 20 DISABLE",
    ]);
  });

  it("is whoever has the address of a ServiceEntry that leaves it to its clients", () => {
    const mesh = new Mesh([
      ...ground,
      object("ServiceEntry", "e", "shop", {
        hosts: ["proxy.example.com"],
        addresses: ["192.0.2.80"],
        ports: [{ number: 3128, name: "tcp", protocol: "TCP" }],
        resolution: "NONE",
      }),
    ]);
    const proxy = proxyOf(workloadOf(mesh, "client"));
    const called = { ...call(mesh, "192.0.2.80", 3128, "client"), address: "192.0.2.80" };
    const destination = { host: "proxy.example.com", port: 3128, step };
    assert.deepEqual(words(clusterOf(mesh, proxy, destination, called)), [
      "192.0.2.80:3128 100 DISABLE",
    ]);
  });

  it("says where the set does not name who answers", () => {
    const bare = [
      object("Service", "bare", "shop", { ports: [{ port: 80 }] }),
      object("Service", "lost", "shop", { selector: { app: "lost" }, ports: [{ port: 80 }] }),
    ];
    const known = (name: string) => asked(bare, { host: `${name}.shop.svc.cluster.local` })?.known;
    assert.equal(known("bare"), false);
    assert.equal(known("lost"), true);
  });
});

describe("what a client without a proxy finds", () => {
  const found = (
    objects: KubernetesObject[],
    host: string,
    client: string,
    port = 80,
    options: { meshConfig?: Record<string, unknown> } = {},
  ) => {
    const mesh = new Mesh([...ground, ...objects], options);
    return words(serviceCluster(mesh, call(mesh, host, port, client)));
  };

  it("is a Service by every name that DNS knows, with HBONE between ztunnels", () => {
    for (const name of ["fog", "fog.mist", "fog.mist.svc", "fog.mist.svc.cluster.local"]) {
      assert.deepEqual(found([], name, "wisp"), ["fog:80 100 HBONE"]);
    }
    assert.deepEqual(found([], "fog.mist", "old"), ["fog:80 100 DISABLE"]);
    assert.equal(found([], "fog", "old"), undefined);
    assert.deepEqual(found([], "web.shop", "wisp", 81), []);
  });

  it("is a sidecar by HBONE, unless the mesh config says that there is none", () => {
    assert.deepEqual(found([], "web.shop", "wisp"), [
      "web-v1:8081 75 HBONE",
      "web-v2:8081 25 HBONE",
    ]);
    assert.deepEqual(found([], "web.shop", "wisp", 80, { meshConfig: {} }), [
      "web-v1:8081 75 DISABLE",
      "web-v2:8081 25 DISABLE",
    ]);
  });

  it("is the Pods themselves without an address of the Service, and one by its name", () => {
    const headless = [
      object("Service", "db", "plain", {
        clusterIP: "None",
        selector: { app: "db" },
        ports: [{ port: 80, targetPort: 8080 }],
      }),
      { ...deployment("db", "plain", { app: "db" }, 2), kind: "StatefulSet" },
      deployment("replica", "plain", { app: "db" }, 2),
    ];
    assert.deepEqual(found(headless, "db", "old", 5432), [
      "replica:5432 50 DISABLE",
      "db:5432 50 DISABLE",
    ]);
    assert.deepEqual(found(headless, "db-1.db.plain", "wisp", 5432), ["db:5432 100 DISABLE"]);
  });

  it("is another name's where the Service stands for it", () => {
    const alias = (externalName: string) =>
      object("Service", "alias", "plain", { type: "ExternalName", externalName });
    assert.deepEqual(found([alias("fog.mist.svc.cluster.local")], "alias", "old"), [
      "fog:80 100 DISABLE",
    ]);
    assert.deepEqual(found([alias("api.example.com")], "alias", "old"), [
      "api.example.com:80 100 DISABLE",
    ]);
  });
});
