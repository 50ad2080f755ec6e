import assert from "node:assert/strict";
import { redirectOf } from "./redirect";
import type { HttpRequest } from "./request";
import { rewrittenPath } from "./rewrite";
import type { RedirectAction } from "./route";

describe("paths that routes write anew", () => {
  it("keep their query, and what a prefix leaves", () => {
    assert.equal(rewrittenPath("/a/b?c=/a", { kind: "full", value: "/x" }), "/x?c=/a");
    const prefix = { kind: "prefix", matched: "/a", value: "/x" } as const;
    assert.equal(rewrittenPath("/a/b?c", prefix), "/x/b?c");
    assert.equal(rewrittenPath("/a", prefix), "/x");
    const root = { kind: "prefix", matched: "/", value: "/x" } as const;
    assert.equal(rewrittenPath("/b", root), "/xb");
  });

  it("are replaced wherever an expression fits, with its groups", () => {
    const strip = { kind: "regex", match: "^/a(/?)(.*)", value: "/\\2" } as const;
    assert.equal(rewrittenPath("/a/b?c", strip), "/b?c");
    assert.equal(rewrittenPath("/a", strip), "/");
    const swap = { kind: "regex", match: "/(\\w)(\\w*)", value: "/\\2\\1\\0" } as const;
    assert.equal(rewrittenPath("/ab/c", swap), "/ba/ab/c/c");
  });
});

describe("redirects", () => {
  const http: HttpRequest = {
    authority: "shop.example.com:8080",
    path: "/old/1?q",
    method: "GET",
    headers: {},
    scheme: "http",
  };
  const location = (action: Partial<RedirectAction>, from: Partial<HttpRequest> = {}) =>
    redirectOf({ kind: "redirect", status: 302, ...action }, { ...http, ...from }).location;

  it("keep what they do not name", () => {
    assert.equal(location({}), "http://shop.example.com:8080/old/1?q");
    assert.equal(location({ authority: "x.org" }), "http://x.org/old/1?q");
    assert.equal(location({ port: 90 }), "http://shop.example.com:90/old/1?q");
  });

  it("leave the usual port of the scheme out when the scheme changes", () => {
    const plain = { authority: "shop.example.com:80" };
    assert.equal(location({ scheme: "https" }, plain), "https://shop.example.com/old/1?q");
    assert.equal(location({}, plain), "http://shop.example.com:80/old/1?q");
    assert.equal(location({ scheme: "https" }), "https://shop.example.com:8080/old/1?q");
  });

  it("write paths anew, with their own query in place of the request's", () => {
    const to = (value: string) => location({ path: { kind: "full", value } });
    assert.equal(to("/new"), "http://shop.example.com:8080/new?q");
    assert.equal(to("/new?a"), "http://shop.example.com:8080/new?a");
    assert.equal(
      location({ path: { kind: "prefix", matched: "/old", value: "/new" } }),
      "http://shop.example.com:8080/new/1?q",
    );
  });
});
