import assert from "node:assert/strict";
import type { KubernetesObject } from "../../mesh/kubernetes-object";
import { Mesh } from "../../mesh/mesh";
import type { MeshOptions } from "../../mesh/mesh-options";
import { Scope } from "../../mesh/scope";
import { proxyOf } from "../mesh-proxy";
import { sidecarDecision } from "./outbound";

const pod: KubernetesObject = {
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: "client", namespace: "shop", labels: { "sidecar.istio.io/inject": "true" } },
  spec: {},
};

const filter = (name: string, namespace: string, context: string, labels = {}) => ({
  apiVersion: "networking.istio.io/v1alpha3",
  kind: "EnvoyFilter",
  metadata: { name, namespace },
  spec: {
    workloadSelector: { labels },
    configPatches: [
      { applyTo: "CLUSTER", match: { context }, patch: { operation: "MERGE", value: {} } },
    ],
  },
});

function decide(host: string, objects: readonly KubernetesObject[], options?: MeshOptions) {
  const mesh = new Mesh([pod, ...objects], options);
  const [workload] = mesh.workloads;
  assert.ok(workload);
  return sidecarDecision(mesh, proxyOf(workload), {
    peer: { workload },
    protocol: "http",
    host,
    port: 80,
    http: { authority: host, path: "/", method: "GET", headers: {}, scheme: "http" },
  });
}

describe("calls of a sidecar's application", () => {
  it("to a name of the cluster that nobody has reach nobody, as far as the set speaks for it", () => {
    const all = decide("nobody", [], { scope: Scope.Cluster });
    assert.deepEqual(all, {
      kind: "end",
      outcome: "unavailable",
      reason: "there is no Service nobody",
      steps: [],
    });
    assert.equal(decide("example.net", [], { scope: Scope.Cluster }).kind, "passthrough");
  });

  it("name the EnvoyFilters that may change them", () => {
    const { notModelled } = decide("example.net", [
      filter("mesh-wide", "istio-system", "ANY"),
      filter("own", "shop", "SIDECAR_OUTBOUND"),
      filter("inbound", "shop", "SIDECAR_INBOUND"),
      filter("others", "shop", "ANY", { app: "other" }),
      filter("elsewhere", "bank", "ANY"),
    ]);
    assert.deepEqual(notModelled, ["EnvoyFilter mesh-wide.istio-system", "EnvoyFilter own.shop"]);
  });
});
