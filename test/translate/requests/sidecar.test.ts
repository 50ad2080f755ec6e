import assert from "node:assert/strict";
import { Mesh } from "../../../analysis/mesh/mesh";
import { callerOf } from "../../../analysis/requests/caller";
import type { Decision } from "../../../analysis/requests/decision";
import { proxyOf } from "../../../analysis/requests/mesh-proxy";
import type { Protocol } from "../../../analysis/requests/request";
import { sidecarDecision } from "../../../analysis/requests/sidecar/outbound";
import { type KubernetesObject, namespace, pod, service } from "../../support/objects";
import { doneWith, parseCluster } from "../../support/requests/oracle";
import { type ProxyConfig, ProxyKind, translate } from "../../support/translate";

const object = (
  kind: string,
  name: string,
  ns: string,
  spec: object,
  apiVersion = "networking.istio.io/v1",
): KubernetesObject => ({ apiVersion, kind, metadata: { name, namespace: ns }, spec });

const entry = (name: string, ns: string, spec: object) => object("ServiceEntry", name, ns, spec);
const virtualService = (name: string, ns: string, spec: object) =>
  object("VirtualService", name, ns, spec);

const to = (host: string, more: object = {}) => ({ destination: { host, ...more } });

const multi = (name: string, ns: string, clusterIP: string, ports: object[]): KubernetesObject => ({
  apiVersion: "v1",
  kind: "Service",
  metadata: { name, namespace: ns },
  spec: { clusterIP, selector: { app: name }, ports },
});

const ground = [
  namespace("shop", { "istio-injection": "enabled" }),
  namespace("bank", { "istio-injection": "enabled" }),
  service("web", "shop", { targetPort: 8080, clusterIP: "10.96.1.1" }),
  service("web", "bank", { targetPort: 8081, clusterIP: "10.96.1.2" }),
  service("db", "bank", { port: 5432, portName: "tcp", clusterIP: "10.96.1.3" }),
  service("cache", "shop", { port: 5432, portName: "tcp", clusterIP: "10.96.1.4" }),
  service("any", "bank", { port: 7000, portName: "main", clusterIP: "10.96.1.5" }),
  multi("both", "shop", "10.96.1.6", [
    { name: "http", port: 8000, targetPort: 9000 },
    { name: "tcp", port: 8001, targetPort: 9001 },
    { name: "https", port: 8443, targetPort: 9443 },
  ]),
  multi("set", "shop", "None", [
    { name: "http", port: 8000, targetPort: 8000 },
    { name: "tcp", port: 6000, targetPort: 6000 },
  ]),
  pod("set-0", "shop", "10.9.1.1", { app: "set" }),
  pod("client", "shop", "10.9.1.9", { app: "client", version: "v1" }, "client"),
];

const sidecar = {
  name: "client",
  namespace: "shop",
  ip: "10.9.1.9",
  kind: ProxyKind.Sidecar,
  labels: { app: "client", version: "v1" },
  serviceAccount: "client",
};

/** What is called, and by which address a Pod of the cluster gets there. */
type Asked = readonly [url: string, ip: string, more?: { path?: string; authority?: string }];

const domain = "svc.cluster.local";
const unknownIp = "203.0.113.9";

const everyday: readonly Asked[] = [
  ["http://web:80", "10.96.1.1"],
  ["http://web.shop:80", "10.96.1.1"],
  ["http://web.bank:80", "10.96.1.2"],
  [`http://web.bank.${domain}:80`, "10.96.1.2"],
  ["http://web:80", "10.96.1.1", { authority: "web.bank.svc:80" }],
  ["http://web:80", "10.96.1.1", { authority: `WEB.shop.${domain}.` }],
  ["http://web:80", "10.96.1.1", { authority: "10.96.1.2" }],
  ["http://web:80", "10.96.1.1", { authority: "nobody.example.net" }],
  ["tcp://db.bank:5432", "10.96.1.3"],
  ["tcp://cache:5432", "10.96.1.4"],
  ["http://cache:5432", "10.96.1.4"],
  ["http://any.bank:7000", "10.96.1.5"],
  ["http://any.bank:7000", "10.96.1.5", { authority: "web.bank" }],
  ["tcp://any.bank:7000", "10.96.1.5"],
  ["http://both:8000", "10.96.1.6"],
  ["tcp://both:8000", "10.96.1.6"],
  ["tcp://both:8001", "10.96.1.6"],
  ["https://both:8443", "10.96.1.6"],
  ["http://both:9999", "10.96.1.6"],
  ["tcp://set:6000", "10.9.1.1"],
  ["http://set:8000", "10.9.1.1"],
  ["http://set-0.set:8000", "10.9.1.1", { authority: "set-0.set:8000" }],
  ["http://example.net:80", unknownIp],
  ["tcp://example.net:5432", unknownIp],
  ["https://example.net:443", unknownIp],
  ["http://api.example.net:80", unknownIp],
  ["https://api.example.net:443", unknownIp],
  ["https://deep.api.example.net:443", unknownIp],
  ["http://vip.example.net:80", "192.0.2.7"],
  ["tcp://vip.example.net:6379", "192.0.2.7"],
  ["tcp://range.example.net:6379", "198.51.100.9"],
  ["tcp://range.example.net:6379", unknownIp],
  ["http://web.bank:80", "10.96.1.2", { path: "/v2" }],
  ["http://web:80", "10.96.1.1", { path: "/v2" }],
];

