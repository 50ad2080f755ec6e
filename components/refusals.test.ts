import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { record } from "../test/support/record";
import { Canary, MeshNamespace, refusals } from ".";

const versions = [
  { name: "v1", weight: 80 },
  { name: "v2", weight: 10 },
];

describe("what a component would refuse", () => {
  it("is told by path, and nothing is registered", async () => {
    const seen = await record(() => {
      assert.deepEqual(
        refusals(Canary, "reviews", { service: "reviews", namespace: "shop", versions }),
        [
          {
            propertyPath: "versions",
            reason: "weights add up to 90 (v1 80, v2 10); they must add up to 100",
          },
        ],
      );
    });
    assert.deepEqual(seen.tree, []);
  });

  it("is nothing where it would be created, and it still can be", async () => {
    const seen = await record(() => {
      assert.deepEqual(refusals(MeshNamespace, "shop", { dataPlaneMode: "sidecar" }), []);
      new MeshNamespace("shop", { dataPlaneMode: "sidecar" });
    });
    assert.equal(seen.the("kubernetes:core/v1:Namespace").name, "shop");
  });

  it("is not asked of what it has against other components", async () => {
    await record(() => {
      new MeshNamespace("shop", { dataPlaneMode: "sidecar" });
      assert.deepEqual(refusals(MeshNamespace, "shop", { dataPlaneMode: "none" }), []);
    });
  });

  it("is not asked of components of other packages", async () => {
    class Other extends pulumi.ComponentResource {
      constructor(name: string, _: object) {
        super("other:index:Other", name);
      }
    }
    await record(() => {
      assert.throws(() => refusals(Other, "x", {}), /only components of this package/);
    });
  });
});
