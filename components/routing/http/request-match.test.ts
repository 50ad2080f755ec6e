import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { ArgumentCheck } from "../../../arguments/argument-check";
import { failureOf, settled } from "../../../test/support/record";
import type { Dialect } from "../dialect";
import { checkRequestMatch } from "./request-match";
import type { RequestMatch } from "./request-match-args";
import { gatewayApiMatch } from "./request-match-gateway-api";
import { istioMatches } from "./request-match-istio";

function checked(match: RequestMatch, dialect: Dialect): RequestMatch {
  const check = new ArgumentCheck("ServiceRoute", "x");
  const safe = checkRequestMatch(check, "match", match, dialect);
  check.done();
  return safe;
}
const istio = (match: RequestMatch) => istioMatches(checked(match, "istio"));
const gatewayApi = (match: RequestMatch) => gatewayApiMatch(checked(match, "gateway-api"));

describe("a match of requests", () => {
  const rows: [what: string, match: RequestMatch, istio: unknown, gatewayApi: unknown][] = [
    [
      "an exact path",
      { path: { exact: "/login" } },
      [{ uri: { exact: "/login" } }],
      { path: { type: "Exact", value: "/login" } },
    ],
    [
      "a prefix, by whole elements in both",
      { path: { prefix: "/api/" } },
      [{ uri: { exact: "/api" } }, { uri: { prefix: "/api/" } }],
      { path: { type: "PathPrefix", value: "/api/" } },
    ],
    [
      "the prefix of all paths",
      { path: { prefix: "/" } },
      [{ uri: { prefix: "/" } }],
      { path: { type: "PathPrefix", value: "/" } },
    ],
    [
      "a path by expression",
      { path: { regex: "/v[0-9]+/.*" } },
      [{ uri: { regex: "/v[0-9]+/.*" } }],
      { path: { type: "RegularExpression", value: "/v[0-9]+/.*" } },
    ],
    ["a method", { method: "GET" }, [{ method: { exact: "GET" } }], { method: "GET" }],
    [
      "headers by value, beginning, expression and presence",
      {
        headers: [
          { name: "end-user", exact: "jason" },
          { name: "x-id", prefix: "a.b" },
          { name: "x-group", regex: "b.*" },
          { name: "x-debug", present: true },
        ],
      },
      [
        {
          headers: {
            "end-user": { exact: "jason" },
            "x-id": { prefix: "a.b" },
            "x-group": { regex: "b.*" },
            "x-debug": {},
          },
        },
      ],
      {
        headers: [
          { name: "end-user", type: "Exact", value: "jason" },
          { name: "x-id", type: "RegularExpression", value: "a\\.b.*" },
          { name: "x-group", type: "RegularExpression", value: "b.*" },
          { name: "x-debug", type: "RegularExpression", value: ".*" },
        ],
      },
    ],
    [
      "a query parameter",
      { queryParams: [{ name: "Beta", exact: "1" }] },
      [{ queryParams: { Beta: { exact: "1" } } }],
      { queryParams: [{ name: "Beta", type: "Exact", value: "1" }] },
    ],
    [
      "a cookie, escaped",
      { cookie: { name: "group", exact: "a.b" } },
      [{ headers: { cookie: { regex: "(?:.*;\\s*)?group=a\\.b(?:;.*)?" } } }],
      {
        headers: [
          {
            name: "cookie",
            type: "RegularExpression",
            value: "(?:.*;\\s*)?group=a\\.b(?:;.*)?",
          },
        ],
      },
    ],
  ];
  for (const [what, match, inIstio, inGatewayApi] of rows) {
    it(`writes ${what}`, () => {
      assert.deepEqual(istio(match), inIstio);
      assert.deepEqual(gatewayApi(match), inGatewayApi);
    });
  }

  it("writes what only Istio knows", () => {
    const match: RequestMatch = {
      path: { exact: "/A", ignoreCase: true },
      withoutHeaders: [{ name: "x-test", present: true }],
      sourceLabels: { app: "web" },
      sourceNamespace: "shop",
      authority: "a.example.com",
      port: 80,
    };
    assert.deepEqual(istio(match), [
      {
        uri: { exact: "/A" },
        ignoreUriCase: true,
        withoutHeaders: { "x-test": {} },
        sourceLabels: { app: "web" },
        sourceNamespace: "shop",
        authority: { exact: "a.example.com" },
        port: 80,
      },
    ]);
  });

  it("finds a cookie wherever it stands, and no other cookie", () => {
    const { headers = {} } = istio({ cookie: { name: "group", regex: "beta|canary" } })[0] ?? {};
    const fits = new RegExp(`^${(headers.cookie as { regex: string }).regex}$`);
    for (const cookie of ["group=beta", "a=b; group=canary", "a=b;group=beta; c=d"]) {
      assert.match(cookie, fits);
    }
    for (const cookie of ["group=betas", "mygroup=beta", "a=group=beta", "group=", "x=1; group"]) {
      assert.doesNotMatch(cookie, fits);
    }
  });

  it("waits for a prefix that arrives later, and still takes whole elements only", async () => {
    const [itself, below] = istio({ path: { prefix: pulumi.output("/api/") } });
    assert.equal(await settled(pulumi.output(itself?.uri?.exact)), "/api");
    assert.equal(await settled(pulumi.output(below?.uri?.prefix)), "/api/");
  });

  it("holds a path back that turns out to be none", async () => {
    const { path } = gatewayApi({ path: { exact: pulumi.output("api") } });
    assert.match(
      (await failureOf(path?.value)).message,
      /match.path.exact: "api" is not a request/,
    );
  });
});

