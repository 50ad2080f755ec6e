import assert from "node:assert/strict";
import { objectLevel, objectRule, objectRules } from "../object-rules";
import { checkMesh } from "../run-checks";

describe("weight of a finding of one object", () => {
  it("is less for advice against a whole kind, and for nothing else", () => {
    assert.equal(objectLevel({ level: "warning", path: "kind" }), "info");
    assert.equal(objectLevel({ level: "error", path: "kind" }), "error");
    assert.equal(objectLevel({ level: "warning", path: "spec.kind" }), "warning");
  });
});

/** Codes of what is found in one object. */
const codesOf = (apiVersion: string, kind: string, spec: unknown): string[][] =>
  checkMesh([{ apiVersion, kind, metadata: { name: "a", namespace: "b" }, spec }], {
    checks: [],
  }).findings.map(({ code, aliases }) => [code, ...aliases]);

describe("what is told of a finding of one object", () => {
  it("is that of its rule, or else of its code, or else of a refusal", () => {
    const told = [
      { code: "IST0133", rule: "gateway-name-outdated" },
      { code: "IST0133" },
      { code: "" },
    ];
    assert.deepEqual(
      told.map((one) => objectRule(one).id),
      ["gateway-name-outdated", "object-warned", "object-refused"],
    );
    assert.equal(new Set(objectRules.map(({ id }) => id)).size, objectRules.length);
  });

  it("has Kiali's code where Kiali has one", () => {
    const http = [{ route: [{ destination: { host: "web" } }] }];
    const listener = { name: "a", port: 80, protocol: "HTTP" };
    const codes = [
      codesOf("networking.istio.io/v1", "VirtualService", {
        hosts: ["web"],
        gateways: ["a.b"],
        http,
      }),
      codesOf("gateway.networking.k8s.io/v1", "Gateway", {
        gatewayClassName: "istio",
        listeners: [listener, { ...listener, name: "b" }],
      }),
    ];
    assert.deepEqual(codes, [[["IST0133", "KIA1108"]], [["IST0106", "KIA1503"]]]);
  });
});
