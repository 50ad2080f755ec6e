import assert from "node:assert/strict";
import { keyTree } from "./key-tree";

const always = { profile: 0, platform: 0, compatibilityVersion: 0, enabled: 0, global: 0 };

describe("the keys that a chart knows", () => {
  it("are those of its values, where they are wrapped as Istio wraps them too", () => {
    const values = { _internal_defaults_do_not_set: { a: 1, b: { c: [], d: {} } } };
    assert.deepEqual(keyTree({ values, profiles: [], templates: [] }), {
      a: 0,
      b: { c: 0, d: 0 },
      ...always,
    });
  });

  it("are those of its presets, of the others' scopes only its own", () => {
    const profiles = [{ cni: { x: { y: 1 } }, pilot: { z: 1 }, top: 1 }];
    assert.deepEqual(keyTree({ values: { x: { w: 1 } }, profiles, templates: [], scope: "cni" }), {
      x: { w: 0, y: 0 },
      top: 0,
      ...always,
      cni: 0,
    });
  });

  it("are those that its templates read, but for what they write to themselves", () => {
    const templates = ["{{ .Values.a.b }} {{ $.Values.c.d }} {{ .Values._original }}"];
    assert.deepEqual(keyTree({ values: { a: { x: 1 } }, profiles: [], templates }), {
      a: { x: 0, b: 0 },
      c: 0,
      ...always,
    });
  });

  it("leave open what the user has names for", () => {
    const values = {
      podAnnotations: { a: "b" },
      meshConfig: { c: 1 },
      tolerations: [{ key: "x" }],
    };
    assert.deepEqual(keyTree({ values, profiles: [], templates: [] }), {
      podAnnotations: 0,
      meshConfig: 0,
      tolerations: 0,
      ...always,
    });
  });
});
