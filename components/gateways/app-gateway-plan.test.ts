import assert from "node:assert/strict";
import type { AppGatewayArgs, AppRoute } from "./app-gateway-args";
import { appGatewayPlan } from "./app-gateway-plan";

const plan = (args: Partial<AppGatewayArgs>) =>
  appGatewayPlan("shop", { namespace: "shop", routes: [{ service: "web", port: 8080 }], ...args });
const routed = (...routes: AppRoute[]) =>
  (plan({ routes }).virtualService.spec as { http: unknown[] }).http;
const web = { host: "web.shop.svc.cluster.local", port: { number: 8080 } };

describe("the plan of an application's gateway", () => {
  it("serves any host on port 80 of the default ingress gateway", () => {
    const { gateway, virtualService } = plan({});
    assert.deepEqual(gateway.spec, {
      selector: { istio: "ingressgateway" },
      servers: [{ hosts: ["*"], port: { number: 80, name: "http", protocol: "HTTP" } }],
    });
    assert.deepEqual(virtualService.spec, {
      hosts: ["*"],
      gateways: ["shop"],
      http: [{ route: [{ destination: web }] }],
    });
  });

  it("matches whole paths and beginnings of paths", () => {
    assert.deepEqual(
      routed({ exact: ["/login"], prefix: ["/static"], service: "web", port: 8080 }),
      [
        {
          match: [{ uri: { exact: "/login" } }, { uri: { prefix: "/static" } }],
          route: [{ destination: web }],
        },
      ],
    );
  });

  it("splits at the edge, and keeps a version at weight 0", () => {
    const versions = [
      { name: "v1", weight: 100 },
      { name: "v2", weight: 0 },
    ];
    assert.deepEqual(routed({ service: "web", port: 8080, versions }), [
      {
        route: [
          { destination: { ...web, subset: "v1" }, weight: 100 },
          { destination: { ...web, subset: "v2" }, weight: 0 },
        ],
      },
    ]);
  });
});

describe("an application's gateway refuses", () => {
  const web = { service: "web", port: 80 };
  const refused: [string, Partial<AppGatewayArgs>, RegExp][] = [
    ["no routes", { routes: [] }, /routes: is empty/],
    ["no hosts", { hosts: [] }, /hosts: is empty/],
    ["a URL as host", { hosts: ["http://shop"] }, /hosts\[0\]: "http:\/\/shop" is not a host name/],
    [
      "a path without a slash",
      { routes: [{ ...web, exact: ["login"] }] },
      /routes\[0\].exact\[0\]: "login" is not a request path/,
    ],
    [
      "a port that is none",
      { routes: [{ ...web, port: 0 }] },
      /routes\[0\].port: 0 is not a whole number between 1 and 65535/,
    ],
    [
      "routes behind one that takes everything",
      { routes: [web, { ...web, exact: ["/a"] }] },
      /routes\[0\]: takes every request/,
    ],
    [
      "a path twice",
      {
        routes: [
          { ...web, exact: ["/a"] },
          { ...web, exact: ["/a"] },
        ],
      },
      /routes\[1\].exact\[0\]: "\/a" is never reached: routes\[0\].exact\[0\] has it/,
    ],
    [
      "weights that do not add up",
      { routes: [{ ...web, versions: [{ name: "v1", weight: 50 }] }] },
      /routes\[0\].versions: weights add up to 50 \(v1 50\)/,
    ],
  ];
  for (const [what, args, message] of refused) {
    it(what, () => {
      assert.throws(() => plan(args), message);
    });
  }
});
