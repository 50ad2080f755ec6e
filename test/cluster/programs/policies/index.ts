// What policies.test.ts deploys: limits, tokens and failures at the ingress gateway, and an allow list
// before the workloads behind it.
import * as pulumi from "@pulumi/pulumi";
import {
  AppGateway,
  Authorization,
  AuthorizationPreset,
  type ChartSource,
  Client,
  ControlPlane,
  Httpbin,
  IngressGateway,
  JwtAuthentication,
  MeshNamespace,
  RateLimit,
  ServiceRoute,
} from "istio-mesh";

const config = new pulumi.Config();
const charts = config.requireObject<ChartSource>("charts");

const mesh = new ControlPlane("istio", { profile: "sidecar", size: "small", charts });
const after = { dependsOn: [mesh] };
const ingress = new IngressGateway("ingress", { charts }, after);
const atIngress = { namespace: ingress.namespace, selector: ingress.selector };

const shop = new MeshNamespace("shop", { dataPlaneMode: "sidecar" });
const httpbin = new Httpbin("httpbin", { namespace: shop.name }, after);
const scarce = new Httpbin("scarce", { namespace: shop.name }, after);
const client = new Client("client", { namespace: shop.name }, after);
const routes = { dependsOn: [mesh, ingress, httpbin, scarce, client] };

const to = { service: "httpbin", port: 8000 };
new AppGateway(
  "shop",
  {
    namespace: shop.name,
    selector: ingress.selector,
    routes: [
      {
        matches: [
          { path: { prefix: "/anything" }, headers: [{ name: "x-drink", exact: "coffee" }] },
        ],
        fault: { abort: { httpStatus: 418 } },
        ...to,
      },
      {
        prefix: ["/old"],
        rewrite: { prefix: "/anything/new" },
        headers: {
          request: { set: { "x-by": "gateway" } },
          response: { set: { "x-moved": "yes" } },
        },
        ...to,
      },
      to,
    ],
  },
  routes,
);
new ServiceRoute(
  "httpbin",
  {
    service: "httpbin",
    namespace: shop.name,
    rules: [
      {
        matches: [{ headers: [{ name: "x-drink", exact: "coffee" }] }],
        fault: { abort: { httpStatus: 418 } },
      },
      {},
    ],
  },
  routes,
);

new RateLimit(
  "front",
  {
    ...atIngress,
    position: "gateway",
    local: {
      requests: 10_000,
      interval: "1h",
      showRemaining: true,
      rules: [
        {
          requests: 3,
          interval: "1h",
          headers: [{ name: ":path", exact: "/anything/limited" }],
        },
      ],
    },
  },
  routes,
);
new RateLimit(
  "scarce",
  {
    namespace: shop.name,
    selector: { app: "scarce" },
    local: { requests: 2, interval: "1h", showRemaining: true },
  },
  routes,
);

new JwtAuthentication(
  "login",
  {
    ...atIngress,
    jwtRules: [
      {
        issuer: config.require("issuer"),
        jwks: config.require("jwks"),
        audiences: ["shop"],
        outputClaimToHeaders: [{ header: "x-user", claim: "sub" }],
      },
    ],
    require: true,
    exemptPaths: ["/anything/*", "/old/*"],
  },
  routes,
);
new Authorization(
  "only-admins",
  {
    ...atIngress,
    action: "DENY",
    rules: [{ to: [{ paths: ["/uuid"] }], when: [{ claim: "groups", notValues: ["admins"] }] }],
  },
  routes,
);

new Authorization(
  "nothing",
  { namespace: shop.name, preset: AuthorizationPreset.AllowNothing },
  routes,
);
new Authorization(
  "readers",
  {
    namespace: shop.name,
    rules: [
      { from: [{ principals: [ingress.principal] }], to: [{ methods: ["GET"] }] },
      { from: [{ serviceAccounts: ["client"] }], to: [{ paths: ["/status/*"] }] },
    ],
  },
  routes,
);

export const address = ingress.address;
