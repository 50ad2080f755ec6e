import { AppGateway, type GatewayServer } from "../../components";
import type { ComponentCase } from "../support/component-case";
import { beside, changesOf } from "../support/transitions/changes";

const web = { service: "web", port: 80 };
const secure: GatewayServer[] = [
  { port: 80, protocol: "HTTP", redirectToHttps: true },
  { port: 443, protocol: "HTTPS", tls: { mode: "MUTUAL", credentialName: "shop" } },
];
const connections = {
  servers: [
    {
      port: 443,
      protocol: "TLS",
      hosts: ["sni.example.com"],
      tls: { mode: "PASSTHROUGH" },
    },
    { port: 31400, protocol: "TCP" },
  ] satisfies GatewayServer[],
  tlsRoutes: [{ sniHosts: ["sni.example.com"], service: "sni", port: 8443 }],
  tcpRoutes: [{ service: "echo", port: 2701 }],
};
const gatewayApi = { namespace: "shop", name: "shop", dialect: "gateway-api" } as const;
const api = { service: "api", port: 8080 };
const encrypted: GatewayServer[] = [
  { port: 80, protocol: "HTTP", redirectToHttps: true },
  { port: 443, protocol: "HTTPS", tls: { mode: "SIMPLE", credentialName: "shop" } },
];
const passed: GatewayServer[] = [
  { port: 443, protocol: "TLS", hosts: ["sni.example.com"], tls: { mode: "PASSTHROUGH" } },
];
const toSni = [{ sniHosts: ["sni.example.com"], service: "sni", port: 8443 }];
const shop = { namespace: "shop", hosts: ["shop.example.com"] };

export default {
  component: "AppGateway",
  samples: [
    {
      what: "with one HTTP route",
      create: (name, opts, common) =>
        new AppGateway(name, { ...common, namespace: "shop", routes: [web] }, opts),
    },
    {
      what: "with HTTPS, and routes for each host",
      create: (name, opts, common) =>
        new AppGateway(
          name,
          {
            ...common,
            namespace: "shop",
            servers: secure,
            routes: [{ ...web, hosts: ["web.example.com"] }, web],
          },
          opts,
        ),
    },
    {
      what: "with TLS by server name and TCP",
      create: (name, opts, common) =>
        new AppGateway(name, { ...common, namespace: "shop", ...connections }, opts),
    },
    {
      what: "with HTTPS in the Gateway API's dialect",
      create: (name, opts, common) =>
        new AppGateway(name, { ...common, ...gatewayApi, servers: secure, routes: [web] }, opts),
    },
    {
      what: "with TLS and TCP in the Gateway API's dialect",
      create: (name, opts, common) =>
        new AppGateway(name, { ...common, ...gatewayApi, ...connections }, opts),
    },
  ],
  refusals: [
    {
      what: "a selector that every Pod fits",
      create: () => new AppGateway("x", { namespace: "shop", selector: {} }),
      at: "selector",
      says: /is empty and would choose every Pod/,
    },
    {
      what: "no route at all",
      create: () => new AppGateway("x", { namespace: "shop", routes: [] }),
      at: "routes",
      says: /is empty/,
    },
    {
      what: "a port out of range",
      create: () =>
        new AppGateway("x", { namespace: "shop", routes: [{ service: "web", port: 0 }] }),
      at: "routes[0].port",
      says: /0 is not a whole number between 1 and 65535/,
    },
    {
      what: "a path that is none",
      create: () =>
        new AppGateway("x", { namespace: "shop", routes: [{ ...web, exact: ["login"] }] }),
      at: "routes[0].exact[0]",
      says: /"login" is not a request path/,
    },
    {
      what: "HTTPS without a certificate",
      create: () =>
        new AppGateway("x", {
          namespace: "shop",
          servers: [{ port: 443, protocol: "HTTPS", tls: {} }],
          routes: [web],
        }),
      at: "servers[0].tls.credentialName",
      says: /is missing; mode SIMPLE needs the Secret with the certificate/,
    },
    {
      what: "a newest version of TLS in the Gateway API's dialect",
      create: () =>
        new AppGateway("x", {
          ...gatewayApi,
          servers: [
            {
              port: 443,
              protocol: "HTTPS",
              tls: { credentialName: "shop", maxProtocolVersion: "TLSV1_2" },
            },
          ],
          routes: [web],
        }),
      at: "servers[0].tls.maxProtocolVersion",
      says: /cannot be said in dialect "gateway-api": only dialect "istio" has it/,
    },
  ],
  outputs: ["address", "gateway", "hosts"],
  plain: ["clusterDomain", "numTrustedProxies", "routesElsewhere"],
  handles: ["gatewayClassName", "namespace", "selector"],
  changes: changesOf(AppGateway, {
    bases: {
      "dialect istio": { ...shop, routes: [web] },
      "dialect gateway-api": { ...shop, dialect: "gateway-api", routes: [web] },
      "TLS passed on": { namespace: "shop", servers: passed, tlsRoutes: toSni },
    },
    values: {
      hosts: [["shop.example.com", "www.example.com"], ["www.example.com"]],
      port: [8080],
      servers: [
        beside({ hosts: undefined }, encrypted),
        beside({ hosts: undefined }, [{ port: 80, protocol: "HTTP" }]),
      ],
      selector: [{ istio: "edge" }],
      routeName: ["web"],
      numTrustedProxies: [1, 2],
      gatewayClassName: ["other"],
      infrastructure: [{ labels: { team: "mesh" } }],
      routes: [
        [api],
        [{ ...web, hosts: ["shop.example.com"] }, api],
        [{ ...web, matches: [{ path: { prefix: "/shop" } }] }, api],
      ],
      tlsRoutes: [[{ sniHosts: ["sni.example.com"], service: "other", port: 8443 }]],
      tcpRoutes: [
        beside(
          { servers: [{ port: 31400, protocol: "TCP" }], routes: undefined, hosts: undefined },
          [{ service: "echo", port: 2701 }],
        ),
        beside(
          { servers: [{ port: 31400, protocol: "TCP" }], routes: undefined, hosts: undefined },
          [{ service: "other", port: 2701 }],
        ),
      ],
    },
  }),
} satisfies ComponentCase;