interface World {
  readonly name: string;
  readonly objects: readonly KubernetesObject[];
  /** Beside what is asked in all worlds. */
  readonly asked?: readonly Asked[];
  readonly meshConfig?: Record<string, unknown>;
}

const external = [
  entry("api", "bank", {
    hosts: ["api.example.net", "*.api.example.net"],
    ports: [
      { number: 80, name: "http", protocol: "HTTP" },
      { number: 443, name: "tls", protocol: "TLS" },
    ],
    resolution: "NONE",
  }),
  entry("vip", "shop", {
    hosts: ["vip.example.net"],
    addresses: ["192.0.2.7"],
    ports: [
      { number: 80, name: "http", protocol: "HTTP" },
      { number: 6379, name: "tcp", protocol: "TCP" },
    ],
    endpoints: [{ address: "192.0.2.8" }],
    resolution: "STATIC",
  }),
  entry("range", "shop", {
    hosts: ["range.example.net"],
    addresses: ["198.51.100.0/24"],
    ports: [{ number: 6379, name: "tcp", protocol: "TCP" }],
    resolution: "NONE",
  }),
];

const alias = (name: string, ns: string, externalName: string, ports: object[] = []) => ({
  apiVersion: "v1",
  kind: "Service",
  metadata: { name, namespace: ns },
  spec: { type: "ExternalName", externalName, ...(ports.length > 0 && { ports }) },
});

/** A host outside without an address, at a port that others have too. */
const shared = (name: string, host: string, protocol: string, port = 9100) =>
  entry(`${name}-${port}`, "shop", {
    hosts: [host],
    ports: [{ number: port, name: "port", ...(protocol && { protocol }) }],
    resolution: host.startsWith("*") ? "NONE" : "DNS",
  });

const split = [
  { ...to("web"), weight: 30 },
  { ...to("web.bank.svc.cluster.local"), weight: 70 },
];

