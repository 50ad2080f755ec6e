import assert from "node:assert/strict";
import { isAnySite, originProblem } from "./origin";

const good = [
  "*",
  "https://*",
  "http://*:8080",
  "https://shop.example.com",
  "https://*.example.com:8443",
  "http://localhost:3000",
];
const bad = [
  "",
  "shop.example.com",
  "https://a.b/",
  "ftp://a.b",
  "https://a.*.b",
  "https://a:b",
  "https://A.b",
];

describe("an origin", () => {
  it("is a scheme, a host and a port", () => {
    assert.deepEqual(
      [...good, ...bad].filter((origin) => originProblem(origin) === undefined),
      good,
    );
  });

  it("may be any site", () => {
    assert.deepEqual(good.filter(isAnySite), ["*", "https://*", "http://*:8080"]);
  });
});
