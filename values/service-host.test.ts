import assert from "node:assert/strict";
import {
  fullName,
  inDomain,
  isCalledLikeAService,
  isOutside,
  namespaceOfAll,
  serviceOfHost,
  versionHost,
} from "./service-host";

describe("the host of a Service", () => {
  it("is its name in its namespace", () => {
    assert.equal(fullName("web", "shop"), "web.shop.svc.cluster.local");
    assert.equal(fullName("web", "shop", "corp"), "web.shop.svc.corp");
    assert.equal(fullName("web.other", "shop", "corp"), "web.other");
    assert.equal(fullName("*", "shop"), "*");
    assert.equal(fullName("2001:db8::1", "shop"), "2001:db8::1");
  });

  it("says which Service it is, and is nothing's outside", () => {
    assert.deepEqual(serviceOfHost("web.shop.svc.cluster.local"), ["shop", "web"]);
    assert.deepEqual(serviceOfHost("web.shop.svc"), ["shop", "web"]);
    for (const host of [
      "web",
      "web.shop",
      "*.shop.svc.corp",
      "a.b.example.com",
      "web.shop.svcs",
      "web.shop.svc.clusterset.local",
    ]) {
      assert.equal(serviceOfHost(host), undefined);
    }
  });

  it("has a wildcard for all of a namespace", () => {
    assert.equal(namespaceOfAll("*.shop.svc.cluster.local"), "shop");
    assert.equal(namespaceOfAll("*.shop.svc"), "shop");
    for (const host of ["*", "*.local", "*.svc.cluster.local", "web.shop.svc", "*web.shop.svc"]) {
      assert.equal(namespaceOfAll(host), undefined);
    }
  });

  it("is told from one outside", () => {
    const all = ["web", "api.example.com", "web.shop.svc", "web.shop.svc.corp", "a.svcs.b"];
    assert.deepEqual(all.filter(isOutside), ["api.example.com", "a.svcs.b"]);
  });

  it("is in the usual domain, or says none", () => {
    const all = ["web.shop.svc", "web.shop.svc.cluster.local", "web.shop.svc.corp", "a.b"];
    assert.deepEqual(all.filter(isCalledLikeAService), all.slice(0, 2));
    assert.equal(inDomain("web.shop.svc.cluster.local", "corp"), "web.shop.svc.corp");
  });

  it("has the version behind its own part", () => {
    assert.equal(versionHost("web", "v1"), "web-v1");
    assert.equal(versionHost("web.shop.svc.corp", "v1"), "web-v1.shop.svc.corp");
  });
});
