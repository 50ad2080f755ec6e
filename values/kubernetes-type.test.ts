import assert from "node:assert/strict";
import { kubernetesType, objectType } from "./kubernetes-type";

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

describe("API version and kind in a type of Pulumi's", () => {
  it("have no name for the group of Kubernetes itself", () => {
    const types = ["core/v1:Service", "networking.istio.io/v1:Gateway", "helm.sh/v3:Release"];
    assert.deepEqual(
      [...types.map((type) => objectType(`kubernetes:${type}`)), objectType("aws:s3/b:Bucket")],
      [
        { apiVersion: "v1", kind: "Service" },
        { apiVersion: "networking.istio.io/v1", kind: "Gateway" },
        { apiVersion: "helm.sh/v3", kind: "Release" },
        undefined,
      ],
    );
  });
});
