import assert from "node:assert/strict";
import type { KubernetesObject } from "../../mesh/kubernetes-object";
import { Mesh } from "../../mesh/mesh";
import { answer } from "../ask";
import { requestFromUrl } from "../from-url";

const object = (
  apiVersion: string,
  kind: string,
  name: string,
  namespace: string,
  spec: object,
): KubernetesObject => ({ apiVersion, kind, metadata: { name, namespace }, spec });

const networking = "networking.istio.io/v1";
const labels = { istio: "egressgateway" };
const host = "api.example.com";
const egress = "egress.edge.svc.cluster.local";

const deployment = (name: string, namespace: string, pod: object) =>
  object("apps/v1", "Deployment", name, namespace, { template: { metadata: pod } });

const objects = [
  {
    apiVersion: "v1",
    kind: "Namespace",
    metadata: { name: "shop", labels: { "istio-injection": "enabled" } },
  },
  deployment("web", "shop", { labels: { app: "web" } }),
  deployment("egress", "edge", {
    labels,
    annotations: { "inject.istio.io/templates": "gateway" },
  }),
  object("v1", "Service", "egress", "edge", {
    selector: labels,
    ports: [{ name: "http2", port: 80, targetPort: 8080 }],
  }),
  object(networking, "ServiceEntry", "api", "edge", {
    hosts: [host],
    location: "MESH_EXTERNAL",
    resolution: "DNS",
    ports: [{ number: 80, name: "http", protocol: "HTTP" }],
  }),
  object(networking, "Gateway", "out", "edge", {
    selector: labels,
    servers: [{ port: { number: 80, name: "http", protocol: "HTTP" }, hosts: [host] }],
  }),
];

const routes = (gatewayHost: string) =>
  object(networking, "VirtualService", "api", "edge", {
    hosts: [host],
    gateways: ["mesh", "edge/out"],
    http: [
      {
        match: [{ gateways: ["mesh"] }],
        route: [{ destination: { host: egress, port: { number: 80 } } }],
      },
      {
        match: [{ gateways: ["edge/out"] }],
        route: [{ destination: { host: gatewayHost, port: { number: 80 } } }],
      },
    ],
  });

const asked = (...more: KubernetesObject[]) => askedOf([...objects, ...more]);

const askedOf = (all: readonly KubernetesObject[]) =>
  answer(
    new Mesh(all),
    requestFromUrl(
      { kind: "workload", namespace: "shop", name: "web" },
      undefined,
      `http://${host}/`,
    ),
  );

describe("a call that goes out by an egress gateway", () => {
  it("is sent on as the gateway's own routes say", () => {
    const found = asked(routes(host));
    assert.equal(found.outcome, "routed");
    assert.deepEqual(found.destinations, [{ service: host, port: 80, share: 100 }]);
    assert.ok(found.trail.some(({ path }) => path === "spec.servers[0]"));
    assert.ok(found.trail.some(({ path }) => path.startsWith("spec.http[1]")));
  });

  it("has no route where the gateway has none for it", () => {
    const only = object(networking, "VirtualService", "api", "edge", {
      hosts: [host],
      http: [{ route: [{ destination: { host: egress, port: { number: 80 } } }] }],
    });
    const { outcome, status } = asked(only);
    assert.deepEqual({ outcome, status }, { outcome: "noRoute", status: 404 });
  });

  it("finds nobody where the gateway listens to nobody", () => {
    const without = objects.filter(({ kind }) => kind !== "Gateway");
    const { outcome, status, reason } = askedOf([...without, routes(host)]);
    assert.deepEqual(
      { outcome, status, reason },
      {
        outcome: "reset",
        status: 503,
        reason: "no gateway of the set has a server at port 8080 of egress.edge",
      },
    );
  });

  it("is not judged where it comes back to the gateway for ever", () => {
    const found = asked(routes(egress));
    assert.equal(found.outcome, "notJudged");
    assert.deepEqual(found.notModelled, ["a way that comes back to where it was"]);
  });
});
