import assert from "node:assert/strict";
import type { Located } from "../check/judgement";
import { stackSettings, withLevels } from "./stack-settings";

const of = (checks: unknown) =>
  stackSettings({
    "istio-mesh:checks": typeof checks === "string" ? checks : JSON.stringify(checks),
  });

const found = (code: string): Located => ({
  finding: {
    check: "a-check",
    code,
    aliases: ["KIA0202"],
    level: "warning",
    resource: { apiVersion: "v1", kind: "Service", namespace: "shop", name: "web" },
    source: { apiVersion: "v1", kind: "Service", metadata: { name: "web" } },
    path: "spec",
    message: "why",
    help: "help",
    url: "u",
    related: [],
  },
  place: { file: "" },
  related: [],
});

const levelsOf = (checks: unknown, code: string) =>
  withLevels([found(code)], of(checks)).map(({ finding }) => finding.level);

describe("what a stack says of the checks, in a report", () => {
  it("takes what is suppressed, what lies beside, and what is off", () => {
    const { suppress, external } = of({
      suppress: ["MESH0202=Deployment notsleep.outside"],
      external: ["shared/*"],
      levels: { IST0102: "off", IST0136: "error" },
    });
    assert.deepEqual(suppress, ["MESH0202=Deployment notsleep.outside", "IST0102=*"]);
    assert.deepEqual(external, ["shared/*"]);
  });

  it("passes everything over where the checks are off", () => {
    for (const off of ["off", "false", { enabled: false }]) {
      assert.deepEqual(of(off).suppress, ["*=*"]);
    }
  });

  it("finds nothing in what it cannot read", () => {
    for (const text of ["[secret]", "[1]", "null", "on"]) {
      assert.deepEqual(of(text).suppress, []);
    }
    const odd = { suppress: ["IST0101", 5, "IST0103=Pod *.shop"], levels: { "": "off" } };
    assert.deepEqual(of(odd).suppress, ["IST0103=Pod *.shop"]);
    assert.deepEqual(stackSettings(undefined).suppress, []);
    assert.deepEqual(stackSettings({ "shop:checks": "off" }).suppress, []);
  });

  it("gives a finding the level of its code, its other code or its check", () => {
    assert.deepEqual(levelsOf({ levels: { IST0101: "error" } }, "IST0101"), ["error"]);
    assert.deepEqual(levelsOf({ levels: { KIA0202: "info" } }, "IST0101"), ["info"]);
    assert.deepEqual(levelsOf({ levels: { "a-check": "error" } }, "IST0101"), ["error"]);
    assert.deepEqual(levelsOf({ levels: { IST0102: "error" } }, "IST0101"), ["warning"]);
    assert.deepEqual(levelsOf({ levels: { IST0101: "loud" } }, "IST0101"), ["warning"]);
  });
});
