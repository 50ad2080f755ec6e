import { checkObject } from "../../../analysis/objects/check";
import { newCertificate } from "../certificates";
import { type KubernetesObject, namespace, pod, service } from "../objects";
import type { Random } from "../random";
import { apiGround, apiObjects } from "./gateway-world-api";
import { chance, some } from "./gateway-world-parts";

/** Random sets for gateways of both APIs: two gateways' Pods, some Services behind them, and what routes to these. */

export const labels = { istio: "edge", team: "web" };
const pair = newCertificate({ commonName: "example.com", dnsNames: ["*.example.com"] });

const secret = (name: string, inNamespace: string): KubernetesObject => ({
  apiVersion: "v1",
  kind: "Secret",
  metadata: { name, namespace: inNamespace },
  type: "kubernetes.io/tls",
  stringData: {
    "tls.crt": pair.certificate,
    "tls.key": pair.privateKey,
    "ca.crt": pair.certificate,
  },
});

const istio = (
  kind: string,
  name: string,
  inNamespace: string,
  spec: object,
): KubernetesObject => ({
  apiVersion: "networking.istio.io/v1",
  kind,
  metadata: { name, namespace: inNamespace },
  spec,
});

/** Ports of the gateway's Service, and those of its Pods. */
export const frontPorts = [
  { name: "http", port: 80, targetPort: 8080 },
  { name: "https", port: 443, targetPort: 8443 },
  { name: "tcp", port: 9000, targetPort: 9000 },
  { name: "more", port: 81, targetPort: 8081 },
];

/** What all sets have. */
export const ground = (): KubernetesObject[] => [
  ...["edge", "shop", "bank"].map((name) => namespace(name, { team: name })),
  {
    ...pod("ingress-0", "edge", "10.9.0.1", labels),
    metadata: {
      name: "ingress-0",
      namespace: "edge",
      labels,
      annotations: { "inject.istio.io/templates": "gateway" },
    },
  },
  {
    apiVersion: "v1",
    kind: "Service",
    metadata: { name: "ingress", namespace: "edge" },
    spec: { selector: labels, ports: frontPorts },
  },
  {
    apiVersion: "v1",
    kind: "Service",
    metadata: { name: "web", namespace: "shop" },
    spec: {
      selector: { app: "web" },
      ports: [
        { name: "http", port: 80, targetPort: 8080 },
        { name: "http-b", port: 90, targetPort: 9090 },
      ],
    },
  },
  service("api", "bank", { port: 8000, targetPort: 8001 }),
  service("db", "bank", { port: 5432, portName: "tcp", targetPort: 5433 }),
  secret("shop-tls", "edge"),
  secret("bank-tls", "bank"),
  ...apiGround(),
];

const hosts = [
  "shop.example.com",
  "api.example.com",
  "a.shop.example.com",
  "*.example.com",
  "*.shop.example.com",
  "*",
  "Other.example.org",
];

const bound = (random: Random): string => {
  const host = random.pick(hosts);
  return random.chance(0.75) ? host : `${random.pick(["shop", "bank", ".", "*"])}/${host}`;
};

const unique = <T>(all: readonly T[]): T[] => [...new Set(all)];

/** TLS that the gateway ends. */
function ended(random: Random): object {
  const mode = random.pick(["SIMPLE", "MUTUAL", "OPTIONAL_MUTUAL", "ISTIO_MUTUAL"]);
  const credentialName = random.pick(["shop-tls", "shop-tls", "shop-tls", "none-tls", "bank-tls"]);
  return { mode, ...(mode !== "ISTIO_MUTUAL" && { credentialName }) };
}

function tlsOf(random: Random, protocol: string): object | undefined {
  if (protocol === "HTTPS") {
    return random.chance(0.85) ? ended(random) : { mode: "PASSTHROUGH" };
  }
  if (protocol === "TLS") {
    const mode = random.pick(["PASSTHROUGH", "PASSTHROUGH", "AUTO_PASSTHROUGH"]);
    return random.chance(0.5) ? ended(random) : { mode };
  }
  return protocol.startsWith("HTTP") && random.chance(0.25) ? { httpsRedirect: true } : undefined;
}

const protocols = ["HTTP", "HTTP", "HTTPS", "HTTPS", "TLS", "TCP", "GRPC", "HTTP2"];
const anyPort = [80, 81, 443, 9000, 8443];

