import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { failureOf } from "../../../test/support/record";
import type { AppGatewayArgs } from "./app-gateway-args";
import { appGatewayPlan } from "./app-gateway-plan";
import type { AppRoute } from "./app-route-args";
import { httpRoutes } from "./edge-http-routes";

const target = { service: "web", port: 80 };
const plan = (args: Partial<AppGatewayArgs>) =>
  appGatewayPlan("api", { namespace: "shop", dialect: "gateway-api", routes: [target], ...args });
const routes = (args: Partial<AppGatewayArgs>) => httpRoutes(plan(args).spec);
const byPath = (count: number, from = 0): AppRoute[] =>
  Array.from({ length: count }, (_, i) => ({ ...target, exact: [`/route-${i + from}`] }));
const byHeader = (count: number): AppRoute[] =>
  Array.from({ length: count }, (_, i) => ({
    ...target,
    matches: [{ headers: [{ name: `x-${i}`, present: true }] }],
  }));
const numbered = (count: number, name: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => name(i));
const names = (args: Partial<AppGatewayArgs>) => routes(args).map(({ object }) => object.name);

describe("HTTPRoutes of an application's gateway", () => {
  it("are one object as long as it holds all rules", () => {
    assert.deepEqual(names({ routes: byPath(16) }), ["api"]);
    assert.equal(routes({ routes: byPath(16) })[0]?.object.spec.rules?.length, 16);
  });

  it("are an object for each rule beyond that, under a name that others do not change", () => {
    const before = names({ routes: byPath(17) });
    assert.equal(new Set(before).size, 17);
    const after = names({ routes: [...byPath(1, 99), ...byPath(17)] });
    assert.deepEqual(after.slice(1), before);
  });

  it("keep rules together whose order decides", () => {
    const all = routes({ routes: [...byPath(15), ...byHeader(2)] });
    assert.deepEqual(
      all.map(({ object }) => object.spec.rules?.length),
      [...Array.from({ length: 15 }, () => 1), 2],
    );
  });

  it("spread over several rules when one has too many matches", () => {
    const [one] = routes({ routes: [{ ...target, exact: numbered(100, (i) => `/route-${i}`) }] });
    assert.deepEqual(
      one?.object.spec.rules?.map(({ matches }) => matches?.length),
      [64, 36],
    );
  });

  const hosts = (count: number) => numbered(count, (i) => `h${i}.example.com`);
  const named = (list: string[]) =>
    routes({ hosts: list }).map(({ object }) => [object.name, object.spec.hostnames]);

  it("hold up to sixteen hosts", () => {
    assert.deepEqual(named(hosts(16)), [["api", hosts(16)]]);
  });

  it("are one for each of more hosts, which keep theirs whichever comes before", () => {
    const own = hosts(17).map((host) => [`api-${host}`, [host]]);
    assert.deepEqual(named(hosts(17)), own);
    assert.deepEqual(named(["*.example.org", ...hosts(17)]), [
      ["api-any.example.org", ["*.example.org"]],
      ...own,
    ]);
    assert.deepEqual(routes({ hosts: hosts(17) })[16]?.object.spec.parentRefs, [{ name: "api" }]);
  });

  const long = "e".repeat(58);

  it("have a Service whose name fits, or is given", () => {
    assert.doesNotThrow(() => plan({ name: "e".repeat(57) }));
    assert.doesNotThrow(() =>
      plan({ name: long, annotations: { "gateway.istio.io/name-override": "edge" } }),
    );
    assert.doesNotThrow(() => plan({ name: long, gatewayClassName: "istio-remote" }));
  });

  it("do not appear under a name that arrives later and is too long", async () => {
    const { name } = plan({ name: pulumi.output(long) }).spec;
    assert.match((await failureOf(name)).message, /name: "e+" makes a Service of 64 characters/);
  });

  const refused: [string, Partial<AppGatewayArgs>, RegExp][] = [
    [
      "a name that is too long with that of the class behind it",
      { name: long },
      /name: "e+" makes a Service of 64 characters, .*which has at most 63; write at most 57, or name the Service by the annotation gateway.istio.io\/name-override/,
    ],
    [
      "more rules than one object holds, whose order decides",
      { routes: byHeader(17) },
      /routes: has 17 rules in which only the order decides.*\(routes\[0\] and others.*an HTTPRoute holds 16 rules and 128 matches.*dialect "istio" has no such limit/,
    ],
    [
      "more hosts than a Gateway holds listeners",
      { hosts: numbered(65, (i) => `h${i}.example.com`) },
      /hosts: has 65 hosts in all.*holds 64.*wildcard/,
    ],
    [
      "more versions than a route holds",
      {
        routes: [
          {
            ...target,
            versions: numbered(20, (i) => `v${i}`).map((name) => ({ name, weight: 5 })),
          },
        ],
      },
      /routes\[0\].versions: has 20 versions, and a route of the Gateway API holds 16/,
    ],
    [
      "more labels than a Gateway holds",
      {
        infrastructure: {
          labels: Object.fromEntries(numbered(9, (i) => `l${i}`).map((name) => [name, "a"])),
        },
      },
      /infrastructure.labels: has 9 entries, and a Gateway of the Gateway API holds 8/,
    ],
  ];
  for (const [what, args, message] of refused) {
    it(`are refused with ${what}`, () => {
      assert.throws(() => plan(args), message);
    });
  }

  it("have none of these limits in dialect istio", () => {
    assert.doesNotThrow(() =>
      plan({
        dialect: "istio",
        name: long,
        hosts: numbered(65, (i) => `h${i}.example.com`),
        routes: [...byHeader(17), target],
      }),
    );
  });
});
