import assert from "node:assert/strict";
import { scopedHost, scopedHostProblem } from "./scoped-host";

describe("a host of a sidecar's scope", () => {
  it("is that of a namespace, or is taken out", () => {
    const of = (excludes: boolean, namespace: string, host: string) => ({
      excludes,
      namespace,
      host,
    });
    assert.deepEqual(scopedHost("shop/web.a"), of(false, "shop", "web.a"));
    assert.deepEqual(scopedHost("~shop/web.a"), of(true, "shop", "web.a"));
    assert.deepEqual(scopedHost("~/*"), of(false, "~", "*"));
    assert.deepEqual(scopedHost("web"), of(false, "web", ""));
  });

  it("has a namespace and a full name", () => {
    const good = ["*/*", "./*", "~/*", "shop/*.a.b", "shop/web.a", "~shop/web.a", "~./web.a"];
    const bad = ["", "*", "/*", "shop/", "shop/web", "sh_op/*", "a.b/*", "shop/a/b"];
    assert.deepEqual(
      [...good, ...bad].filter((entry) => scopedHostProblem(entry) === undefined),
      good,
    );
  });
});
