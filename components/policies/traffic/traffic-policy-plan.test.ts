import assert from "node:assert/strict";
import { serviceFact } from "../../program/declared-object";
import { fact } from "../../program/part";
import { Program } from "../../program/program";
import type { TrafficPolicyArgs } from "./traffic-policy-args";
import { trafficPolicyPlan } from "./traffic-policy-plan";

const plan = (args: Partial<TrafficPolicyArgs> = {}) =>
  trafficPolicyPlan("calm", { service: "web", namespace: "shop", outlierDetection: {}, ...args });

describe("the plan of a traffic policy", () => {
  it("is one rule for the full name of the Service", () => {
    const args = { outlierDetection: undefined, tls: { mode: "ISTIO_MUTUAL" as const } };
    assert.deepEqual(plan(args).object, {
      name: "calm",
      namespace: "shop",
      labels: undefined,
      annotations: undefined,
      spec: {
        host: "web.shop.svc.cluster.local",
        trafficPolicy: { tls: { mode: "ISTIO_MUTUAL" } },
      },
    });
  });

  it("takes the host of an external service as it is", () => {
    assert.equal(plan({ service: "*.example.com" }).object.spec.host, "*.example.com");
  });

  it("knows other domains of the cluster", () => {
    assert.equal(plan({ clusterDomain: "mesh.local" }).host, "web.shop.svc.mesh.local");
  });

  it("stays in its namespace when it is for chosen clients", () => {
    const { spec } = plan({ workloadSelector: { app: "batch" } }).object;
    assert.deepEqual(spec.workloadSelector, { matchLabels: { app: "batch" } });
    assert.deepEqual(spec.exportTo, ["."]);
  });

  it("has the name, labels and visibility that it is given", () => {
    const { object } = plan({ name: "web", exportTo: ["*"], labels: { team: "a" } });
    assert.equal(object.name, "web");
    assert.deepEqual(object.labels, { team: "a" });
    assert.deepEqual(object.spec.exportTo, ["*"]);
  });
});

describe("a Service that prefers near endpoints by itself", () => {
  const said = fact({
    topic: "service",
    key: ["shop", "web"],
    path: "spec",
    value: serviceFact({ spec: { ports: [{ port: 80 }], trafficDistribution: "PreferClose" } }),
  });
  const service = { owner: 'Service "web"', cluster: {} };
  const calm = { owner: 'TrafficPolicy "calm"', cluster: service.cluster };

  it("goes on doing so under outlier detection", () => {
    const program = new Program();
    program.join(service, { facts: [said] });
    const { object, part } = trafficPolicyPlan(
      "calm",
      { service: "web", namespace: "shop", outlierDetection: {} },
      program,
    );
    assert.equal(object.spec.trafficPolicy?.loadBalancer, undefined);
    program.join(calm, part);
    assert.deepEqual(program.unmet(), []);
  });

  it("is overruled with a warning when it is declared after the policy", () => {
    const program = new Program();
    program.join(calm, plan().part);
    program.join(service, { facts: [said] });
    const [{ text } = { text: "" }] = program.unmet();
    assert.match(
      text,
      /^TrafficPolicy "calm": outlierDetection: overrules the trafficDistribution of the Service/,
    );
  });
});

describe("a TrafficPolicy refuses", () => {
  const refused: [string, Partial<TrafficPolicyArgs>, RegExp][] = [
    ["a host that is none", { service: "Web" }, /service: "Web" is not a host name/],
    ["all hosts", { service: "*" }, /service: "\*" is every service/],
    ["a namespace that is none", { namespace: "a.b" }, /namespace: "a\.b" is not a DNS label/],
    ["a name that is none", { name: "A" }, /name: "A" is not a DNS name/],
    [
      "no setting at all",
      { outlierDetection: undefined },
      /loadBalancer: nothing is set; set at least one of/,
    ],
    ["an empty selector", { workloadSelector: {} }, /workloadSelector: is empty/],
    [
      "a label that is none",
      { workloadSelector: { app: "a b" } },
      /workloadSelector\["app"\]: "a b" is not a label value/,
    ],
    [
      "chosen clients of other namespaces",
      { workloadSelector: { app: "a" }, exportTo: ["*"] },
      /exportTo: \["\*"\]: a policy with workloadSelector is for its own namespace; allowed: \["\."\]/,
    ],
    ["no namespace that sees it", { exportTo: [] }, /exportTo: is empty/],
    ["a namespace twice", { exportTo: ["a", "a"] }, /exportTo\[1\]: "a" is listed twice/],
    ["all namespaces and one", { exportTo: ["a", "*"] }, /exportTo\[1\]: "\*" is all namespaces/],
    ["a namespace that cannot be", { exportTo: ["A"] }, /exportTo\[0\]: "A" is no namespace/],
    ["a domain that is none", { clusterDomain: "a_b" }, /clusterDomain: "a_b" is not a DNS name/],
    [
      "a setting that cannot work, at the path of the argument",
      { outlierDetection: { interval: "5" } },
      /\n {2}outlierDetection\.interval: "5": is not a duration/,
    ],
  ];
  for (const [what, args, message] of refused) {
    it(what, () => {
      assert.throws(() => plan(args), message);
    });
  }
});
