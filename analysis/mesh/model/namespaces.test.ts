import assert from "node:assert/strict";
import { Mesh } from "../mesh";

const service = (namespace: string) => ({
  apiVersion: "v1",
  kind: "Service",
  metadata: { name: "web", namespace },
});
const namespace = (name: string, labels: Record<string, string> = {}) => ({
  apiVersion: "v1",
  kind: "Namespace",
  metadata: { name, labels },
});
const waypoint = {
  apiVersion: "gateway.networking.k8s.io/v1",
  kind: "Gateway",
  metadata: { name: "waypoint", namespace: "bank" },
  spec: {
    gatewayClassName: "istio-waypoint",
    listeners: [{ name: "mesh", port: 15008, protocol: "HBONE" }],
  },
};

const modes = (objects: ConstructorParameters<typeof Mesh>[0], assumesMesh: boolean) =>
  Object.fromEntries(
    [...new Mesh(objects, { assumesMesh }).namespaces.values()].map(({ name, mode, assumed }) => [
      name,
      assumed ? `${mode}, assumed` : mode,
    ]),
  );

describe("namespaces of which the set does not say how they join", () => {
  const silent = [service("shop"), service("bank"), waypoint];

  it("are of the mesh where that is taken for granted: ambient with a waypoint, else with sidecars", () => {
    assert.deepEqual(modes(silent, true), { shop: "sidecar, assumed", bank: "ambient, assumed" });
    assert.deepEqual(modes(silent, false), { shop: "none", bank: "none" });
  });

  it("have Pods that join as their namespace does", () => {
    const pod = (namespace: string) => ({
      apiVersion: "v1",
      kind: "Pod",
      metadata: { name: "web", namespace },
      spec: { containers: [{ name: "web", image: "web" }] },
    });
    const mesh = new Mesh([...silent, pod("shop"), pod("bank")], { assumesMesh: true });
    const modeIn = (name: string) =>
      mesh.workloadsIn(name).map(({ source, mode }) => `${source.id.kind} ${mode}`);
    assert.deepEqual(modeIn("shop"), ["Pod sidecar"]);
    assert.deepEqual(modeIn("bank"), ["Pod ambient", "Gateway none"]);
  });

  it("are outside where another one is said to join, and where they are declared without a label", () => {
    const said = [...silent, namespace("other", { "istio-injection": "enabled" })];
    assert.deepEqual(modes(said, true), { other: "sidecar", shop: "none", bank: "none" });
    assert.deepEqual(modes([...silent, namespace("shop")], true), {
      shop: "none",
      bank: "ambient, assumed",
    });
  });
});
