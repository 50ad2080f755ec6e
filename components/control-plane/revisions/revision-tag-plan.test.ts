import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { failureOf } from "../../../test/support/record";
import type { RevisionTagArgs } from "./revision-tag-args";
import { revisionTagPlan } from "./revision-tag-plan";

const plan = (args: Partial<RevisionTagArgs> = {}) =>
  revisionTagPlan("stable", { revision: "1-31-1", ...args });

describe("the plan of a revision tag", () => {
  it("is a webhook that sends Pods with the tag to the istiod of the revision", () => {
    const { webhook } = plan();
    assert.deepEqual(webhook.metadata, {
      name: "istio-revision-tag-stable",
      labels: {
        "istio.io/tag": "stable",
        "istio.io/rev": "1-31-1",
        "operator.istio.io/component": "Pilot",
        "app.kubernetes.io/name": "istiod",
        "app.kubernetes.io/part-of": "istio",
        app: "sidecar-injector",
      },
      annotations: undefined,
    });
    const [first] = webhook.webhooks as unknown as Record<string, unknown>[];
    assert.equal((webhook.webhooks as unknown[]).length, 2);
    assert.deepEqual(first?.clientConfig, {
      service: { name: "istiod-1-31-1", namespace: "istio-system", path: "/inject", port: 443 },
    });
  });

  it("changes no name when it moves, so that nothing is replaced", () => {
    const names = (revision: string) => {
      const { webhook, service } = plan({ revision });
      return [
        (webhook.metadata as { name: string }).name,
        (service.metadata as { name: string }).name,
        (webhook.webhooks as { name: string }[]).map(({ name }) => name),
      ];
    };
    assert.deepEqual(names("1-31-1"), names("1-30-5"));
  });

  it("selects an istiod without a revision by what only its Pods have", () => {
    const { selector } = plan({ revision: "default" }).service.spec as { selector: object };
    assert.deepEqual(selector, { app: "istiod", istio: "pilot" });
  });

  it("has the namespace in the webhook's name when it is not the usual one", () => {
    const { webhook } = plan({ namespace: "mesh" });
    assert.equal((webhook.metadata as { name: string }).name, "istio-revision-tag-stable-mesh");
  });
});

describe("a revision tag refuses", () => {
  const refused: [string, Partial<RevisionTagArgs>, RegExp][] = [
    ["the revision itself", { revision: "stable" }, /revision: "stable" is the tag itself/],
    [
      "default for what injects by default",
      { tag: "default", revision: "default" },
      /revision: "default" is the istiod without a revision.*IST0139/,
    ],
    ["a tag with dots", { tag: "1.31" }, /tag: "1.31" is not a DNS label.*did you mean "1-31"/],
    [
      "a revision with dots",
      { revision: "1.31.1" },
      /revision: "1.31.1" is not a DNS label.*did you mean "1-31-1"/,
    ],
    [
      "the label that it is found by",
      { labels: { "istio.io/tag": "x" } },
      /labels\["istio.io\/tag"\]: "x" is set by the component/,
    ],
  ];
  for (const [what, args, message] of refused) {
    it(what, () => {
      assert.throws(() => plan(args), message);
    });
  }

  it("a revision that turns out to be the tag", async () => {
    const late = plan({ revision: pulumi.output("stable") });
    assert.match((await failureOf(late.revision)).message, /"stable" is the tag itself/);
  });
});
