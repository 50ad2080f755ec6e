import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import type { Dialect } from "../../routing/dialect";
import { appGatewayPlan } from "./app-gateway-plan";
import type { AppRoute } from "./app-route-args";

const web = { service: "web", port: 80 };
const beta = { headers: [{ name: "x-beta", exact: "1" }] };

const hosts = ["a.example.com", "b.example.com"];

function problem(dialect: Dialect, routes: AppRoute[]): string {
  try {
    appGatewayPlan("shop", { namespace: "shop", dialect, hosts, routes });
    return "";
  } catch (error) {
    return (error as Error).message.split("\n").slice(1).join("\n").trim();
  }
}

describe("the order of routes", () => {
  const refused: [string, AppRoute[], RegExp][] = [
    [
      "behind one that takes everything",
      [web, { ...web, exact: ["/a"] }],
      /^routes\[0\]: takes every request, .*put it last \(IST0130\)$/,
    ],
    [
      "with a path twice",
      [
        { ...web, exact: ["/a"] },
        { ...web, exact: ["/a"] },
      ],
      /^routes\[1\].exact\[0\]: "\/a" is never reached: routes\[0\].exact\[0\] takes its requests before \(IST0131\)$/,
    ],
    [
      "of paths that cannot be read, for that alone",
      [{ ...web, exact: ["a"] }, web],
      /^routes\[0\].exact\[0\]: "a" [^\n]*$/,
    ],
    [
      "without the paths they announce, for that alone",
      [{ ...web, prefix: [] }, web],
      /^routes\[0\].prefix: is empty; leave it out$/,
    ],
    [
      "inside of a wider beginning",
      [
        { ...web, prefix: ["/api"] },
        { ...web, prefix: ["/api/v1"] },
      ],
      /^routes\[1\].prefix\[0\]: "\/api\/v1" is never reached: routes\[0\].prefix\[0\]/,
    ],
    [
      "with the same conditions twice",
      [
        { ...web, matches: [beta] },
        { ...web, matches: [beta] },
      ],
      /^routes\[1\].matches\[0\]: is never reached: routes\[0\].matches\[0\]/,
    ],
    [
      "with more conditions behind the same",
      [
        { ...web, matches: [beta] },
        { ...web, matches: [{ ...beta, path: { exact: "/a" } }] },
      ],
      /^routes\[1\].matches\[0\]: is never reached: routes\[0\].matches\[0\]/,
    ],
    [
      "with a cookie that came before",
      [
        { ...web, matches: [{ cookie: { name: "group", exact: "beta" } }] },
        { ...web, matches: [{ cookie: { name: "group", exact: "beta" }, method: "GET" }] },
      ],
      /^routes\[1\].matches\[0\]: is never reached: routes\[0\].matches\[0\]/,
    ],
    [
      "behind one that takes everything for its host",
      [
        { ...web, hosts },
        { ...web, hosts: ["a.example.com"], exact: ["/a"] },
      ],
      /^routes\[0\]: takes every request/,
    ],
    [
      "behind the beginning of all paths",
      [{ ...web, prefix: ["/"] }, web],
      /^routes\[1\]: is never reached: routes\[0\].prefix\[0\] takes its requests before/,
    ],
  ];
  for (const [what, routes, message] of refused) {
    it(`is refused ${what}`, () => {
      assert.match(problem("istio", routes), message);
    });
  }

  const fine: [string, AppRoute[]][] = [
    ["from narrow to wide", [{ ...web, exact: ["/api/v1"] }, { ...web, prefix: ["/api"] }, web]],
    ["by elements of the path", [{ ...web, prefix: ["/api"] }, { ...web, prefix: ["/apis"] }, web]],
    ["with conditions in front", [{ ...web, matches: [beta] }, web]],
    [
      "for different hosts",
      [
        { ...web, hosts: ["a.example.com"] },
        { ...web, hosts: ["b.example.com"] },
      ],
    ],
    [
      "for different hosts, in any order",
      [
        { ...web, hosts: ["a.example.com"], matches: [beta] },
        { ...web, hosts: ["b.example.com"], exact: ["/a"] },
        web,
      ],
    ],
    ["for one host in front of the others", [{ ...web, hosts: ["a.example.com"] }, web]],
    [
      "for one host in front of a path for all of them",
      [{ ...web, hosts: ["a.example.com"] }, { ...web, exact: ["/a"] }, web],
    ],
    [
      "for values of a header that exclude each other",
      [
        { ...web, matches: [beta] },
        { ...web, matches: [{ path: { exact: "/a" }, headers: [{ name: "x-beta", exact: "0" }] }] },
        web,
      ],
    ],
    [
      "while a path is not known",
      [
        { ...web, exact: [pulumi.output("/a")] },
        { ...web, exact: ["/a"] },
      ],
    ],
  ];
  for (const [what, routes] of fine) {
    it(`is accepted ${what}`, () => {
      assert.equal(problem("istio", routes), "");
      assert.equal(problem("gateway-api", routes), "");
    });
  }

  const turned: [string, AppRoute[], RegExp][] = [
    [
      "headers in front of a path",
      [
        { ...web, matches: [beta] },
        { ...web, prefix: ["/api"] },
      ],
      /^routes\[0\].matches\[0\]: comes after routes\[1\].prefix\[0\] in an HTTPRoute, whatever the order here/,
    ],
    [
      "an expression in front of a beginning",
      [{ ...web, matches: [{ path: { regex: "/v[0-9]+/.*" } }] }, web],
      /^routes\[0\].matches\[0\]: comes after routes\[1\] in an HTTPRoute/,
    ],
  ];
  for (const [what, routes, message] of turned) {
    it(`is refused in the Gateway API, which would not keep it: ${what}`, () => {
      assert.equal(problem("istio", routes), "");
      assert.match(problem("gateway-api", routes), message);
    });
  }
});
