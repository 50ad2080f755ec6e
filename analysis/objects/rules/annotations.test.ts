import assert from "node:assert/strict";
import { annotationRules } from "./annotations";

const paths = (kind: string, annotations: Record<string, string>) =>
  annotationRules({
    apiVersion: "networking.istio.io/v1",
    kind,
    metadata: { name: "a", annotations },
    spec: {},
  }).map(({ level, path }) => `${level} ${path}`);

describe("annotations", () => {
  it("that istiod sets itself are refused", () => {
    for (const name of ["parents", "parent-namespace", "webhook-always-reject"]) {
      assert.deepEqual(paths("Gateway", { [`internal.istio.io/${name}`]: "x" }), [
        `error metadata.annotations["internal.istio.io/${name}"]`,
      ]);
    }
    assert.deepEqual(paths("Gateway", { "internal.istio.io/other": "x" }), []);
  });

  it("ask for a dry run of an AuthorizationPolicy only", () => {
    assert.deepEqual(paths("AuthorizationPolicy", { "istio.io/dry-run": "true" }), []);
    assert.deepEqual(paths("Gateway", { "istio.io/dry-run": "true" }), [
      'error metadata.annotations["istio.io/dry-run"]',
    ]);
  });
});
