import assert from "node:assert/strict";
import type { KubernetesObject } from "../mesh/kubernetes-object";
import { Mesh } from "../mesh/mesh";
import type { MeshProxy } from "./mesh-proxy";
import { type View, viewOf } from "./visibility";
import { routesAt } from "./visibility/routes";

const service = (name: string, namespace: string, exportTo?: string): KubernetesObject => ({
  apiVersion: "v1",
  kind: "Service",
  metadata: {
    name,
    namespace,
    ...(exportTo && { annotations: { "networking.istio.io/exportTo": exportTo } }),
  },
  spec: {
    selector: { app: name },
    ports: [
      { name: "http", port: 80, targetPort: 8080 },
      { name: "tcp", port: 90 },
    ],
  },
});

const object = (
  kind: string,
  name: string,
  namespace: string,
  spec: object,
  creationTimestamp?: string,
): KubernetesObject => ({
  apiVersion: "networking.istio.io/v1",
  kind,
  metadata: { name, namespace, ...(creationTimestamp && { creationTimestamp }) },
  spec,
});

const entry = (name: string, namespace: string, port: number, created?: string) =>
  object(
    "ServiceEntry",
    name,
    namespace,
    {
      hosts: ["api.example.com"],
      resolution: "DNS",
      ports: [{ name: `p${port}`, number: port, protocol: "TCP" }],
    },
    created,
  );

const routes = (name: string, namespace: string, host: string, more: object = {}) =>
  object("VirtualService", name, namespace, {
    hosts: [host],
    http: [{ route: [{ destination: { host, port: { number: 80 } } }] }],
    ...more,
  });

const viewed = (
  objects: KubernetesObject[],
  namespace: string,
  {
    labels = {},
    kind = "sidecar",
    meshConfig = {},
  }: Partial<MeshProxy> & { meshConfig?: object } = {},
): View =>
  viewOf(new Mesh(objects, { meshConfig: meshConfig as never }), {
    kind,
    namespace,
    labels,
  } as MeshProxy);

const host = (name: string, namespace: string) => `${name}.${namespace}.svc.cluster.local`;

const seen = ({ hosts }: View): string[] =>
  hosts.map(({ host: one, ports }) => `${one.host} ${ports.map(({ port }) => port)}`);