function server(random: Random, name: string): object {
  const protocol = random.pick(protocols);
  const usual = ["HTTPS", "TLS"].includes(protocol) ? [443, 8443] : [80, 8080];
  const tls = tlsOf(random, protocol);
  return {
    port: { number: random.pick(random.chance(0.8) ? usual : anyPort), name, protocol },
    // istiod's code ends with an error where another host stands beside this one.
    hosts: unique(some(random, 1, 3, () => bound(random))).filter(
      (host, _, all) => host !== "*/*" || all.length === 1,
    ),
    ...(tls && { tls }),
    ...(random.chance(0.05) && { bind: random.pick(["10.9.0.1", "0.0.0.0"]) }),
  };
}

const gateways = ["edge/public", "shop/own", "bank/tls", "edge/more"];

const gateway = (random: Random, name: string): KubernetesObject => {
  const [place = "", own = ""] = name.split("/");
  const selector = random.pick([labels, { istio: "edge" }, { istio: "edge" }, { istio: "other" }]);
  return istio("Gateway", own, place, {
    selector,
    servers: some(random, 1, 4, (i) => server(random, `p${i}`)),
  });
};

function destination(random: Random): object {
  const [host, ports] = random.pick([
    ["web.shop.svc.cluster.local", [80, 90]],
    ["api.bank.svc.cluster.local", [8000]],
    ["web.shop.svc.cluster.local", [80, 90]],
    ["none.shop.svc.cluster.local", [80]],
  ] as const);
  return { host, ...(random.chance(0.6) && { port: { number: random.pick(ports) } }) };
}

const match = (random: Random): object => ({
  ...chance(random, 0.6, () => ({
    uri: random.pick([{ prefix: "/a" }, { exact: "/a/b" }, { regex: "/a/.*" }, { prefix: "/" }]),
  })),
  ...chance(random, 0.2, () => ({ headers: { "x-user": { exact: "1" } } })),
  ...chance(random, 0.15, () => ({ port: random.pick([80, 443, 8080]) })),
  ...chance(random, 0.15, () => ({ gateways: [random.pick(gateways)] })),
  ...chance(random, 0.1, () => ({ method: { exact: "POST" } })),
});

function http(random: Random): object {
  const matches = random.chance(0.6) ? { match: some(random, 1, 2, () => match(random)) } : {};
  if (random.chance(0.15)) {
    const redirect = {
      ...chance(random, 0.5, () => ({ uri: "/new" })),
      ...chance(random, 0.5, () => ({ authority: "new.example.com" })),
      ...chance(random, 0.4, () => ({ scheme: "https" })),
      ...chance(random, 0.3, () => ({ derivePort: "FROM_REQUEST_PORT" })),
    };
    return { ...matches, redirect: { redirectCode: random.pick([301, 302]), ...redirect } };
  }
  const second = random.chance(0.4);
  return {
    ...matches,
    route: second
      ? [
          { destination: destination(random), weight: 70 },
          { destination: destination(random), weight: 30 },
        ]
      : [{ destination: destination(random) }],
    ...chance(random, 0.3, () => ({ timeout: "3s" })),
    ...chance(random, 0.2, () => ({ rewrite: { uri: "/x", authority: "in.example.com" } })),
  };
}

function virtualService(random: Random, i: number): KubernetesObject {
  const own = unique(some(random, 1, 2, () => random.pick(hosts)));
  const bytes = [{ destination: { host: "db.bank.svc.cluster.local", port: { number: 5432 } } }];
  const passed = own.filter((host) => host !== "*");
  return istio("VirtualService", `vs${i}`, random.pick(["edge", "shop", "bank"]), {
    hosts: own,
    gateways: unique(some(random, 1, 3, () => random.pick([...gateways, "mesh"]))),
    ...chance(random, 0.2, () => ({ exportTo: [random.pick([".", "edge", "*"])] })),
    http: some(random, 1, 3, () => http(random)),
    ...chance(random, 0.4, () => ({
      tcp: [{ ...chance(random, 0.3, () => ({ match: [{ port: 9000 }] })), route: bytes }],
    })),
    ...(passed.length > 0 && random.chance(0.5)
      ? { tls: [{ match: [{ port: 443, sniHosts: [random.pick(passed)] }], route: bytes }] }
      : {}),
  });
}

const isTaken = (object: KubernetesObject): boolean =>
  checkObject(object).every(({ level }) => level !== "error");

/** Objects of one set, beside the ground. */
export function randomGateways(random: Random): KubernetesObject[] {
  const istioObjects = [
    ...unique(some(random, 1, 4, () => random.pick(gateways))).map((name) => gateway(random, name)),
    ...some(random, 1, 5, (i) => virtualService(random, i)),
  ];
  return [...istioObjects, ...apiObjects(random)].filter(isTaken);
}
