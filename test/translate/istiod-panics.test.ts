import assert from "node:assert/strict";
import { dynamicDnsOutlier } from "../../analysis/mesh/checks/dynamic-dns-outlier";
import { gatewayAllHostsFirst } from "../../analysis/mesh/checks/gateway-all-hosts-first";
import { checkMesh } from "../../analysis/mesh/run-checks";
import type { KubernetesObject } from "../support/objects";
import { ProxyKind, translate } from "../support/translate";

/** What ends istiod is found before it gets there, and nothing beside it. */

const networking = (kind: string, name: string, spec: object): KubernetesObject => ({
  apiVersion: "networking.istio.io/v1",
  kind,
  metadata: { name, namespace: "out" },
  spec,
});

const gateway = (...hosts: string[]): KubernetesObject[] => [
  networking("Gateway", "front", {
    selector: { istio: "ingressgateway" },
    servers: [{ port: { number: 80, name: "http", protocol: "HTTP" }, hosts }],
  }),
];

const rule = (host: string, trafficPolicy: object): KubernetesObject[] => [
  networking("ServiceEntry", "partners", {
    hosts: ["*.partners.example.com"],
    ports: [{ number: 443, name: "tls", protocol: "TLS" }],
    location: "MESH_EXTERNAL",
    resolution: "DYNAMIC_DNS",
  }),
  networking("DestinationRule", "partners", { host, trafficPolicy }),
];

const outlierDetection = { consecutive5xxErrors: 3 };

const sets: Readonly<Record<string, readonly KubernetesObject[]>> = {
  "outlier detection of a wildcard that DNS is asked for": rule("*.partners.example.com", {
    outlierDetection,
  }),
  "outlier detection of a wider wildcard": rule("*.example.com", { outlierDetection }),
  "outlier detection of the port": rule("*.example.com", {
    portLevelSettings: [{ port: { number: 443 }, outlierDetection }],
  }),
  "outlier detection that the port has not": rule("*.example.com", {
    outlierDetection,
    portLevelSettings: [
      { port: { number: 443 }, connectionPool: { tcp: { connectTimeout: "3s" } } },
    ],
  }),
  "outlier detection of another host": rule("*.example.org", { outlierDetection }),
  "all hosts before one of the own namespace": gateway("*/*", "./shop.example.com"),
  "all hosts before one of every namespace": gateway("*/*", "*/shop.example.com"),
  "all hosts twice": gateway("*/*", "*/*"),
  "all hosts before one of a namespace": gateway("*/*", "shop/shop.example.com"),
  "all hosts in the end": gateway("./shop.example.com", "*/*"),
};

const proxies = [
  { name: "client", kind: ProxyKind.Sidecar, namespace: "out" },
  {
    name: "front",
    kind: ProxyKind.Gateway,
    namespace: "out",
    labels: { istio: "ingressgateway" },
  },
];

async function panics(objects: readonly KubernetesObject[]): Promise<boolean> {
  try {
    await translate({ objects, proxies });
    return false;
  } catch (error) {
    assert.match((error as Error).message, /^panic: /);
    return true;
  }
}

const checks = [gatewayAllHostsFirst, dynamicDnsOutlier];

describe("[translated] what istiod panics over", () => {
  for (const [what, objects] of Object.entries(sets)) {
    it(`is found, and else nothing: ${what}`, async () => {
      const { findings } = checkMesh(objects, { checks });
      assert.equal(findings.length > 0, await panics(objects));
    });
  }
});
