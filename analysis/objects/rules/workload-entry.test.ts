import assert from "node:assert/strict";
import { unknown } from "../mesh-object";
import { workloadEntryRules } from "./workload-entry";

/** A spec, and what is found in it as "level path". */
type Case = [name: string, spec: unknown, found: string[]];

const cases: Case[] = [
  ["an IP address", { address: "10.0.0.1" }, []],
  ["a host name", { address: "vm.example.com" }, []],
  ["a socket", { address: "unix:///a/b" }, []],
  ["a wildcard", { address: "*.example.com" }, ["error spec.address"]],
  ["a wrong name", { address: "a_b" }, ["error spec.address"]],
  ["an empty address", { address: "" }, ["error spec.address"]],
  ["a network", { network: "n" }, ["warning spec.address"]],
  ["a network and an address", { network: "n", address: "::1" }, []],
  [
    "wrong labels",
    { address: "::1", labels: { "-a": "b", a: "b!", [`${"a".repeat(64)}`]: "" } },
    ['error spec.labels["-a"]', "error spec.labels.a", `error spec.labels.${"a".repeat(64)}`],
  ],
  ["right labels", { address: "::1", labels: { "a.b/c": "", d: "e_f" } }, []],
  ["ports of any name", { address: "::1", ports: { a: 1 } }, []],
  ["an unknown address", { address: unknown }, []],
  ["an unknown network", { address: "", network: unknown }, []],
  ["an unknown label", { address: "::1", labels: { a: unknown } }, []],
  ["unknown labels", { address: "::1", labels: unknown }, []],
  ["an unknown spec", unknown, []],
];

describe("rules of WorkloadEntry", () => {
  for (const [name, spec, expected] of cases) {
    it(`${name}: ${expected.length === 0 ? "passes" : expected.join(", ")}`, () => {
      const found = workloadEntryRules({
        apiVersion: "networking.istio.io/v1",
        kind: "WorkloadEntry",
        metadata: { name: "a" },
        spec,
      });
      assert.deepEqual(
        found.map(({ level, path }) => `${level} ${path}`),
        expected,
      );
    });
  }
});
