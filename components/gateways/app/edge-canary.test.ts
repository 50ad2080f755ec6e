import assert from "node:assert/strict";
import type { CanaryHandle, CanarySplit } from "../../routing/canary/canary-handle";
import type { AppGatewayArgs } from "./app-gateway-args";
import { appGatewayPlan } from "./app-gateway-plan";
import type { AppRoute } from "./app-route-args";
import { httpRoutes } from "./edge-http-routes";
import { virtualServices } from "./edge-istio";

const split: CanarySplit = {
  service: "web",
  namespace: "shop",
  versions: [
    { name: "v1", weight: 90 },
    { name: "v2", weight: 10 },
  ],
  matches: [{ version: "v2", headers: [{ name: "x-beta", exact: "1" }] }],
};
const canary = (more: Partial<CanarySplit> = {}): CanaryHandle => ({
  handle: { ...split, ...more },
});
const plan = (routes: AppRoute[], args: Partial<AppGatewayArgs> = {}) =>
  appGatewayPlan("edge", { namespace: "shop", routes, ...args }).spec;
const rules = (...routes: AppRoute[]) => virtualServices(plan(routes))[0]?.object.spec.http;
const web = "web.shop.svc.cluster.local";
const to = (subset: string, weight: number, port?: number) => ({
  destination: { host: web, ...(port !== undefined && { port: { number: port } }), subset },
  weight,
});
const beta = { "x-beta": { exact: "1" } };

describe("a route that takes a canary", () => {
  it("has its matches first, then its weights", () => {
    assert.deepEqual(rules({ canary: canary(), port: 80 }), [
      { match: [{ headers: beta }], route: [to("v2", 100, 80)] },
      { route: [to("v1", 90, 80), to("v2", 10, 80)] },
    ]);
  });

  it("is told in one line when the handle stands where the canary belongs", () => {
    const bare = canary().handle as unknown as CanaryHandle;
    assert.throws(
      () => plan([{ canary: bare }]),
      /1 argument cannot work\n +routes\[0\].canary: is the handle of a Canary; write the Canary itself/,
    );
  });

  it("needs no port, and takes that of the canary", () => {
    assert.deepEqual(rules({ canary: canary({ matches: [] }) }), [
      { route: [to("v1", 90), to("v2", 10)] },
    ]);
    assert.deepEqual(rules({ canary: canary({ matches: [], port: 8080 }) }), [
      { route: [to("v1", 90, 8080), to("v2", 10, 8080)] },
    ]);
  });

  it("keeps conditions and options of its own", () => {
    assert.deepEqual(rules({ prefix: ["/shop"], timeout: "2s", canary: canary() }), [
      {
        match: [
          { uri: { exact: "/shop" }, headers: beta },
          { uri: { prefix: "/shop/" }, headers: beta },
        ],
        route: [to("v2", 100)],
        timeout: "2s",
      },
      {
        match: [{ uri: { exact: "/shop" } }, { uri: { prefix: "/shop/" } }],
        route: [to("v1", 90), to("v2", 10)],
        timeout: "2s",
      },
    ]);
  });

  it("takes the paths of a match within its own, and leaves out those that are none of its requests", () => {
    const matches = [
      { version: "v2", path: { prefix: "/shop/new" } },
      { version: "v2", path: { exact: "/else" } },
    ];
    assert.deepEqual(
      rules({ prefix: ["/shop"], canary: canary({ matches }) })?.map(({ match }) => match),
      [
        [{ uri: { exact: "/shop/new" } }, { uri: { prefix: "/shop/new/" } }],
        [{ uri: { exact: "/shop" } }, { uri: { prefix: "/shop/" } }],
      ],
    );
  });

  it("names Services of versions, also in the other dialect and in another namespace", () => {
    const made = canary({ dialect: "gateway-api", port: 80, matches: [] });
    assert.deepEqual(rules({ canary: made })?.[0]?.route, [
      {
        destination: { host: "web-v1.shop.svc.cluster.local", port: { number: 80 } },
        weight: 90,
      },
      {
        destination: { host: "web-v2.shop.svc.cluster.local", port: { number: 80 } },
        weight: 10,
      },
    ]);
    const backends = (routes: AppRoute[]) =>
      httpRoutes(plan(routes, { dialect: "gateway-api" }))[0]?.object.spec.rules?.[0]?.backendRefs;
    assert.deepEqual(backends([{ canary: made }]), [
      { name: "web-v1", port: 80, weight: 90 },
      { name: "web-v2", port: 80, weight: 10 },
    ]);
    const other = canary({ dialect: "gateway-api", port: 80, matches: [], namespace: "other" });
    assert.deepEqual(backends([{ canary: other }])?.[0], {
      group: "networking.istio.io",
      kind: "Hostname",
      name: "web-v1.other.svc.cluster.local",
      port: 80,
      weight: 90,
    });
  });

  const refused: [string, AppRoute, RegExp, Partial<AppGatewayArgs>?][] = [
    [
      "a service beside it",
      { canary: canary(), service: "web" },
      /routes\[0\].service: "web" is what the canary says; write one of the two/,
    ],
    [
      "a redirect beside it",
      { canary: canary(), redirect: { path: "/a" } },
      /routes\[0\].canary: has no effect beside redirect/,
    ],
    [
      "subsets in the Gateway API",
      { canary: canary(), port: 80 },
      /routes\[0\].canary: is in dialect "istio", whose subsets an HTTPRoute cannot name/,
      { dialect: "gateway-api" },
    ],
    [
      "two matches that one cannot say",
      {
        matches: [{ headers: [{ name: "x-beta", regex: "1|2" }] }],
        canary: canary(),
      },
      /routes\[0\].canary: both match on x-beta, which one match cannot say: the route and the match of the canary for v2/,
    ],
    [
      "a new prefix beside paths of the canary",
      {
        prefix: ["/shop"],
        rewrite: { prefix: "/" },
        canary: canary({ matches: [{ version: "v2", path: { prefix: "/shop/new" } }] }),
      },
      /routes\[0\].rewrite.prefix: "\/" replaces what the route matched/,
    ],
    ["something else", { canary: "web" as never }, /routes\[0\].canary: "web" is not an object/],
  ];
  for (const [what, route, message, args] of refused) {
    it(`is refused with ${what}`, () => {
      assert.throws(() => plan([route], args), message);
    });
  }
});
