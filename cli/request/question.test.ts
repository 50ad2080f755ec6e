import assert from "node:assert/strict";
import { Mesh } from "../../analysis/mesh/mesh";
import { UsageError } from "../usage-error";
import { operandsOf } from "./operands";
import type { RequestCommand } from "./options";
import { questionOf } from "./question";

const mesh = new Mesh([
  {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name: "sleep", namespace: "bookinfo" },
    spec: { template: { metadata: { labels: { app: "sleep" } } } },
  },
]);

const command = (options: Partial<RequestCommand>): RequestCommand => ({
  output: "text",
  stack: [],
  header: [],
  clientCert: [],
  claim: [],
  ...options,
});

const ask = (words: string, options: Partial<RequestCommand>) =>
  questionOf(mesh, operandsOf(words.split(" ")), command(options));

describe("what istio-mesh request is asked", () => {
  it("has its URL among paths, with a method or without", () => {
    assert.deepEqual(operandsOf(["a/", "POST", "http://web/", "b.yaml", "-"]), {
      method: "POST",
      url: "http://web/",
      paths: ["a/", "b.yaml", "-"],
    });
    assert.deepEqual(operandsOf(["get/", "http://web/"]), {
      method: undefined,
      url: "http://web/",
      paths: ["get/"],
    });
  });

  it("is one URL", () => {
    assert.throws(() => operandsOf(["a/", "GET"]), /^UsageError: name what is asked for by a URL/);
    assert.throws(() => operandsOf(["http://a", "http://b"]), {
      message: "one request at a time: two URLs are named",
    });
  });

  it("names who asks, in the usual namespace where none is named", () => {
    const http = ask("http://reviews:9080/", { from: "sleep.bookinfo" });
    assert.deepEqual(http.from, { kind: "workload", name: "sleep", namespace: "bookinfo" });
    assert.deepEqual(ask("http://a/", { from: "sleep", namespace: "shop" }).from, {
      kind: "workload",
      name: "sleep",
      namespace: "shop",
    });
    assert.deepEqual(ask("http://a/", { gateway: "istio-system/shop", ip: "10.0.0.1" }).from, {
      kind: "outside",
      gateway: "istio-system/shop",
      ip: "10.0.0.1",
    });
    assert.deepEqual(ask("http://a/", { outside: true }).from, { kind: "outside" });
  });

  it("says who could ask where nobody is named, or two are", () => {
    const message =
      "say who asks: --from NAME.NAMESPACE, --outside, or --gateway NAMESPACE/NAME; the workloads are sleep.bookinfo";
    assert.throws(() => ask("http://a/", {}), { name: "UsageError", message });
    assert.throws(() => ask("http://a/", { from: "a.b", outside: true }), {
      message: "one asks at a time: --from stands without --outside and --gateway",
    });
    assert.throws(() => ask("http://a/", { outside: true, ip: "10.1.2" }), {
      message: '--ip "10.1.2" is not an IP address',
    });
    assert.throws(() => ask("http://a/", { from: "a.b", ip: "10.0.0.1" }), UsageError);
  });

  it("has headers and a token of claims, in lists where one is given twice", () => {
    const { http, token } = ask("https://shop.example.com/", {
      outside: true,
      header: ["End-User: jason", "x-time: 10:30"],
      claim: ["iss=me", "groups=a", "groups=b", "realm[roles]=x=y"],
    });
    assert.deepEqual(http?.headers, { "end-user": "jason", "x-time": "10:30" });
    assert.deepEqual(token, {
      kind: "valid",
      claims: { iss: "me", groups: ["a", "b"], realm: { roles: "x=y" } },
    });
  });

  it("refuses headers and claims without a value, and claims of an invalid token", () => {
    const own = { from: "sleep.bookinfo" };
    assert.throws(() => ask("http://a/", { ...own, header: ["x"] }), {
      message: '-H "x": write "name:value"',
    });
    assert.throws(() => ask("http://a/", { ...own, claim: ["=x"] }), {
      message: '--claim "=x": write "name=value"',
    });
    assert.throws(
      () => ask("http://a/", { ...own, claim: ["a=x"], invalidToken: true }),
      UsageError,
    );
  });
});