const worlds: readonly World[] = [
  { name: "Services alone", objects: [] },
  {
    name: "Services, with the outside closed",
    objects: [],
    meshConfig: { outboundTrafficPolicy: { mode: "REGISTRY_ONLY" } },
  },
  { name: "hosts outside", objects: external },
  {
    name: "hosts outside, with all else closed",
    objects: external,
    meshConfig: { outboundTrafficPolicy: { mode: "REGISTRY_ONLY" } },
  },
  {
    name: "routes for hosts, wildcards and names of nobody",
    objects: [
      virtualService("own", "shop", {
        hosts: ["web", "nobody.example.net"],
        http: [{ match: [{ uri: { prefix: "/v2" } }], route: split }, { route: [to("web")] }],
      }),
      virtualService("wide", "bank", {
        hosts: [`*.bank.${domain}`],
        http: [{ match: [{ port: 80 }], redirect: { uri: "/moved" } }],
      }),
      virtualService("late", "bank", { hosts: [`web.shop.${domain}`], http: [{ route: split }] }),
      ...external,
    ],
  },
  {
    name: "routes for connections and server names",
    objects: [
      virtualService("db", "bank", {
        hosts: ["db"],
        tcp: [
          { match: [{ sourceLabels: { version: "v9" } }], route: [to("any")] },
          {
            match: [{ port: 5432 }],
            route: [
              { ...to("db"), weight: 20 },
              { ...to("any"), weight: 80 },
            ],
          },
        ],
      }),
      virtualService("both", "shop", {
        hosts: ["both"],
        tls: [
          {
            match: [{ port: 8443, sniHosts: ["both"] }],
            route: [to("web", { port: { number: 80 } })],
          },
        ],
      }),
      virtualService("api", "shop", {
        hosts: ["*.api.example.net"],
        tls: [{ match: [{ sniHosts: ["deep.api.example.net"] }], route: [to("api.example.net")] }],
      }),
      ...external,
    ],
  },
  {
    name: "a Sidecar for its namespace",
    objects: [
      object("Sidecar", "default", "shop", {
        egress: [{ hosts: ["./*", "bank/web.bank.svc.cluster.local"] }],
        outboundTrafficPolicy: { mode: "REGISTRY_ONLY" },
      }),
      ...external,
    ],
  },
  {
    name: "a Sidecar with a listener for one port",
    objects: [
      object("Sidecar", "default", "shop", {
        egress: [
          { port: { number: 80, name: "http", protocol: "HTTP" }, hosts: ["bank/*"] },
          { hosts: ["./*"] },
        ],
      }),
    ],
  },
  {
    name: "Services that stand for others",
    objects: [
      alias("alias", "shop", `web.bank.${domain}`, [{ name: "http", port: 80 }]),
      alias("bare", "shop", `any.bank.${domain}`),
      alias("away", "shop", "api.example.net", [{ name: "http", port: 80 }]),
      virtualService("alias", "shop", {
        hosts: ["alias"],
        http: [{ match: [{ uri: { prefix: "/v2" } }], directResponse: { status: 418 } }],
      }),
      ...external,
    ],
    asked: [
      ["http://alias:80", "10.96.1.2"],
      ["http://alias:80", "10.96.1.2", { path: "/v2" }],
      ["http://alias.shop:80", "10.96.1.2"],
      ["http://bare:7000", "10.96.1.5"],
      ["http://away:80", unknownIp],
    ],
  },
  {
    name: "hosts that share a port",
    objects: [
      shared("a-raw", "raw.example.org", "TCP"),
      shared("b-http", "web.example.org", "HTTP"),
      shared("c-tls", "tls.example.org", "TLS"),
      shared("d-tls", "*.wide.example.org", "HTTPS"),
      shared("e-any", "any.example.org", ""),
      shared("f-sql", "sql.example.org", "MySQL", 3307),
      shared("g-http", "late.example.org", "HTTP", 3307),
      service("sql", "shop", { port: 3306, portName: "web", clusterIP: "10.96.1.7" }),
      service("rpc", "bank", { port: 9100, portName: "grpc", clusterIP: "10.96.1.8" }),
    ],
    asked: [
      ["tcp://raw.example.org:9100", unknownIp],
      ["http://web.example.org:9100", unknownIp],
      ["https://tls.example.org:9100", unknownIp],
      ["https://a.wide.example.org:9100", unknownIp],
      ["https://nobody.example.org:9100", unknownIp],
      ["http://any.example.org:9100", unknownIp],
      ["http://nobody.example.org:9100", unknownIp],
      ["http://rpc.bank:9100", "10.96.1.8"],
      ["tcp://rpc.bank:9100", "10.96.1.8"],
      ["tcp://sql:3306", "10.96.1.7"],
      ["http://sql:3306", "10.96.1.7"],
      ["http://late.example.org:3307", unknownIp],
      ["tcp://late.example.org:3307", unknownIp],
    ],
  },
  {
    name: "a Sidecar with addresses of its own, and a way out",
    objects: [
      object("Sidecar", "own", "shop", {
        workloadSelector: { labels: { app: "client" } },
        egress: [
          {
            bind: "127.0.0.1",
            port: { number: 9200, name: "raw", protocol: "TCP" },
            captureMode: "NONE",
            hosts: ["*/raw.example.org"],
          },
          { hosts: ["./*", "~./web.shop.svc.cluster.local"] },
        ],
        outboundTrafficPolicy: {
          mode: "ALLOW_ANY",
          egressProxy: { host: `web.bank.${domain}`, port: { number: 80 } },
        },
      }),
      shared("a-raw", "raw.example.org", "TCP", 9200),
    ],
    asked: [
      ["tcp://127.0.0.1:9200", "127.0.0.1"],
      ["tcp://raw.example.org:9200", unknownIp],
    ],
  },
  {
    name: "wildcards of several lengths",
    objects: [
      virtualService("short", "shop", {
        hosts: ["*.example.net"],
        http: [{ directResponse: { status: 201 } }],
      }),
      virtualService("long", "shop", {
        hosts: ["*.api.example.net", "Mixed.example.net"],
        http: [
          { match: [{ port: 8000 }], directResponse: { status: 202 } },
          { match: [{ port: 80 }], directResponse: { status: 203 } },
        ],
      }),
      virtualService("pods", "shop", {
        hosts: ["*.set.shop.svc.cluster.local"],
        http: [{ directResponse: { status: 204 } }],
      }),
      virtualService("both", "shop", {
        hosts: ["both", "beside.example.net"],
        http: [{ directResponse: { status: 205 } }],
      }),
    ],
    asked: [
      ["http://x.example.net:80", unknownIp],
      ["http://x.api.example.net:80", unknownIp],
      ["http://mixed.example.net:80", unknownIp],
      ["http://beside.example.net:80", unknownIp],
      ["http://both:8000", "10.96.1.6", { authority: "beside.example.net" }],
      ["http://both:8000", "10.96.1.6", { authority: "x.api.example.net" }],
      ["http://set-0.set:8000", "10.9.1.1", { authority: `set-0.set.shop.${domain}` }],
      ["http://set-0.set:80", "10.9.1.1", { authority: `set-0.set.shop.${domain}` }],
    ],
  },
  {
    name: "routes of the Gateway API",
    objects: [
      object(
        "HTTPRoute",
        "web",
        "bank",
        {
          parentRefs: [{ kind: "Service", group: "", name: "web" }],
          rules: [{ backendRefs: [{ name: "any", port: 7000 }] }],
        },
        "gateway.networking.k8s.io/v1",
      ),
      object(
        "HTTPRoute",
        "far",
        "shop",
        {
          parentRefs: [{ kind: "Service", group: "", name: "web", port: 80 }],
          rules: [
            { matches: [{ path: { value: "/v2" } }], backendRefs: [{ name: "both", port: 8000 }] },
          ],
        },
        "gateway.networking.k8s.io/v1",
      ),
    ],
  },
];