describe("a match of requests is refused", () => {
  const both: [string, RequestMatch, RegExp][] = [
    [
      "a path twice",
      { path: { exact: "/a", prefix: "/b" } },
      /match.path: exact "\/a" and prefix "\/b" are set/,
    ],
    [
      "a path without a value",
      { path: {} },
      /match.path: nothing is set; set exactly one of exact, prefix, regex/,
    ],
    ["a path without a slash", { path: { prefix: "api" } }, /match.path.prefix: "api" is not a/],
    [
      "a header in capitals",
      { headers: [{ name: "End-User", present: true }] },
      /match.headers\[0\].name: "End-User" is not a header name in lower case; did you mean "end-user"/,
    ],
    [
      "a word that no lower case mends",
      { headers: [{ name: "end user", present: true }] },
      /match.headers\[0\].name: "end user" is not a header name in lower case$/m,
    ],
    [
      "a claim of a token",
      { headers: [{ name: "@request.auth.claims.group", exact: "beta" }] },
      /match.headers\[0\].name: "@request.auth.claims.group" is no header but Istio's word for a claim/,
    ],
    [
      "a header twice",
      {
        headers: [
          { name: "a", present: true },
          { name: "a", exact: "b" },
        ],
      },
      /match.headers\[1\].name: "a" is listed twice/,
    ],
    [
      "a header without a word on its value",
      { headers: [{ name: "a" }] },
      /match.headers\[0\]: nothing is set; set exactly one of exact, prefix, regex, present/,
    ],
    [
      "a cookie without one",
      { cookie: { name: "a" } },
      /match.cookie: nothing is set; set exactly one of exact, regex, present/,
    ],
    [
      "a presence that is none",
      { headers: [{ name: "a", present: false }] },
      /match.headers\[0\].present: false says nothing; leave it out, or write withoutHeaders/,
    ],
    [
      "an empty value",
      { queryParams: [{ name: "a", exact: "" }] },
      /match.queryParams\[0\].exact: "" is empty/,
    ],
    [
      "a broken expression",
      { headers: [{ name: "a", regex: "(" }] },
      /match.headers\[0\].regex: "\(" cannot be matched/,
    ],
    [
      "a cookie beside the header of cookies",
      { cookie: { name: "a", present: true }, headers: [{ name: "cookie", exact: "b" }] },
      /match.cookie: and a header named cookie exclude each other/,
    ],
    ["no source label", { sourceLabels: {} }, /match.sourceLabels: is empty/],
  ];
  for (const [what, match, message] of both) {
    it(`for ${what}`, () => {
      assert.throws(() => checked(match, "istio"), message);
    });
  }

  const onlyIstio: [string, RequestMatch][] = [
    ["withoutHeaders", { withoutHeaders: [{ name: "a", present: true }] }],
    ["sourceLabels", { sourceLabels: { app: "web" } }],
    ["sourceNamespace", { sourceNamespace: "shop" }],
    ["authority", { authority: "a.example.com" }],
    ["port", { port: 80 }],
    ["path.ignoreCase", { path: { exact: "/a", ignoreCase: true } }],
  ];
  for (const [at, match] of onlyIstio) {
    it(`for ${at} in an HTTPRoute`, () => {
      const message = new RegExp(`match.${at}: is for dialect "istio" only: `);
      assert.throws(() => checked(match, "gateway-api"), message);
    });
  }

  for (const path of ["/a//b", "/a/../b", "/a%2Fb", "/ä"]) {
    it(`for the path ${path} in an HTTPRoute, and not in a VirtualService`, () => {
      checked({ path: { exact: path } }, "istio");
      assert.throws(
        () => checked({ path: { exact: path } }, "gateway-api"),
        /match.path.exact: .* is not a path that HTTPRoute matches on/,
      );
    });
  }
});
