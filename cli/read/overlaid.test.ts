import assert from "node:assert/strict";
import type { KubernetesObject } from "../../analysis/mesh/kubernetes-object";
import type { Input } from "./input";
import { overlaid } from "./overlaid";

const object = (kind: string, name: string, namespace?: string, apiVersion = "v1") =>
  ({
    apiVersion,
    kind,
    metadata: { name, ...(namespace && { namespace }) },
  }) as KubernetesObject;

const input = (...objects: KubernetesObject[]): Input => ({
  objects: objects.map((one) => ({ object: one, placeOf: () => ({ file: "x" }) })),
  problems: [],
  skipped: [],
});

const left = (cluster: Input, files: Input, namespace?: string): unknown[] =>
  overlaid(cluster, files, namespace).objects.map((one) => one.object);

describe("a cluster to which files are applied", () => {
  it("holds what a file brings once, whatever its version is", () => {
    const beta = object("Gateway", "edge", "shop", "networking.istio.io/v1beta1");
    const stable = object("Gateway", "edge", "shop", "networking.istio.io/v1");
    assert.deepEqual(left(input(stable), input(beta)), []);
  });

  it("keeps what has another kind, group, namespace or name", () => {
    const others = [
      object("Secret", "web", "shop"),
      object("Service", "web", "shop", "serving.knative.dev/v1"),
      object("Service", "web", "market"),
      object("Service", "db", "shop"),
    ];
    assert.deepEqual(left(input(...others), input(object("Service", "web", "shop"))), others);
  });

  it("has files without a namespace applied to the one that is meant", () => {
    const cluster = input(object("Service", "web", "shop"), object("Service", "web", "default"));
    const files = input(object("Service", "web"));
    assert.deepEqual(left(cluster, files), [object("Service", "web", "shop")]);
    assert.deepEqual(left(cluster, files, "shop"), [object("Service", "web", "default")]);
  });

  it("goes by the name alone where a kind has no namespaces", () => {
    const files = input(object("Namespace", "shop", "default"));
    assert.deepEqual(left(input(object("Namespace", "shop")), files), []);
  });
});
