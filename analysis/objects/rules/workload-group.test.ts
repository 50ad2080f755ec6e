import assert from "node:assert/strict";
import { unknown } from "../mesh-object";
import { workloadGroupRules } from "./workload-group";

/** A spec, and what is found in it as "level path". */
type Case = [name: string, spec: unknown, found: string[]];

const group = (more: Record<string, unknown>) => ({ template: {}, ...more });

const cases: Case[] = [
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

describe("rules of WorkloadGroup", () => {
  for (const [name, spec, expected] of cases) {
    it(`${name}: ${expected.length === 0 ? "passes" : expected.join(", ")}`, () => {
      const found = workloadGroupRules({
        apiVersion: "networking.istio.io/v1",
        kind: "WorkloadGroup",
        metadata: { name: "a", namespace: "shop" },
        spec,
      });
      assert.deepEqual(
        found.map(({ level, path }) => `${level} ${path}`),
        expected,
      );
    });
  }
});
