import {
  AppGateway,
  Authorization,
  EgressRoute,
  ExternalService,
  RateLimit,
  TrafficPolicy,
  Waypoint,
} from "../../../components";
import { ownCase, refused } from "../../support/field-right";

const shop = { namespace: "shop" };
const web = { app: "web" };
/** What `config.get` answers where nothing is set. */
const unset = undefined as never;

const programs: [by: string, at: string, program: () => unknown][] = [
  [
    'AppGateway "a"',
    "servers[0].tls.mode",
    () =>
      new AppGateway("a", {
        ...shop,
        servers: [{ port: 443, protocol: "HTTPS", tls: { mode: unset, credentialName: "a" } }],
        routes: [{ service: "web", port: 80 }],
      }),
  ],
  [
    'EgressRoute "a"',
    "tls",
    () =>
      new EgressRoute("a", {
        namespace: "istio-egress",
        gatewayService: "istio-egressgateway",
        selector: { istio: "egressgateway" },
        host: "a.example.com",
        tls: unset,
      }),
  ],
  [
    'ExternalService "a"',
    "ports[0].tls",
    () =>
      new ExternalService("a", {
        ...shop,
        hosts: ["a.example.com"],
        ports: [{ port: 80, protocol: "HTTP", tls: unset }],
      }),
  ],
  [
    'TrafficPolicy "a"',
    "tls",
    () => new TrafficPolicy("a", { ...shop, service: "web", tls: unset }),
  ],
  [
    'Waypoint "a"',
    "namespaceSelector",
    () => new Waypoint("a", { ...shop, allowedNamespaces: "All", namespaceSelector: unset }),
  ],
  [
    'Authorization "a"',
    "onlyThroughWaypoint",
    () =>
      new Authorization("a", {
        ...shop,
        selector: web,
        onlyThroughWaypoint: unset,
        rules: [{ from: [{ serviceAccounts: ["front"] }] }],
      }),
  ],
  [
    'RateLimit "a"',
    "local.rules",
    () => new RateLimit("a", { ...shop, selector: web, local: { requests: 10, rules: unset } }),
  ],
];

describe("field: undefined where absence lets more in, or out in plain text", () => {
  for (const [by, at, program] of programs) {
    ownCase(`${by}: ${at}`, program, refused({ by, at, words: /undefined/ }));
  }
});
