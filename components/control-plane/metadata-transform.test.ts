import assert from "node:assert/strict";
import type { ResourceTransformArgs } from "@pulumi/pulumi";
import { metadataTransform } from "./metadata-transform";

const object = (metadata?: object) =>
  ({ props: { kind: "Service", metadata }, opts: {} }) as unknown as ResourceTransformArgs;

describe("metadataTransform", () => {
  const transform = metadataTransform({ labels: { team: "mesh", app: "mine" } });

  it("adds labels and keeps what the chart set", async () => {
    const result = await transform?.(object({ name: "istiod", labels: { app: "istiod" } }));
    assert.deepEqual(result?.props, {
      kind: "Service",
      metadata: { name: "istiod", labels: { app: "istiod", team: "mesh" }, annotations: undefined },
    });
  });

  it("leaves resources without metadata alone, such as the chart itself", async () => {
    assert.equal(await transform?.(object()), undefined);
  });

  it("is not there when there is nothing to add", () => {
    assert.equal(metadataTransform({}), undefined);
    assert.equal(metadataTransform({ labels: {} }), undefined);
  });
});
