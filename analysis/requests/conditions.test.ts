import assert from "node:assert/strict";
import { NotJudged } from "../mesh/not-judged";
import { fits } from "./conditions";
import type { HttpRequest } from "./request";
import type { Conditions, NamedMatch, TextMatch } from "./route";

const step = { kind: "VirtualService", namespace: "shop", name: "web", path: "spec.http[0]" };
const get: HttpRequest = {
  authority: "web.shop:8080",
  path: "/cart/1?q=a%20b&empty&q=c",
  method: "GET",
  headers: { "end-user": "jason", cookie: "a=1; user=jason" },
  scheme: "http",
};
const none: Conditions = { headers: [], query: [], claims: [] };

const header = (
  name: string,
  match: TextMatch,
  more: Partial<Pick<NamedMatch, "not" | "missingIsEmpty">> = {},
): NamedMatch => ({ name, match, step, ...more });

const exact = (value: string): TextMatch => ({ kind: "exact", value });

describe("conditions of routes", () => {
  const taken = (conditions: Partial<Conditions>, http = get, claims?: Record<string, unknown>) =>
    fits({ ...none, ...conditions }, http, claims);

  it("takes everything without conditions", () => {
    assert.ok(taken({}));
  });

  it("compares the path without its query", () => {
    assert.ok(taken({ path: { kind: "exact", value: "/cart/1" } }));
    assert.ok(taken({ path: { kind: "prefix", value: "/car" } }));
    assert.ok(taken({ path: { kind: "regex", value: "/c.*\\d" } }));
    assert.ok(!taken({ path: { kind: "regex", value: "/cart" } }));
    assert.ok(!taken({ path: { kind: "prefix", value: "/cart/1?" } }));
    assert.ok(!taken({ path: { kind: "exact", value: "/Cart/1" } }));
    assert.ok(taken({ path: { kind: "exact", value: "/Cart/1", ignoreCase: true } }));
  });

  it("ends a prefix of whole parts at a slash", () => {
    const path = (value: string) => taken({ path: { kind: "pathPrefix", value } });
    assert.deepEqual(["/cart", "/cart/1", "/car", "/cart/"].map(path), [true, true, false, false]);
  });

  it("compares headers, the request line and the host with its port", () => {
    assert.ok(taken({ headers: [header("end-user", exact("jason"))] }));
    assert.ok(taken({ headers: [header(":authority", exact("web.shop:8080"))] }));
    assert.ok(taken({ headers: [header("host", { kind: "suffix", value: ":8080" })] }));
    assert.ok(taken({ headers: [header(":method", { kind: "regex", value: "GET|HEAD" })] }));
    assert.ok(!taken({ headers: [header("end-user", { kind: "contains", value: "Son" })] }));
    assert.ok(!taken({ headers: [header("x-beta", { kind: "present" })] }));
  });

  it("turns conditions round only for headers that are there, unless missing ones are empty", () => {
    const not = { not: true };
    const empty = { not: true, missingIsEmpty: true };
    assert.ok(!taken({ headers: [header("end-user", exact("jason"), not)] }));
    assert.ok(!taken({ headers: [header("x-beta", exact("on"), not)] }));
    assert.ok(taken({ headers: [header("x-beta", exact("on"), empty)] }));
    assert.ok(!taken({ headers: [header("x-beta", { kind: "prefix", value: "" }, empty)] }));
    assert.ok(taken({ headers: [header("x-beta", { kind: "present" }, not)] }));
  });

  it("takes the first value of a parameter as it is written", () => {
    assert.ok(taken({ query: [header("q", exact("a%20b"))] }));
    assert.ok(taken({ query: [header("empty", exact(""))] }));
    assert.ok(taken({ query: [header("empty", { kind: "present" })] }));
    assert.ok(!taken({ query: [header("other", { kind: "present" })] }));
    assert.ok(!taken({ query: [header("q", { kind: "present" })] }, { ...get, path: "/cart" }));
  });

  it("takes claims that are texts, or have one in a list", () => {
    const claim = (value: string, ...names: string[]) => ({
      claims: [{ claim: names, match: exact(value), step }],
    });
    const claims = { group: { id: "a" }, roles: ["dev", "ops"], age: 7 };
    assert.ok(taken(claim("a", "group", "id"), get, claims));
    assert.ok(taken(claim("ops", "roles"), get, claims));
    assert.ok(!taken(claim("7", "age"), get, claims));
    assert.ok(!taken(claim("a", "group", "id")));
    const turned = { claims: [{ claim: ["roles"], match: exact("ops"), not: true, step }] };
    assert.ok(!taken(turned, get, claims));
    assert.ok(taken(turned));
  });

  it("does not judge an expression that JavaScript lacks", () => {
    assert.throws(() => taken({ path: { kind: "regex", value: "\\C" } }), NotJudged);
  });
});
