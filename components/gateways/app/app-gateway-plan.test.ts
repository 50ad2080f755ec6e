import assert from "node:assert/strict";
import type { AppGatewayArgs } from "./app-gateway-args";
import { appGatewayPlan } from "./app-gateway-plan";
import type { AppRoute } from "./app-route-args";
import { edgeClaims } from "./edge-claims";
import { istioGateway, virtualServices } from "./edge-istio";

const web = { service: "web", port: 8080 };
const plan = (args: Partial<AppGatewayArgs>) =>
  appGatewayPlan("shop", { namespace: "shop", routes: [web], ...args });
const routed = (...routes: AppRoute[]) =>
  virtualServices(plan({ routes }).spec).map(({ object }) => object.spec.http);
const toWeb = { host: "web.shop.svc.cluster.local", port: { number: 8080 } };

describe("the plan of an application's gateway", () => {
  it("serves any host on port 80 of the default ingress gateway", () => {
    const { spec, inputs, hosts } = plan({});
    assert.deepEqual(istioGateway(spec).spec, {
      selector: { istio: "ingressgateway" },
      servers: [{ hosts: ["*"], port: { number: 80, name: "http", protocol: "HTTP" } }],
    });
    assert.deepEqual(virtualServices(spec), [
      {
        suffix: "",
        object: {
          name: "shop",
          namespace: "shop",
          labels: undefined,
          annotations: undefined,
          spec: { hosts: ["*"], gateways: ["shop"], http: [{ route: [{ destination: toWeb }] }] },
        },
      },
    ]);
    assert.deepEqual(hosts, ["*"]);
    assert.deepEqual(inputs, {
      namespace: "shop",
      routes: [web],
      dialect: "istio",
      name: "shop",
      selector: { istio: "ingressgateway" },
      hosts: ["*"],
      port: 80,
    });
  });

  it("says by which argument each of its objects is called", () => {
    const { spec } = plan({ routeName: "web", routes: [web] });
    assert.deepEqual(
      edgeClaims(spec)
        .filter(({ key }) => key.length === 2 && key[0] === "shop")
        .map(({ key, path }) => [key[1], path]),
      [
        ["shop", "name"],
        ["web", "routeName"],
      ],
    );
  });

  it("calls its routes otherwise than its Gateway, where it is told so", () => {
    const { spec } = plan({
      routeName: "web",
      routes: [{ ...web, hosts: ["web.example.com"] }, web],
    });
    assert.equal(istioGateway(spec).name, "shop");
    assert.deepEqual(
      virtualServices(spec).map(({ object }) => [object.name, object.spec.gateways]),
      [
        ["web", ["shop"]],
        ["web-web.example.com", ["shop"]],
      ],
    );
  });

  it("matches whole paths, and beginnings of paths by whole elements", () => {
    assert.deepEqual(routed({ exact: ["/login"], prefix: ["/static"], ...web }), [
      [
        {
          match: [
            { uri: { exact: "/login" } },
            { uri: { exact: "/static" } },
            { uri: { prefix: "/static/" } },
          ],
          route: [{ destination: toWeb }],
        },
      ],
    ]);
  });

  it("splits at the edge, and keeps a version at weight 0", () => {
    const versions = [
      { name: "v1", weight: 100 },
      { name: "v2", weight: 0 },
    ];
    assert.deepEqual(routed({ ...web, versions }), [
      [
        {
          route: [
            { destination: { ...toWeb, subset: "v1" }, weight: 100 },
            { destination: { ...toWeb, subset: "v2" }, weight: 0 },
          ],
        },
      ],
    ]);
  });

  it("routes by all that requests have, and changes them on their way", () => {
    const matches = [{ path: { prefix: "/api" }, headers: [{ name: "x-beta", exact: "1" }] }];
    assert.deepEqual(
      routed({ matches, timeout: "2s", rewrite: { host: "web.internal" }, ...web }),
      [
        [
          {
            match: [
              { uri: { exact: "/api" }, headers: { "x-beta": { exact: "1" } } },
              { uri: { prefix: "/api/" }, headers: { "x-beta": { exact: "1" } } },
            ],
            route: [{ destination: toWeb }],
            rewrite: { authority: "web.internal" },
            timeout: "2s",
          },
        ],
      ],
    );
  });

  it("answers with a new address in place of a service", () => {
    assert.deepEqual(
      routed({ exact: ["/old"], redirect: { path: "/new", code: 308 } }, { ...web }),
      [
        [
          {
            match: [{ uri: { exact: "/old" } }],
            redirect: { uri: "/new", redirectCode: 308, derivePort: "FROM_REQUEST_PORT" },
          },
          { route: [{ destination: toWeb }] },
        ],
      ],
    );
  });
});

