import assert from "node:assert/strict";
import { looksOut, sees } from "./scope-hosts";

describe("what a scope lets proxies of the namespace shop know", () => {
  const rows: [hosts: string[], host: string, namespace: string | undefined, seen: boolean][] = [
    [["./*"], "web.shop.svc.cluster.local", "shop", true],
    [["./*"], "web.bank.svc.cluster.local", "bank", false],
    [["bank/*"], "web.bank.svc.cluster.local", "bank", true],
    [["bank/web.bank.svc.cluster.local"], "web.bank.svc.cluster.local", "bank", true],
    [["bank/api.bank.svc.cluster.local"], "web.bank.svc.cluster.local", "bank", false],
    [["*/*.bank.svc.cluster.local"], "web.bank.svc.cluster.local", "bank", true],
    [["*/*"], "web.bank.svc.cluster.local", "bank", true],
    [["*/*", "~bank/*"], "web.bank.svc.cluster.local", "bank", false],
    [["*/*", "~./*"], "web.shop.svc.cluster.local", "shop", false],
    [["~/*"], "web.shop.svc.cluster.local", "shop", false],
    // Where nobody knows the namespace, the host alone decides.
    [["egress/api.example.com"], "api.example.com", undefined, true],
  ];
  for (const [hosts, host, namespace, seen] of rows) {
    it(`${hosts.join(" ")} ${seen ? "shows" : "hides"} ${host}`, () => {
      const wanted = { host, ...(namespace !== undefined && { namespace }) };
      assert.equal(sees(hosts, "shop", wanted), seen);
    });
  }

  it("is its own namespace alone, or more", () => {
    assert.equal(looksOut(["./*", "shop/*", "~/*"], "shop"), false);
    assert.equal(looksOut(["./*", "istio-system/*"], "shop"), true);
  });
});
