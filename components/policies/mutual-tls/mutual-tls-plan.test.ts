import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { failureOf, settled } from "../../../test/support/record";
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

  it("has a mode for each port that is named", () => {
    const ports = { "8080": "PERMISSIVE", "9090": "DISABLE" } as const;
    assert.deepEqual(plan({ selector: { app: "web" }, ports }).object.spec, {
      mtls: { mode: "STRICT" },
      selector: { matchLabels: { app: "web" } },
      portLevelMtls: { "8080": { mode: "PERMISSIVE" }, "9090": { mode: "DISABLE" } },
    });
  });

  it("lets ports of Pods in ambient mode be permissive", () => {
    const ports = { "8080": "PERMISSIVE" } as const;
    const { spec } = plan({ selector: { app: "web" }, ports, dataPlaneMode: "ambient" }).object;
    assert.deepEqual(spec.portLevelMtls, { "8080": { mode: "PERMISSIVE" } });
  });

  it("takes modes of ports that another stack hands over", async () => {
    const late = (modes: Record<string, "PERMISSIVE" | "DISABLE">) =>
      plan({ selector: { app: "web" }, ports: pulumi.output(modes), dataPlaneMode: "ambient" });
    const { spec } = late({ "8080": "PERMISSIVE" }).object;
    assert.deepEqual(await settled(pulumi.output(spec.portLevelMtls)), {
      "8080": { mode: "PERMISSIVE" },
    });
    assert.match(
      (await failureOf(pulumi.output(late({ "8080": "DISABLE" }).object.spec.portLevelMtls)))
        .message,
      /ports: "DISABLE" has no effect on Pods in ambient mode/,
    );
    assert.match(
      (await failureOf(pulumi.output(late({ http: "PERMISSIVE" }).object.spec.portLevelMtls)))
        .message,
      /ports: "http" is not a whole number/,
    );
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
      "a wildcard in a label",
      { selector: { app: "web*" } },
      /selector\["app"\]: "web\*" has a wildcard; labels are compared as they are \(IST0106\)/,
    ],
    [
      "ports for a whole namespace",
      { ports: { "8080": "DISABLE" } },
      /ports: sets 8080; a mode of a port needs a selector \(IST0106\)/,
    ],
    ["no ports", { selector: { app: "web" }, ports: {} }, /ports: is empty; leave it out/],
    [
      "a port that is a name",
      { selector: { app: "web" }, ports: { http: "DISABLE" } },
      /ports\["http"\]: .* is not a whole number between 1 and 65535/,
    ],
    [
      "an unknown mode of a port",
      { selector: { app: "web" }, ports: { "80": "OFF" as "DISABLE" } },
      /ports\["80"\]: "OFF" is unknown; allowed: STRICT, PERMISSIVE, DISABLE, UNSET/,
    ],
    [
      "plain text alone in ambient mode",
      { mode: "DISABLE", dataPlaneMode: "ambient" },
      /mode: "DISABLE" has no effect on Pods in ambient mode; allowed: STRICT, PERMISSIVE, UNSET/,
    ],
    [
      "plain text alone at a port in ambient mode",
      { selector: { app: "web" }, ports: { "80": "DISABLE" }, dataPlaneMode: "ambient" },
      /ports\["80"\]: "DISABLE" has no effect on Pods in ambient mode/,
    ],
    [
      "a data plane that is none",
      { dataPlaneMode: "none" as "ambient" },
      /dataPlaneMode: "none" is unknown; allowed: sidecar, ambient/,
    ],
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
