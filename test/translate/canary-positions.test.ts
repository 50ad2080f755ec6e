import assert from "node:assert/strict";
import { Canary, type CanaryArgs } from "../../components";
import { namespace, objectsOf, pod, service } from "../support/objects";
import { type ProxyConfig, ProxyKind, translate } from "../support/translate";
import { type DialectArgs, shares } from "../support/two-dialects";

const versions = [
  { name: "v1", weight: 90 },
  { name: "v2", weight: 10 },
];
const canary = (args: Partial<CanaryArgs>) => (dialect: DialectArgs) => {
  new Canary("web", { service: "web", namespace: "shop", versions, ...args, ...dialect });
};

describe("[Canary: translated] ports and positions", () => {
  const several = {
    apiVersion: "v1",
    kind: "Service",
    metadata: { name: "web", namespace: "shop" },
    spec: {
      selector: { app: "web" },
      ports: [80, 8080].map((port) => ({ name: `http-${port}`, port, protocol: "TCP" })),
    },
  };
  const pods = [pod("web-0", "shop", "10.0.0.1", { app: "web", version: "v1" })];
  const client = { name: "client", kind: ProxyKind.Sidecar, namespace: "shop" };

  it("splits the port that is named, and leaves the Service's others alone", async () => {
    const made = await objectsOf(() => canary({ port: 8080 })({}));
    const objects = [several, ...pods, ...made];
    const { client: config } = await translate({ objects, proxies: [client] });
    assert.ok(config);
    assert.deepEqual(shares(config, { port: 8080 }), { v1: 90, v2: 10 });
    assert.deepEqual(shares(config, { port: 80 }), { web: 100 });
  });

  const edge = { gateways: ["mesh", "edge/public"], hosts: ["shop.example.com"] };
  const matches = [{ headers: [{ name: "x-beta", present: true }], version: "v2" }];
  const outside = { host: "shop.example.com", headers: { "x-beta": "" } };

  it("splits alike at an Istio gateway and in the mesh", async () => {
    const made = await objectsOf(() => canary({ ...edge, matches })({}));
    const gateway = {
      apiVersion: "networking.istio.io/v1",
      kind: "Gateway",
      metadata: { name: "public", namespace: "edge" },
      spec: {
        selector: { istio: "ingress" },
        servers: [
          { port: { number: 80, name: "http", protocol: "HTTP" }, hosts: ["*/shop.example.com"] },
        ],
      },
    };
    const ingress = {
      name: "ingress",
      kind: ProxyKind.Gateway,
      namespace: "edge",
      labels: { istio: "ingress" },
    };
    const objects = [namespace("edge"), service("web", "shop"), ...pods, gateway, ...made];
    const configs = await translate({ objects, proxies: [client, ingress] });
    const { client: mesh, ingress: out } = configs as Record<string, ProxyConfig>;
    assert.ok(mesh && out);
    assert.deepEqual(shares(mesh), { v1: 90, v2: 10 });
    assert.deepEqual(shares(out, { host: "shop.example.com" }), { v1: 90, v2: 10 });
    assert.deepEqual(shares(out, outside), { v2: 100 });
  });

  it("splits alike at a Gateway API gateway", async () => {
    const made = await objectsOf(() =>
      canary({ ...edge, matches })({ dialect: "gateway-api", port: 80 }),
    );
    const gateway = {
      apiVersion: "gateway.networking.k8s.io/v1",
      kind: "Gateway",
      metadata: { name: "public", namespace: "edge" },
      spec: {
        gatewayClassName: "istio",
        listeners: [
          {
            name: "http",
            port: 80,
            protocol: "HTTP",
            hostname: "shop.example.com",
            allowedRoutes: { namespaces: { from: "All" } },
          },
        ],
      },
    };
    const ingress = { name: "public", kind: ProxyKind.Gateway, namespace: "edge" };
    const objects = [namespace("edge"), service("web", "shop"), ...pods, gateway, ...made];
    const { public: config } = await translate({ objects, proxies: [ingress] });
    assert.ok(config);
    assert.deepEqual(shares(config, { host: "shop.example.com" }), { v1: 90, v2: 10 });
    assert.deepEqual(shares(config, outside), { v2: 100 });
  });
});
