import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { RevisionTag } from "../../components";
import { record } from "../support/record";

const webhook = "kubernetes:admissionregistration.k8s.io/v1:MutatingWebhookConfiguration";
const serviceType = "kubernetes:core/v1:Service";

describe("RevisionTag", () => {
  it("is a webhook after its Service", async () => {
    const seen = await record(() => void new RevisionTag("stable", { revision: "1-31-1" }));
    assert.deepEqual(seen.tree, [
      "istio-mesh:index:RevisionTag stable",
      `${webhook} stable < stable`,
      `${serviceType} stable < stable`,
    ]);
    assert.deepEqual(seen.the(webhook).dependencies, [`${serviceType} stable`]);
  });

  it("takes the revision of a control plane in another stack", async () => {
    const seen = await record(
      () => void new RevisionTag("stable", { revision: pulumi.output("1-31-1") }),
    );
    const { clientConfig } = seen.the(webhook).inputs.webhooks[0];
    assert.equal(clientConfig.service.name, "istiod-1-31-1");
  });
});
