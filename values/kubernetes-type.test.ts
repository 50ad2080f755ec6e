import assert from "node:assert/strict";
import { kubernetesType } from "./kubernetes-type";

describe("a type of an object", () => {
  it("has a group and a kind", () => {
    assert.deepEqual(kubernetesType("kubernetes:networking.istio.io/v1:VirtualService"), {
      group: "networking.istio.io",
      kind: "VirtualService",
    });
    assert.deepEqual(kubernetesType("kubernetes:core/v1:Service"), {
      group: "core",
      kind: "Service",
    });
  });

  it("is of Kubernetes", () => {
    for (const type of ["istio-mesh:index:Canary", "kubernetes:core/v1", "pulumi:pulumi:Stack"]) {
      assert.equal(kubernetesType(type), undefined);
    }
  });
});