/** The end of a call as both sides say it. */
function plainDecision(decision: Decision, port: number): unknown {
  switch (decision.kind) {
    case "forward":
      return decision.forward.destinations.map(({ host, port: own = port, subset = "", share }) => [
        host,
        own,
        subset,
        share,
      ]);
    case "redirect":
      return `redirect ${decision.redirect.status}`;
    case "response":
      return `response ${decision.status}`;
    case "passthrough":
      return "passthrough";
    case "end":
      return `${decision.outcome} ${decision.status ?? ""}`.trim();
  }
}

function plainDone(config: ProxyConfig, [url, ip, more = {}]: Asked): unknown {
  const { protocol, hostname, port, pathname } = new URL(url.replace(/^\w+:/, "x:"));
  assert.equal(protocol, "x:");
  const scheme = url.split(":")[0];
  const done = doneWith(config, {
    ip,
    port: Number(port),
    ...(scheme === "http" && {
      http: {
        authority: (more.authority ?? hostname).toLowerCase(),
        path: more.path ?? (pathname || "/"),
        method: "GET",
        headers: {},
      },
    }),
    ...(scheme === "https" && { sni: hostname }),
  });
  switch (done.kind) {
    case "noListener":
      return "reset";
    case "noRoute":
      return "noRoute 404";
    case "redirect":
      return `redirect ${done.code}`;
    case "closed":
      return "unavailable 502";
    case "response":
      return `response ${done.status}`;
    case "forward": {
      const [first] = done.clusters;
      if (first?.name === "PassthroughCluster") {
        return "passthrough";
      }
      return first?.name === "BlackHoleCluster"
        ? "reset"
        : done.clusters.map(({ name, share }) => {
            const { host, port: own, subset = "" } = parseCluster(name);
            return [host, own, subset, share];
          });
    }
  }
}

function plainOwn(mesh: Mesh, [url, ip, more = {}]: Asked): unknown {
  const { hostname, port, pathname } = new URL(url.replace(/^\w+:/, "x:"));
  const protocol = url.split(":")[0] as Protocol;
  const workload = callerOf(mesh, { kind: "workload", namespace: "shop", name: "client" });
  const decision = sidecarDecision(mesh, proxyOf(workload), {
    peer: { workload },
    protocol,
    host: hostname,
    port: Number(port),
    ...(ip !== unknownIp && hostname.startsWith("range") && { address: ip }),
    ...(protocol === "http" && {
      http: {
        authority: more.authority ?? hostname,
        path: more.path ?? (pathname || "/"),
        method: "GET",
        headers: {},
        scheme: "http",
      },
    }),
  });
  return plainDecision(decision, Number(port));
}

describe("what a sidecar does with calls of its application", () => {
  for (const { name, objects, meshConfig = {}, asked: more = [] } of worlds) {
    it(`is what istiod gives it, by ${name}`, async () => {
      const all = [...ground, ...objects];
      const configs = await translate({ objects: all, meshConfig, proxies: [sidecar] });
      const config = configs.client;
      assert.ok(config);
      const mesh = new Mesh(all, { meshConfig });
      const wordsOf = (asked: Asked, told: unknown) => JSON.stringify([...asked, told]);
      const calls = [...everyday, ...more];
      assert.deepEqual(
        calls.map((asked) => wordsOf(asked, plainOwn(mesh, asked))),
        calls.map((asked) => wordsOf(asked, plainDone(config, asked))),
      );
    });
  }
});
