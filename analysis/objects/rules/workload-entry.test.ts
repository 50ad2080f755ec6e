import { type RuleCase, ruleCases } from "../../../test/support/rule-cases";
import { unknown } from "../mesh-object";
import { workloadEntryRules } from "./workload-entry";

const cases: RuleCase[] = [
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

ruleCases("rules of WorkloadEntry", { rules: workloadEntryRules, kind: "WorkloadEntry" }, cases);
