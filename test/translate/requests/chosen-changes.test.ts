import assert from "node:assert/strict";
import { Mesh } from "../../../analysis/mesh/mesh";
import { Scope } from "../../../analysis/mesh/scope";
import { impact } from "../../../analysis/requests/impact/impact";
import type { KubernetesObject } from "../../support/objects";
import { differences, faults } from "../../support/requests/impact-faults";
import { impactGround, impactProxies } from "../../support/requests/impact-world";
import { translate } from "../../support/translate";

const istio = (kind: string, name: string, spec: object, place = "shop"): KubernetesObject => ({
  apiVersion: "networking.istio.io/v1",
  kind,
  metadata: { name, namespace: place },
  spec,
});

const subsets = (more: object) => [
  { name: "v1", labels: { version: "v1" }, ...more },
  { name: "v2", labels: { version: "v2" } },
];

const rule = (trafficPolicy: object, subset: object = {}) =>
  istio("DestinationRule", "web", { host: "web", trafficPolicy, subsets: subsets(subset) });

const toSubset = istio("VirtualService", "web", {
  hosts: ["web"],
  http: [{ route: [{ destination: { host: "web", subset: "v1" } }] }],
});

const tls = (mode: string) => ({ tls: { mode } });
const atPort = (settings: object, number = 80) => ({
  portLevelSettings: [{ port: { number }, ...settings }],
});
const pool = { connectionPool: { tcp: { maxConnections: 3 } } };

const entry = (protocol: string, targetPort: number) =>
  istio("ServiceEntry", "pay", {
    hosts: ["pay.example.net"],
    ports: [{ number: 80, name: "one", protocol, targetPort }],
    resolution: "DNS",
  });

const origination = istio("DestinationRule", "pay", {
  host: "pay.example.net",
  trafficPolicy: { tls: { mode: "SIMPLE", sni: "pay.example.net" } },
});

const strict: KubernetesObject = {
  apiVersion: "security.istio.io/v1",
  kind: "PeerAuthentication",
  metadata: { name: "default", namespace: "shop" },
  spec: { mtls: { mode: "STRICT" } },
};

const handing = istio("VirtualService", "web", {
  hosts: ["web"],
  http: [
    { match: [{ uri: { prefix: "/cart" } }], delegate: { name: "cart", namespace: "bank" } },
    { route: [{ destination: { host: "api", port: { number: 8000 } } }] },
  ],
});
const handedOnly = istio("VirtualService", "web", {
  hosts: ["web"],
  http: [{ delegate: { name: "cart", namespace: "bank" } }],
});
const delegate = istio(
  "VirtualService",
  "cart",
  { http: [{ timeout: "3s", route: [{ destination: { host: "any" } }] }] },
  "bank",
);

type Set = readonly KubernetesObject[];

/** Changes of which no random set is certain to have any. */
const all: readonly (readonly [name: string, before: Set, after: Set])[] = [
  [
    "TLS of a port",
    [rule(tls("DISABLE"))],
    [rule({ ...tls("DISABLE"), ...atPort(tls("ISTIO_MUTUAL")) })],
  ],
  [
    "a port that says nothing of TLS",
    [rule(tls("DISABLE"))],
    [rule({ ...tls("DISABLE"), ...atPort(pool) })],
  ],
  [
    "a subset's port that says nothing of TLS",
    [toSubset, rule(tls("DISABLE"))],
    [toSubset, rule(tls("DISABLE"), { trafficPolicy: atPort(pool) })],
  ],
  [
    "a subset's port with TLS",
    [toSubset, strict, rule(tls("DISABLE"))],
    [toSubset, strict, rule(tls("DISABLE"), { trafficPolicy: atPort(tls("ISTIO_MUTUAL")) })],
  ],
  [
    "a host's port below a subset",
    [toSubset, strict, rule(pool, { trafficPolicy: pool })],
    [toSubset, strict, rule({ ...pool, ...atPort(tls("DISABLE")) }, { trafficPolicy: pool })],
  ],
  ["TLS of the client to a port of HTTP", [strict, rule(pool)], [strict, rule(tls("SIMPLE"))]],
  ["TLS of the client to a port of HTTP that takes all", [rule(pool)], [rule(tls("SIMPLE"))]],
  ["TLS to a host outside", [entry("HTTP", 443)], [entry("HTTP", 443), origination]],
  ["TLS to a host outside, of TLS", [entry("TLS", 443)], [entry("TLS", 443), origination]],
  ["a delegate gone", [handing, delegate], [handing]],
  ["the only delegate gone", [handedOnly, delegate], [handedOnly]],
];

describe("impact of chosen changes", () => {
  for (const [name, before, after] of all) {
    it(`is what istiod's proxies do otherwise: ${name}`, async () => {
      const sets = [before, after].map((own) => [...impactGround(), ...own]);
      const [old, now] = await Promise.all(
        sets.map(async (objects) => ({
          objects,
          configs: await translate({ objects, meshConfig: {}, proxies: impactProxies() }),
        })),
      );
      const meshes = sets.map((objects) => new Mesh(objects as never, { scope: Scope.Cluster }));
      assert.ok(old && now && meshes[0] && meshes[1]);
      const both = [old, now] as const;
      const found = faults(both, differences(both), impact(meshes[0], meshes[1]).changes);
      assert.deepEqual(found, []);
    }).timeout(120_000);
  }
});
