import assert from "node:assert/strict";
import { resolve } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import type { CertManagerArgs } from "../../components";
import { certManagerPlan } from "../../components/certificates/cert-manager-plan";
import { type Answer, askPlugin } from "../support/cert-manager-plugin/ask-plugin";
import { pluginCases } from "../support/cert-manager-plugin/cases";
import recorded from "../support/cert-manager-plugin/recorded.json";
import { releaseArgs } from "../support/cert-manager-plugin/release-args";

const real = recorded as unknown as Record<string, Answer>;
const standIn = resolve(
  "test/support/cert-manager-plugin/bin/pulumi-resource-kubernetes-cert-manager",
);

/** Arguments of which something is secret or comes from another resource. */
const notPlain: [string, CertManagerArgs][] = [
  ["a label", { labels: { team: pulumi.secret("mesh") } }],
  ["a value", { values: { config: { logging: pulumi.output({}) } } }],
  ["all values", { values: pulumi.secret({ crds: { keep: true } }) }],
  ["namespace and timeout", { namespace: pulumi.output("cm"), timeout: pulumi.output(60) }],
];

describe("the stand-in for the plugin of @pulumi/kubernetes-cert-manager", function () {
  this.timeout(60_000);
  let own: Answer[];

  before("is asked", async () => {
    own = await askPlugin(
      standIn,
      pluginCases.map(({ inputs }) => inputs),
    );
  });

  it("is asked all that was recorded of the real one", () => {
    assert.deepEqual(
      pluginCases.map(({ what }) => what),
      Object.keys(real),
    );
  });

  pluginCases.forEach(({ what, unused }, i) => {
    const answer = real[what] ?? { refused: "not recorded" };
    if (unused || "refused" in answer) {
      it(`refuses ${what}`, () => {
        assert.ok("refused" in (own[i] ?? {}), JSON.stringify(own[i]));
      });
    } else {
      it(`makes of ${what} what the real one makes of it`, () => {
        assert.deepEqual(own[i], answer);
      });
    }
  });

  for (const [what, args] of notPlain) {
    it(`takes what our component hands it where ${what} arrives later`, () => {
      const { helmOptions } = certManagerPlan("cm", args).remote;
      const { name } = releaseArgs({ helmOptions });
      assert.equal(name, "cert-manager");
    });
  }
});
