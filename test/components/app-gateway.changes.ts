import { AppGateway, type GatewayServer } from "../../components";
import { beside, changesOf } from "../support/transitions/changes";

const web = { service: "web", port: 80 };
const api = { service: "api", port: 8080 };
const secure: GatewayServer[] = [
  { port: 80, protocol: "HTTP", redirectToHttps: true },
  { port: 443, protocol: "HTTPS", tls: { mode: "SIMPLE", credentialName: "shop" } },
];
const passed: GatewayServer[] = [
  { port: 443, protocol: "TLS", hosts: ["sni.example.com"], tls: { mode: "PASSTHROUGH" } },
];
const toSni = [{ sniHosts: ["sni.example.com"], service: "sni", port: 8443 }];
const shop = { namespace: "shop", hosts: ["shop.example.com"] };

export default changesOf(AppGateway, {
  bases: {
    "dialect istio": { ...shop, routes: [web] },
    "dialect gateway-api": { ...shop, dialect: "gateway-api", routes: [web] },
    "TLS passed on": { namespace: "shop", servers: passed, tlsRoutes: toSni },
  },
  values: {
    hosts: [["shop.example.com", "www.example.com"], ["www.example.com"]],
    port: [8080],
    servers: [
      beside({ hosts: undefined }, secure),
      beside({ hosts: undefined }, [{ port: 80, protocol: "HTTP" }]),
    ],
    selector: [{ istio: "edge" }],
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
      beside({ servers: [{ port: 31400, protocol: "TCP" }], routes: undefined, hosts: undefined }, [
        { service: "echo", port: 2701 },
      ]),
      beside({ servers: [{ port: 31400, protocol: "TCP" }], routes: undefined, hosts: undefined }, [
        { service: "other", port: 2701 },
      ]),
    ],
  },
});
