import { type RuleCase, ruleCases } from "../../../test/support/rule-cases";
import { unknown } from "../mesh-object";
import { workloadGroupRules } from "./workload-group";

const group = (more: Record<string, unknown>) => ({ template: {}, ...more });

const cases: RuleCase[] = [
  ["a template", group({}), []],
  [
    "wrong labels",
    group({ metadata: { labels: { a_: "b", c: "-" } } }),
    ["error spec.metadata.labels.a_", "error spec.metadata.labels.c"],
  ],
  ["labels", group({ metadata: { labels: { "a.b/c": "" } } }), []],
  ["a probe of nothing", group({ probe: { periodSeconds: 1 } }), ["error spec.probe"]],
  ["a probe by gRPC", group({ probe: { grpc: { port: 80 } } }), ["error spec.probe.grpc"]],
  ["a probe by TCP", group({ probe: { tcpSocket: { port: 80 } } }), []],
  [
    "a probe by no command",
    group({ probe: { exec: { command: [] } } }),
    ["error spec.probe.exec.command"],
  ],
  ["a probe by a command", group({ probe: { exec: { command: ["a"] } } }), []],
  [
    "wrong headers",
    group({ probe: { httpGet: { port: 80, httpHeaders: [{ name: "a_b" }, { name: "" }, {}] } } }),
    [0, 1, 2].map((index) => `error spec.probe.httpGet.httpHeaders[${index}].name`),
  ],
  [
    "headers",
    group({ probe: { httpGet: { port: 80, httpHeaders: [{ name: "A-1", value: "b" }] } } }),
    [],
  ],
  [
    "unknown parts",
    group({ probe: { httpGet: unknown, exec: unknown, grpc: unknown }, metadata: unknown }),
    [],
  ],
  ["an unknown probe", group({ probe: unknown }), []],
  [
    "unknown headers",
    group({ probe: { httpGet: { httpHeaders: [unknown, { name: unknown }] } } }),
    [],
  ],
  ["an unknown command", group({ probe: { exec: { command: unknown } } }), []],
  ["an unknown spec", unknown, []],
  ["no spec", undefined, []],
];

ruleCases("rules of WorkloadGroup", { rules: workloadGroupRules, kind: "WorkloadGroup" }, cases);