describe("an application's gateway refuses", () => {
  const refused: [string, Partial<AppGatewayArgs>, RegExp][] = [
    ["no routes", { routes: [] }, /routes: is empty; server "http" needs at least one service/],
    ["no hosts", { hosts: [] }, /hosts: is empty/],
    ["a URL as host", { hosts: ["http://shop"] }, /hosts\[0\]: "http:\/\/shop" is not a host name/],
    ["a short name as host", { hosts: ["shop"] }, /hosts\[0\]: "shop" is a short name/],
    ["a host twice", { hosts: ["a.b", "a.b"] }, /hosts\[1\]: "a.b" is listed twice/],
    ["a name with dots", { name: "a.b" }, /name: "a.b" is not a DNS label/],
    ["a route's name with spaces", { routeName: "a b" }, /routeName: "a b" is not a DNS name/],
    ["a port of the proxy's own", { port: 15021 }, /port: 15021 is one that Istio's proxy uses/],
    [
      "a path without a slash",
      { routes: [{ ...web, exact: ["login"] }] },
      /1 argument cannot work\n.*routes\[0\].exact\[0\]: "login" is not a request path/,
    ],
    [
      "a port that is none",
      { routes: [{ ...web, port: 0 }] },
      /routes\[0\].port: 0 is not a whole number between 1 and 65535/,
    ],
    [
      "a route to nowhere",
      { routes: [{ exact: ["/a"], port: 80 }] },
      /routes\[0\].service: is missing; a route needs service and port, or canary, or redirect/,
    ],
    [
      "a canary that is not there after all",
      { routes: [{ canary: undefined } as object] },
      /1 argument cannot work\n {2}routes\[0\].canary: is undefined; a route needs service and port, or canary, or redirect/,
    ],
    [
      "a redirect that calls a service",
      { routes: [{ ...web, redirect: { path: "/a" } }] },
      /routes\[0\].service: "web" has no effect beside redirect/,
    ],
    [
      "weights that do not add up",
      { routes: [{ ...web, versions: [{ name: "v1", weight: 50 }] }] },
      /routes\[0\].versions: weights add up to 50 \(v1 50\)/,
    ],
    [
      "hosts that nobody serves",
      { hosts: ["*.example.com"], routes: [{ ...web, hosts: ["example.org"] }, web] },
      /routes\[0\].hosts\[0\]: "example.org" is not served \(IST0132\); allowed: \*\.example\.com/,
    ],
    [
      "a served host without a route",
      { hosts: ["a.example.com", "b.example.com"], routes: [{ ...web, hosts: ["a.example.com"] }] },
      /routes: has nothing for "b.example.com"/,
    ],
    [
      "settings of the other dialect",
      { gatewayClassName: "istio" },
      /gatewayClassName: is for dialect "gateway-api" only, and dialect is "istio"/,
    ],
    [
      "a selector in the Gateway API",
      { dialect: "gateway-api", selector: { istio: "x" } },
      /selector: is for dialect "istio" only, and dialect is "gateway-api"/,
    ],
  ];
  for (const [what, args, message] of refused) {
    it(what, () => {
      assert.throws(() => plan(args), message);
    });
  }
});
