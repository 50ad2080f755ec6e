import { ShareOf, shares } from "../../testing";
import {
  askPages,
  callerIn,
  ingressGateway,
  nobodyKnows,
  type Page,
  refused,
  toWhom,
} from "../support/asked-pages";

const shop = "webapp.istioinaction.io";
const lockedIn = "outboundTrafficPolicy REGISTRY_ONLY lets nobody out to whom it does not know";

const tokenOf = (group: string) => ({
  kind: "valid" as const,
  claims: { iss: "auth@istioinaction.io", sub: "218d3fb9", group },
});

/** What the proxy of the machine registers once it is up. */
const machine = `
apiVersion: networking.istio.io/v1
kind: WorkloadEntry
metadata: {name: forum-10.0.0.9, namespace: forum-services}
spec: {address: 10.0.0.9, labels: {app: forum}, serviceAccount: forum-sa, network: vm-network}
`;

/** The answers that pages of "Istio in Action" print, asked of the programs that are its chapters. */
const pages: readonly Page[] = [
  [
    "chapter 2: x-dark-launch: v2 brings imageUrl",
    "coolstore-gateway",
    (mesh) => {
      const webapp = mesh.from("webapp", "dark-v2");
      const headers = { "x-dark-launch": "v2" };
      return [
        webapp.get("http://catalog/items", { headers }),
        webapp.get("http://catalog/items"),
      ].map((answer) => shares(answer));
    },
    [{ v2: 100 }, { v1: 100 }],
  ],
  [
    "chapter 4: only its own host, by http and by https",
    "coolstore-tls",
    (mesh) => [
      toWhom(mesh.outside().get(`http://${shop}/api/catalog`)),
      toWhom(mesh.outside().get("http://localhost/api/catalog")),
      toWhom(mesh.outside().get(`https://${shop}/api/catalog`)),
      toWhom(mesh.outside().get(`https://${shop}/api/catalog`, { sni: "localhost" })),
    ],
    [{ webapp: 100 }, "404: no route takes it", { webapp: 100 }, nobodyKnows(443, "localhost")],
  ],
  [
    "chapter 4: moved permanently, to https",
    "coolstore-tls-redirect",
    (mesh) => toWhom(mesh.outside().get(`http://${shop}/api/catalog`)),
    { status: 301, location: `https://${shop}/api/catalog` },
  ],
  [
    "chapter 4: an alert for who shows no certificate",
    "coolstore-mtls",
    (mesh) => [
      toWhom(mesh.outside().get(`https://${shop}/api/catalog`)),
      toWhom(
        mesh.outside().get(`https://${shop}/api/catalog`, { clientCertificate: { names: [shop] } }),
      ),
    ],
    [refused, { webapp: 100 }],
  ],
  [
    "chapter 4: two hosts at one port, each with its certificate",
    "coolstore-multi-tls",
    (mesh) => [
      toWhom(mesh.outside().get(`https://${shop}/api/catalog`)),
      toWhom(mesh.outside().get("https://catalog.istioinaction.io/items")),
    ],
    [{ webapp: 100 }, { catalog: 100 }],
  ],
  [
    "chapter 4: bytes come back at port 31400",
    "coolstore-tcp",
    (mesh) => toWhom(mesh.outside().connect("tcp://localhost:31400")),
    { "tcp-echo-service": 100 },
  ],
  [
    "chapter 4: the server name chooses who ends TLS",
    "coolstore-sni",
    (mesh) =>
      [1, 2, 3].map((number) =>
        toWhom(mesh.outside().connect(`tls://simple-sni-${number}.istioinaction.io:31400`)),
      ),
    [
      { "simple-tls-service-1": 100 },
      { "simple-tls-service-2": 100 },
      nobodyKnows(31400, "simple-sni-3.istioinaction.io"),
    ],
  ],
  [
    "chapter 5: v2 runs, and nobody gets it",
    "coolstore-catalog-v1",
    (mesh) => shares(mesh.outside().get("http://catalog.istioinaction.io/items")),
    { v1: 100 },
  ],
  [
    "chapter 5: the cohort alone gets v2",
    "coolstore-cohort",
    (mesh) => {
      const headers = { "x-istio-cohort": "internal" };
      const url = "http://catalog.istioinaction.io/items";
      return [mesh.outside().get(url, { headers }), mesh.outside().get(url)].map((one) =>
        shares(one),
      );
    },
    [{ v2: 100 }, { v1: 100 }],
  ],
  [
    "chapter 5: one request in ten, half of them, and copies",
    "coolstore-routing",
    (mesh) =>
      ["split-90-10", "split-50-50", "catalog-mirror"].map((namespace) =>
        shares(mesh.from("webapp", namespace).get("http://catalog/items")),
      ),
    [{ v1: 90, v2: 10 }, { v1: 50, v2: 50 }, { v1: 100 }],
  ],
  [
    "chapter 6: half a second, no further try, and two more for every 5xx",
    "coolstore-resilience",
    (mesh) =>
      ["timeout", "no-retries", "retries-5xx"].map((namespace) => {
        const { timeout, retries } = mesh
          .from("simple-web", namespace)
          .get("http://simple-backend/");
        return [timeout, retries?.attempts, retries?.retryOn?.includes("5xx")];
      }),
    [
      ["0.5s", 2, false],
      [undefined, undefined, undefined],
      [undefined, 2, true],
    ],
  ],
  [
    "chapters 7 and 8: a host outside is asked through the gateway, for a look at the headers",
    "coolstore-tracing",
    (mesh) =>
      ["webapp.istioinaction.io/api/catalog", "httpbin.istioinaction.io/headers"].map((url) =>
        toWhom(mesh.outside().get(`http://${url}`)),
      ),
    [{ webapp: 100 }, { "httpbin.org": 100 }],
  ],
  [
    "chapter 9: plain text to webapp alone, and what is allowed",
    "coolstore-security",
    (mesh) => [
      toWhom(mesh.from("sleep", "default").get("http://webapp.istioinaction/api/catalog")),
      toWhom(mesh.from("sleep", "default").post("http://webapp.istioinaction/hello/world")),
      toWhom(mesh.from("sleep", "default").get("http://catalog.istioinaction/items")),
      toWhom(mesh.from("webapp", "istioinaction").get("http://catalog/items")),
      toWhom(mesh.from("sleep", "istioinaction").get("http://catalog/items")),
      toWhom(mesh.from("webapp", "istioinaction").post("http://catalog/items")),
    ],
    [
      { webapp: 100 },
      "denied (403): AuthorizationPolicy deny-all.istio-system does not allow it",
      refused,
      { catalog: 100 },
      "denied (403): AuthorizationPolicy deny-all.istio-system does not allow it",
      "denied (403): AuthorizationPolicy deny-all.istio-system does not allow it",
    ],
  ],
  [
    "chapter 9: no token, a wrong one, that of a user, and that of an administrator",
    "coolstore-users",
    (mesh) => [
      toWhom(mesh.outside().get(`http://${shop}/`)),
      toWhom(mesh.outside().get(`http://${shop}/`, { token: { kind: "invalid" } })),
      toWhom(mesh.outside().get(`http://${shop}/`, { token: tokenOf("user") })),
      mesh.outside().post(`http://${shop}/`, { token: tokenOf("user") }).status,
      toWhom(mesh.outside().post(`http://${shop}/`, { token: tokenOf("admin") })),
    ],
    [
      "denied (403) by AuthorizationPolicy app-gw-requires-jwt.istio-system, rule 1",
      "denied (401)",
      { webapp: 100 },
      403,
      { webapp: 100 },
    ],
    { objects: [ingressGateway] },
  ],
  [
    "chapter 9: an authorizer is asked, and whether it lets a request pass is not known here",
    "coolstore-ext-authz",
    (mesh) => {
      const answer = mesh.from("sleep", "istioinaction").get("http://webapp/api/catalog");
      return [shares(answer, ShareOf.Service), answer.notModelled];
    },
    [
      { webapp: 100 },
      [
        "what the provider sample-ext-authz-http says (AuthorizationPolicy istioinaction/ext-authz)",
      ],
    ],
    { objects: [callerIn("istioinaction")] },
  ],
  [
    "chapter 9: Pods without an address of the Service let sleep read, and nobody else",
    "coolstore-headless",
    (mesh) =>
      ["sleep", "httpbin"].map((from) =>
        toWhom(mesh.from(from, "istioinaction").get("http://httpbin-headless/headers")),
      ),
    [
      { "httpbin-headless": 100 },
      "denied (403): AuthorizationPolicy httpbin-viewer.istioinaction does not allow it",
    ],
  ],
  [
    "chapter 10: four requests of five to v2, and 504 after half a second",
    "coolstore-troubleshooting",
    (mesh) => {
      const answer = mesh.outside().get("http://catalog.istioinaction.io/items");
      return [shares(answer), answer.timeout];
    },
    [{ v1: 20, v2: 80 }, "0.5s"],
  ],
  [
    "chapter 11: sleep knows catalog alone, and who knows nobody is let out to nobody",
    "coolstore-performance",
    (mesh) => [
      toWhom(mesh.from("sleep", "istioinaction").get("http://catalog/items")),
      toWhom(mesh.from("sleep", "istioinaction").get("http://webapp/api/catalog")),
      toWhom(mesh.from("webapp", "istioinaction").get("http://catalog/items")),
      toWhom(mesh.from("sleep", "silent").get("http://catalog.istioinaction/items")),
      toWhom(mesh.outside().get("http://catalog.istioinaction.io/items")),
    ],
    [
      { catalog: 100 },
      `502: ${lockedIn}`,
      { catalog: 100 },
      `the connection is closed: ${lockedIn}`,
      { catalog: 100 },
    ],
    { objects: [callerIn("silent")] },
  ],
  [
    "chapter 12: the gateway gets an answer of the west, and nobody else gets one",
    "coolstore-two-clusters",
    (mesh) => {
      const atGateway = mesh.outside().get("http://simple-backend.istioinaction.io/");
      return [
        shares(atGateway),
        [atGateway.retries?.attempts, atGateway.retries?.retryOn],
        toWhom(mesh.from("sleep", "istioinaction").get("http://simple-backend/")),
        toWhom(
          mesh.outside().connect("tls://west.example.com:15443", {
            sni: "outbound_.80_._.simple-backend.istioinaction.svc.cluster.local",
          }),
        ),
      ];
    },
    [
      { "simple-backend-west": 100 },
      [3, ["5xx"]],
      "denied (403): AuthorizationPolicy allow-only-ingress.istioinaction does not allow it",
      "the connection is closed",
    ],
    { objects: [callerIn("istioinaction")] },
  ],
  [
    "chapter 12: in the east it is one of the east",
    "coolstore-two-clusters",
    (mesh) => shares(mesh.outside().get("http://simple-backend.istioinaction.io/")),
    { "simple-backend-east": 100 },
    { config: { cluster: "east" } },
  ],
  [
    "chapter 13: webapp has its users from the machine, in plain text nobody has",
    "coolstore-vm",
    (mesh) => [
      shares(mesh.from("webapp", "istioinaction").get("http://forum.forum-services/api/users")),
      toWhom(mesh.from("sleep", "default").get("http://forum.forum-services/api/users")),
      toWhom(mesh.from("forum", "forum-services").get("http://webapp.istioinaction/api/catalog")),
    ],
    [{ "forum-10.0.0.9": 100 }, refused, { webapp: 100 }],
    { objects: [callerIn("default"), machine] },
  ],
  [
    "chapter 13: nobody is behind forum before the machine is up, nor once it is away",
    "coolstore-vm",
    (mesh) =>
      toWhom(mesh.from("webapp", "istioinaction").get("http://forum.forum-services/api/users")),
    "503: nobody is behind forum.forum-services:80",
  ],
  [
    "chapter 14: what a proxy asks, shows and runs besides is named",
    "coolstore-extensions",
    (mesh) =>
      ["http://httpbin:8000/headers", "http://webapp/api/catalog", "http://bucket-tester/"].map(
        (url) => {
          const answer = mesh.from("sleep", "istioinaction").get(url);
          return [shares(answer, ShareOf.Service), answer.notModelled];
        },
      ),
    [
      [
        { httpbin: 100 },
        [
          "EnvoyFilter httpbin-lua-extension.istioinaction",
          "WasmPlugin httpbin-wasm-filter.istioinaction",
          "WasmPlugin opa-wasm-filter.istioinaction",
        ],
      ],
      [{ webapp: 100 }, ["EnvoyFilter tap-filter.istioinaction"]],
      [{ "bucket-tester": 100 }, []],
    ],
  ],
  [
    "chapter 14: whether a customer has asked too often is counted elsewhere",
    "coolstore-limits",
    (mesh) => {
      const answer = mesh
        .from("webapp", "istioinaction")
        .get("http://catalog/items", { headers: { "x-loyalty": "silver" } });
      return [shares(answer, ShareOf.Service), answer.notModelled];
    },
    [{ catalog: 100 }, ["EnvoyFilter catalog-ratelimit-global.istioinaction"]],
  ],
];

describe("what pages of the book print", function () {
  this.timeout(60_000);
  askPages(pages);
});
