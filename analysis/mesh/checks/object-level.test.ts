import assert from "node:assert/strict";
import type { KubernetesObject } from "../kubernetes-object";
import { objectLevel, objectRule, objectRules } from "../object-rules";
import { checkMesh } from "../run-checks";

const rules = {
  action: "DENY",
  rules: [{ to: [{ operation: { paths: ["/admin"] } }] }],
};
const denying: KubernetesObject = {
  apiVersion: "security.istio.io/v1",
  kind: "AuthorizationPolicy",
  metadata: { name: "a", namespace: "b" },
  spec: { selector: { matchLabels: { app: "web" } }, ...rules },
};
const deployment = (annotations: Record<string, string>): KubernetesObject => ({
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: "web", namespace: "b" },
  spec: { template: { metadata: { labels: { app: "web" }, annotations }, spec: {} } },
});
const pods = deployment({});
const gatewayPods = deployment({ "inject.istio.io/templates": "gateway" });
const service = (name: string): KubernetesObject => ({
  apiVersion: "v1",
  kind: "Service",
  metadata: { name: "web", namespace: "b" },
  spec: { selector: { app: "web" }, ports: [{ name, port: 80 }] },
});
const gateway = (protocol: string, mode = "SIMPLE"): KubernetesObject => ({
  apiVersion: "networking.istio.io/v1",
  kind: "Gateway",
  metadata: { name: `${protocol}-${mode}`.toLowerCase(), namespace: "b" },
  spec: {
    selector: { app: "web" },
    servers: [
      {
        hosts: ["*"],
        port: { number: 443, name: "a", protocol },
        ...(protocol === "HTTPS" && {
          tls: { mode, ...(mode === "SIMPLE" && { credentialName: "c" }) },
        }),
      },
    ],
  },
});
const listener = (protocol: string): KubernetesObject => ({
  apiVersion: "gateway.networking.k8s.io/v1",
  kind: "Gateway",
  metadata: { name: "web", namespace: "b" },
  spec: { gatewayClassName: "istio", listeners: [{ name: "a", port: 80, protocol }] },
});

describe("weight of a finding of one object", () => {
  it("is less for advice against a whole kind, and for nothing else", () => {
    const level = (level: "error" | "warning", path: string) =>
      objectLevel({ level, path }, () => true);
    assert.equal(level("warning", "kind"), "info");
    assert.equal(level("error", "kind"), "error");
    assert.equal(level("warning", "spec.kind"), "warning");
  });

  it("is less for what no request feels", () => {
    const level = (rule: string) =>
      objectLevel({ level: "warning", path: "spec", rule }, () => false);
    assert.equal(level("gateway-name-outdated"), "info");
    assert.equal(level("egress-host-repeated"), "info");
    assert.equal(level("object-warned"), "warning");
  });

  const levels = (...others: KubernetesObject[]) =>
    checkMesh([...others, denying], { checks: [] }).findings.map(({ level }) => level);

  it("is less for a DENY without ports where all ports are of HTTP", () => {
    assert.deepEqual(levels(pods, service("http")), ["info"]);
    assert.deepEqual(levels(pods, service("tcp")), ["warning"]);
    assert.deepEqual(levels(pods, service("web")), ["warning"]);
    assert.deepEqual(levels(pods), ["warning"]);
    assert.deepEqual(levels(), ["warning"]);
  });

  it("is less for one at gateways whose servers all have HTTP", () => {
    assert.deepEqual(levels(gatewayPods, gateway("HTTP")), ["info"]);
    assert.deepEqual(levels(gatewayPods, gateway("HTTPS")), ["info"]);
    assert.deepEqual(levels(gatewayPods, gateway("HTTP"), gateway("TCP")), ["warning"]);
    assert.deepEqual(levels(gatewayPods, gateway("HTTPS", "PASSTHROUGH")), ["warning"]);
    assert.deepEqual(levels(gatewayPods), ["warning"]);
  });

  const attached = (kind: string, group: string, ...others: KubernetesObject[]) =>
    checkMesh(
      [...others, { ...denying, spec: { ...rules, targetRefs: [{ kind, group, name: "web" }] } }],
      { checks: [] },
    ).findings.map(({ level }) => level);

  it("is less for one that is attached to what has HTTP alone", () => {
    const api = "gateway.networking.k8s.io";
    assert.deepEqual(attached("Service", "", service("http")), ["info"]);
    assert.deepEqual(attached("Service", "", service("tcp")), ["warning"]);
    assert.deepEqual(attached("Service", ""), ["warning"]);
    assert.deepEqual(attached("Gateway", api, listener("HTTP")), ["info"]);
    assert.deepEqual(attached("Gateway", api, listener("TCP")), ["warning"]);
    assert.deepEqual(attached("Gateway", api), ["warning"]);
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