describe("what a proxy sees", () => {
  const two = [
    service("web", "shop"),
    service("db", "shop", "."),
    service("log", "ops", "shop, ops"),
  ];

  it("is what is exported to its namespace, what is exported by name first", () => {
    assert.deepEqual(seen(viewed(two, "shop")), [
      `${host("db", "shop")} 80,90`,
      `${host("log", "ops")} 80,90`,
      `${host("web", "shop")} 80,90`,
    ]);
    assert.deepEqual(seen(viewed(two, "other")), [`${host("web", "shop")} 80,90`]);
    assert.deepEqual(seen(viewed(two, "ops", { kind: "gateway" })), [
      `${host("log", "ops")} 80,90`,
      `${host("web", "shop")} 80,90`,
    ]);
  });

  it("is what the mesh exports where an object says nothing", () => {
    const meshConfig = { defaultServiceExportTo: ["."] };
    assert.equal(viewed(two, "other", { meshConfig }).host(host("web", "shop")), undefined);
    assert.notEqual(viewed(two, "shop", { meshConfig }).host(host("web", "shop")), undefined);
  });

  it("is what the Sidecar takes in that chooses it, else that of its namespace, else that of the mesh", () => {
    const egress = (...hosts: string[]) => ({ egress: [{ hosts }] });
    const all = [
      service("web", "shop"),
      service("pay", "shop"),
      service("log", "ops"),
      object("Sidecar", "mesh", "istio-system", egress("./*", "ops/*")),
      object("Sidecar", "shop", "shop", egress("./*", "~./pay.shop.svc.cluster.local")),
      object("Sidecar", "a", "shop", {
        ...egress("ops/log.ops.svc.cluster.local"),
        workloadSelector: { labels: { app: "a" } },
      }),
    ];
    assert.deepEqual(seen(viewed(all, "shop")), [`${host("web", "shop")} 80,90`]);
    assert.deepEqual(seen(viewed(all, "shop", { labels: { app: "a" } })), [
      `${host("log", "ops")} 80,90`,
    ]);
    assert.deepEqual(seen(viewed(all, "free")), [`${host("log", "ops")} 80,90`]);
    assert.equal(seen(viewed(all, "shop", { kind: "waypoint" })).length, 3);
  });

  it("has at a listener's port that port alone", () => {
    const sidecar = object("Sidecar", "s", "shop", {
      egress: [
        {
          port: { number: 90, protocol: "TCP", name: "tcp" },
          hosts: ["./web.shop.svc.cluster.local"],
        },
        { port: { number: 91, protocol: "TCP", name: "none" }, hosts: ["./*"] },
        { hosts: ["~/*"] },
      ],
    });
    assert.deepEqual(seen(viewed([service("web", "shop"), sidecar], "shop")), [
      `${host("web", "shop")} 90`,
    ]);
  });

  it("is what seen routes send requests to", () => {
    const all = [
      service("web", "shop"),
      service("pay", "ops"),
      object("Sidecar", "s", "shop", { egress: [{ hosts: ["./*"] }] }),
      object("VirtualService", "v", "shop", {
        hosts: ["web"],
        http: [{ route: [{ destination: { host: host("pay", "ops"), port: { number: 90 } } }] }],
      }),
    ];
    assert.deepEqual(seen(viewed(all, "shop")), [
      `${host("web", "shop")} 80,90`,
      `${host("pay", "ops")} 90`,
    ]);
  });

  it("has one namespace for a host: the proxy's own, a Service's, the oldest's", () => {
    const places = (all: KubernetesObject[], namespace: string) =>
      viewed(all, namespace).host("api.example.com")?.host.namespace;
    const all = [
      entry("new", "a", 80, "2026-02-01T00:00:00Z"),
      entry("old", "b", 81, "2026-01-01T00:00:00Z"),
    ];
    assert.equal(places(all, "a"), "a");
    assert.equal(places(all, "c"), "b");
    assert.equal(
      viewed(all, "a", { kind: "gateway" }).host("api.example.com")?.host.namespace,
      "b",
    );
  });

  it("joins the ports of like entries of one namespace", () => {
    assert.deepEqual(seen(viewed([entry("b", "a", 80), entry("a", "a", 81)], "c")), [
      "api.example.com 81,80",
    ]);
  });

  it("has routes in order: its own, those for it, those for everybody; the oldest first", () => {
    const all = [
      routes("z", "shop", "web", { exportTo: ["."] }),
      routes("b", "shop", "web"),
      routes("a", "shop", "pay"),
      routes("c", "ops", "log", { exportTo: ["shop"] }),
      routes("d", "ops", "log", { exportTo: ["."] }),
      routes("e", "ops", "log", { gateways: ["gw"] }),
    ];
    const names = (view: View) =>
      view.listeners.flatMap((one) => one.routes.map(({ source }) => source.id.name));
    assert.deepEqual(names(viewed(all, "shop")), ["z", "c", "a", "b"]);
    const mesh = new Mesh(all);
    assert.deepEqual(
      routesAt(mesh, "any", "ops/gw").map(({ source }) => source.id.name),
      ["e"],
    );
  });

  it("says where calls to nobody go", () => {
    const sidecar = object("Sidecar", "s", "shop", { outboundTrafficPolicy: {} });
    assert.equal(viewed([], "shop").outbound.mode, "ALLOW_ANY");
    assert.deepEqual(viewed([sidecar], "shop").outbound, {
      mode: "REGISTRY_ONLY",
      step: {
        kind: "Sidecar",
        namespace: "shop",
        name: "s",
        path: "spec.outboundTrafficPolicy",
      },
    });
  });
});
