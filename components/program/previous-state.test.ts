import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { hasResources } from "./previous-state";

const policy = "kubernetes:security.istio.io/v1:PeerAuthentication";

/** A resource of which a preview knows this id; an empty one is not known. */
const resource = (id: string, type = policy, custom = true) => ({
  type,
  resource: {
    __pulumiResource: true,
    ...(custom && { __pulumiCustomResource: true }),
    id: pulumi.output(id),
  } as unknown as pulumi.CustomResource,
});

const inPreview = (preview: boolean) =>
  pulumi.runtime.setMocks(
    { newResource: ({ inputs }) => ({ id: "", state: inputs }), call: ({ inputs }) => inputs },
    "project",
    "stack",
    preview,
  );

describe("whether a stack without outputs has a state", () => {
  it("is seen in a preview by an object that was there before", async () => {
    await inPreview(true);
    assert.equal(await hasResources([resource(""), resource("shop/default")]), true);
  });

  it("is not, where nothing was, or only what has an id in any case", async () => {
    await inPreview(true);
    const provider = resource("04da6b54", "pulumi:providers:kubernetes");
    const imported = { ...resource("shop"), imported: true as const };
    assert.equal(await hasResources([resource(""), provider, imported]), false);
    assert.equal(await hasResources([resource("a", policy, false)]), false);
    assert.equal(await hasResources([]), false);
  });

  it("is not asked in an update, which knows all ids in the end", async () => {
    await inPreview(false);
    assert.equal(await hasResources([resource("shop/default")]), false);
  });
});
