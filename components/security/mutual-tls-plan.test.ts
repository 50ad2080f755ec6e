import assert from "node:assert/strict";
import type { MutualTlsArgs } from "./mutual-tls-args";
import { mutualTlsPlan } from "./mutual-tls-plan";

const plan = (args: Partial<MutualTlsArgs> = {}) =>
  mutualTlsPlan("shop", { namespace: "shop", ...args });

describe("the plan of mutual TLS", () => {
  it("is strict for the whole namespace, under the name that Istio expects there", () => {
    assert.deepEqual(plan().object, {
      name: "default",
      namespace: "shop",
      labels: undefined,
      annotations: undefined,
      spec: { mtls: { mode: "STRICT" } },
    });
  });

  it("is named after the component when it is for chosen workloads", () => {
    const { object } = plan({ mode: "PERMISSIVE", selector: { app: "web" } });
    assert.equal(object.name, "shop");
    assert.deepEqual(object.spec, {
      mtls: { mode: "PERMISSIVE" },
      selector: { matchLabels: { app: "web" } },
    });
  });
});

describe("mutual TLS refuses", () => {
  const refused: [string, Partial<MutualTlsArgs>, RegExp][] = [
    [
      "an unknown mode",
      { mode: "strict" as "STRICT" },
      /mode: "strict" is unknown; allowed: STRICT, PERMISSIVE, DISABLE, UNSET; did you mean "STRICT"/,
    ],
    ["an empty selector", { selector: {} }, /selector: is empty/],
    [
      "a namespace that is no DNS label",
      { namespace: "Shop" },
      /namespace: "Shop" is not a DNS label/,
    ],
    ["a name that is no DNS name", { name: "a_b" }, /name: "a_b" is not a DNS name/],
  ];
  for (const [what, args, message] of refused) {
    it(what, () => {
      assert.throws(() => plan(args), message);
    });
  }
});
