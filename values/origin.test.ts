import assert from "node:assert/strict";
import { comparedOriginProblem, isAnySite, originProblem } from "./origin";

const good = [
  "*",
  "https://*",
  "http://*:8080",
  "https://shop.example.com",
  "https://*.example.com:8443",
  "http://localhost:3000",
  "capacitor://localhost",
  "moz-extension://2c127fa4-62c7-7e4f-90e5-472b45eecfdc",
  "app://shop.example.com:8080",
];
const bad = [
  "",
  "shop.example.com",
  "https://a.b/",
  "ftp://a.b",
  "https://a.*.b",
  "https://a:b",
  "https://A.b",
  "htps://a.b",
  "wss://a.b",
  "capacitor://*",
  "capacitor://localhost/",
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

  it("is compared whole as browsers send it", () => {
    const sent = ["*", "null", "https://a.b", "http://a.b:8080", "moz-extension://a"];
    const others = ["https://*.a.b", "https://a.b/", "https://a.b/c", "a.b", ""];
    assert.deepEqual(
      [...sent, ...others].filter((one) => comparedOriginProblem(true, one) === undefined),
      sent,
    );
  });

  it("is compared in part as browsers send it", () => {
    const sent = ["*", "https://a.", "https:/", "ht"];
    const others = ["https://*.", "https://a.b/"];
    assert.deepEqual(
      [...sent, ...others].filter((one) => comparedOriginProblem(false, one) === undefined),
      sent,
    );
  });
});
