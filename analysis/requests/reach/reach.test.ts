import assert from "node:assert/strict";
import type { KubernetesObject } from "../../mesh/kubernetes-object";
import { Mesh } from "../../mesh/mesh";
import { answerWords } from "../answer-words";
import { type ReachFilter, reach } from "./reach";

const namespace = (name: string, labels: object): KubernetesObject => ({
  apiVersion: "v1",
  kind: "Namespace",
  metadata: { name, labels: { ...labels } },
});

const workload = (name: string, inNamespace: string, app: string): KubernetesObject => ({
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name, namespace: inNamespace },
  spec: {
    selector: { matchLabels: { app } },
    template: {
      metadata: { labels: { app, version: name.split("-").at(-1) } },
      spec: { serviceAccountName: name, containers: [{ name: "main", image: "main" }] },
    },
  },
});

const service = (
  name: string,
  inNamespace: string,
  port: number,
  portName = "http",
): KubernetesObject => ({
  apiVersion: "v1",
  kind: "Service",
  metadata: { name, namespace: inNamespace },
  spec: { selector: { app: name }, ports: [{ name: portName, port, targetPort: port + 1 }] },
});

const policy: KubernetesObject = {
  apiVersion: "security.istio.io/v1",
  kind: "AuthorizationPolicy",
  metadata: { name: "viewers", namespace: "shop" },
  spec: {
    selector: { matchLabels: { app: "cart" } },
    action: "ALLOW",
    rules: [
      {
        from: [{ source: { namespaces: ["shop"] } }],
        to: [{ operation: { paths: ["/public"] } }],
      },
    ],
  },
};

const objects: readonly KubernetesObject[] = [
  namespace("shop", { "istio-injection": "enabled" }),
  namespace("office", { "istio-injection": "enabled" }),
  namespace("plain", {}),
  workload("cart-v1", "shop", "cart"),
  workload("web-v1", "shop", "web"),
  workload("sleep-v1", "office", "sleep"),
  workload("old-v1", "plain", "old"),
  workload("db-v1", "plain", "db"),
  service("cart", "shop", 8080),
  service("db", "plain", 5432, "tcp"),
  policy,
];

const told = (all: readonly KubernetesObject[], filter?: ReachFilter): string[] =>
  reach(new Mesh(all), filter).map(
    ({ from, to, level, requests, answer }) =>
      `${from} → ${to} ${level} ${requests}: ${answerWords(answer)}`,
  );

const denied = "denied (403): AuthorizationPolicy viewers.shop does not allow it";

describe("who may call whom", () => {
  it("is told for each class of clients and of requests", () => {
    assert.deepEqual(told(objects, { to: (name) => name === "cart.shop:8080" }), [
      `cart-v1.shop, web-v1.shop → cart.shop:8080 L7 any path but path /public: ${denied}`,
      "cart-v1.shop, web-v1.shop → cart.shop:8080 L7 path /public: cart.shop:8080 v1",
      `sleep-v1.office, old-v1.plain, db-v1.plain → cart.shop:8080 L7 any path: ${denied}`,
    ]);
  });

  it("is L4 where nobody sees requests", () => {
    assert.deepEqual(
      told(objects, {
        to: (name) => name.startsWith("db."),
        from: (name) => name.endsWith(".shop"),
      }),
      ["cart-v1.shop, web-v1.shop → db.plain:5432 L4 any connection: db.plain:5432 v1"],
    );
  });

  it("is of those clients only who are asked for", () => {
    assert.deepEqual(
      reach(new Mesh(objects), {
        from: (name) => name === "web-v1.shop",
        to: (name) => name === "cart.shop:8080",
      }).map(({ callers, requests }) => `${callers.join()} ${requests}`),
      ["web-v1.shop any path but path /public", "web-v1.shop path /public"],
    );
    assert.deepEqual(told(objects, { from: () => false }), []);
  });

  it("names whoever is no workload beside those who are", () => {
    const inMesh = objects.filter(({ metadata }) => metadata?.namespace !== "plain");
    assert.deepEqual(
      reach(new Mesh(inMesh), { to: (name) => name === "cart.shop:8080" }).map(
        ({ callers, others }) => [...callers, ...others].join(", "),
      ),
      [
        "cart-v1.shop, web-v1.shop",
        "cart-v1.shop, web-v1.shop",
        "sleep-v1.office, Pods outside the mesh",
      ],
    );
  });

  it("has those outside at each gateway", () => {
    const gateway: KubernetesObject = {
      apiVersion: "networking.istio.io/v1",
      kind: "Gateway",
      metadata: { name: "edge", namespace: "shop" },
      spec: {
        selector: { istio: "ingressgateway" },
        servers: [
          { port: { number: 80, name: "http", protocol: "HTTP" }, hosts: ["shop.example.com"] },
        ],
      },
    };
    const route: KubernetesObject = {
      apiVersion: "networking.istio.io/v1",
      kind: "VirtualService",
      metadata: { name: "edge", namespace: "shop" },
      spec: {
        hosts: ["shop.example.com"],
        gateways: ["edge"],
        http: [{ match: [{ uri: { prefix: "/web" } }], route: [{ destination: { host: "web" } }] }],
      },
    };
    const all = [...objects, service("web", "shop", 80), gateway, route];
    const outside = reach(new Mesh(all), { from: (name) => name === "outside" });
    assert.deepEqual(
      outside.map(
        ({ gateway: at, to, requests, answer }) =>
          `${at} ${to} ${requests}: ${answerWords(answer)}`,
      ),
      [
        "shop/edge shop.example.com:80 any path but path /web…: 404: no route takes it",
        "shop/edge shop.example.com:80 path /web…: web.shop:80 v1",
      ],
    );
  });
});
