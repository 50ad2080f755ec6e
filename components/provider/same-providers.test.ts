import assert from "node:assert/strict";
import { DependencyProviderResource } from "@pulumi/pulumi/resource";
import { sameProviders } from "./same-providers";

const urn = "urn:pulumi:stack::project::pulumi:providers:kubernetes::here";

async function given(id: string) {
  const kubernetes = new DependencyProviderResource(`${urn}::${id}`);
  const { providers } = await sameProviders({ providers: { kubernetes } });
  return (providers as { kubernetes: unknown }).kubernetes;
}

describe("the provider of several components", () => {
  it("is one where they name the same", async () => {
    assert.equal(await given("a"), await given("a"));
  });

  it("is another in an update than in the preview before it, which has no ID of it yet", async () => {
    assert.notEqual(await given("04da6b54-80e4-46f7-96ec-b56ff0331ba9"), await given("b"));
  });
});
