// Users at the gateway of "Istio in Action", chapter 9: who comes with a token of auth@istioinaction.io may
// look at the shop, who is in the group admin may do everything, and who has no token nothing.
// Look at: 403 without a token, 401 with a wrong one, 200 with `-H "Authorization: Bearer $TOKEN"`.
import {
  Authorization,
  AuthorizationAction,
  Coolstore,
  JwtAuthentication,
  MeshMode,
  MeshNamespace,
  networking,
} from "istio-mesh";

const { name: namespace } = new MeshNamespace("istioinaction", {
  dataPlaneMode: MeshMode.Sidecar,
});
const app = new Coolstore("coolstore", { namespace, localUsers: true });

const hosts = ["webapp.istioinaction.io"];
const gateway = new networking.v1.Gateway("webapp-gateway", {
  metadata: { name: "webapp-gateway", namespace },
  spec: {
    selector: { istio: "ingressgateway" },
    servers: [{ port: { number: 80, name: "http", protocol: "HTTP" }, hosts }],
  },
});
new networking.v1.VirtualService(
  "webapp-virtualservice",
  {
    metadata: { name: "webapp-virtualservice", namespace },
    spec: {
      hosts,
      gateways: ["webapp-gateway"],
      http: [
        {
          route: [
            {
              destination: { host: "webapp.istioinaction.svc.cluster.local", port: { number: 80 } },
            },
          ],
        },
      ],
    },
  },
  { dependsOn: [app, gateway] },
);

// Policies of a gateway are where its Pods are.
const { name: ingress } = new MeshNamespace("istio-system", { dataPlaneMode: MeshMode.None });
const atGateway = { namespace: ingress, selector: { app: "istio-ingressgateway" } };

// The issuer's public keys. With jwksUri in their place istiod fetches them.
const jwks = JSON.stringify({
  keys: [
    {
      kty: "EC",
      crv: "P-256",
      kid: "istioinaction",
      x: "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
      y: "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
    },
  ],
});
const tokens = new JwtAuthentication("jwt-token-request-authn", {
  ...atGateway,
  jwtRules: [{ issuer: "auth@istioinaction.io", jwks }],
});
const after = { dependsOn: [tokens] };

// A token that is wrong is refused by now; that there is one has to be asked for. The port says that this
// is about HTTP: without it connections of other protocols are refused too.
new Authorization(
  "app-gw-requires-jwt",
  {
    ...atGateway,
    action: AuthorizationAction.Deny,
    rules: [{ from: [{ notRequestPrincipals: ["*"] }], to: [{ hosts, ports: [80] }] }],
  },
  after,
);
new Authorization(
  "allow-all-with-jwt-to-webapp",
  {
    ...atGateway,
    action: AuthorizationAction.Allow,
    rules: [
      {
        from: [{ requestPrincipals: ["auth@istioinaction.io/*"] }],
        to: [{ hosts, methods: ["GET"] }],
      },
    ],
  },
  after,
);
new Authorization(
  "allow-view-gw",
  { ...atGateway, rules: [{ to: [{ hosts, methods: ["GET"] }] }] },
  after,
);
new Authorization(
  "allow-mesh-all-ops-admin",
  {
    ...atGateway,
    action: AuthorizationAction.Allow,
    rules: [
      {
        from: [{ requestPrincipals: ["auth@istioinaction.io/*"] }],
        when: [{ claim: "group", values: ["admin"] }],
      },
    ],
  },
  after,
);
