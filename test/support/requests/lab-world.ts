import type { MeshObject } from "../../../analysis/objects/mesh-object";
import type { Request } from "../../../analysis/requests/request";
import { newCertificate } from "../certificates";
import type { Random } from "../random";
import { frontGrant } from "./impact-front";
import { apiRoute, routeAtFront } from "./impact-world";
import { stranger } from "./lab-ground";
import { httpRoute, isHttp, randomRequest, randomSet, worldServices } from "./world";

/** Random sets and requests for a lab: those of the world, with an ingress gateway, policies and odd paths. */

/** The gateway that the lab has. */
export const ingress = { name: "istio-ingressgateway", namespace: "istio-ingress" } as const;

/** The gateway of the Gateway API that the lab has. */
export const front = { name: "front", namespace: "istio-ingress" } as const;

const edgeHosts = ["shop.example.com", "api.example.com", "www.example.org"] as const;
const edgePatterns = ["*", "*.example.com", ...edgeHosts] as const;

const pair = newCertificate({ commonName: "example.com", dnsNames: ["*.example.com"] });

const object = (
  apiVersion: string,
  kind: string,
  name: string,
  namespace: string,
  spec: object,
): MeshObject => ({ apiVersion, kind, metadata: { name, namespace }, spec }) as MeshObject;

/** What it is made of. */
export const frontGateway = (): MeshObject =>
  object("gateway.networking.k8s.io/v1", "Gateway", front.name, front.namespace, {
    gatewayClassName: "istio",
    listeners: [
      { name: "http", port: 80, protocol: "HTTP", allowedRoutes: { namespaces: { from: "All" } } },
    ],
  });

/** Routes of the Gateway API, at its gateway and in the mesh. */
const apiRoutes = (random: Random): MeshObject[] => [
  ...some(random, 1, 3, (i) => routeAtFront(random, `front-${i}`, front) as MeshObject),
  ...some(random, 0, 2, (i) => apiRoute(random, `api-${i}`) as MeshObject),
  ...(random.chance(0.5) ? [frontGrant() as MeshObject] : []),
];

const networking = "networking.istio.io/v1";
const security = "security.istio.io/v1";

const secret = {
  apiVersion: "v1",
  kind: "Secret",
  metadata: { name: "edge-tls", namespace: ingress.namespace },
  type: "kubernetes.io/tls",
  data: {
    "tls.crt": Buffer.from(pair.certificate).toString("base64"),
    "tls.key": Buffer.from(pair.privateKey).toString("base64"),
  },
} as MeshObject;

const some = <T>(random: Random, least: number, most: number, make: (i: number) => T): T[] =>
  Array.from({ length: least + random.below(most - least + 1) }, (_, i) => make(i));

const unique = <T>(all: readonly T[]): T[] => [...new Set(all)];

const edgeServer = (random: Random, name: string, protocol: "HTTP" | "HTTPS"): object => ({
  port: { number: protocol === "HTTP" ? 80 : 443, name, protocol },
  hosts: unique(some(random, 1, 2, () => random.pick(edgePatterns))),
  ...(protocol === "HTTPS" && { tls: { mode: "SIMPLE", credentialName: "edge-tls" } }),
  ...(protocol === "HTTP" && random.chance(0.15) && { tls: { httpsRedirect: true } }),
});

function edgeRoute(random: Random, i: number): MeshObject {
  const one = random.pick(worldServices.filter(isHttp));
  const from = random.pick(["shop", "bank", ingress.namespace]);
  return object(networking, "VirtualService", `edge-${i}`, from, {
    hosts: unique(some(random, 1, 2, () => random.pick(edgePatterns))),
    gateways: [`${ingress.namespace}/edge`],
    http: some(random, 1, 3, () => httpRoute(random, from, one)),
  });
}

const edge = (random: Random): MeshObject[] => [
  secret,
  object(networking, "Gateway", "edge", ingress.namespace, {
    selector: { istio: "ingressgateway" },
    servers: [
      edgeServer(random, "http", "HTTP"),
      ...(random.chance(0.7) ? [edgeServer(random, "https", "HTTPS")] : []),
    ],
  }),
  ...some(random, 1, 3, (i) => edgeRoute(random, i)),
];

const operations: readonly object[] = [
  { paths: ["/cart", "/login"] },
  { paths: ["/cart/*"] },
  { paths: ["*/1"] },
  { paths: ["/a/{*}/b"] },
  { paths: ["/a//b", "//cart"] },
  { notPaths: ["/cart*"] },
  { methods: ["GET"] },
  { notMethods: ["GET"], paths: ["/*"] },
  { hosts: ["web.shop", "*.svc.cluster.local"] },
  { ports: ["8080", "9000"] },
];

const sources: readonly object[] = [
  { principals: ["cluster.local/ns/shop/sa/client"] },
  { principals: ["*"] },
  { notPrincipals: ["*/sa/teller"] },
  { namespaces: ["bank"] },
  { notNamespaces: ["shop"] },
];

const ruleOf = (random: Random): object => ({
  ...(random.chance(0.5) && { from: [{ source: random.pick(sources) }] }),
  ...(random.chance(0.7) && { to: [{ operation: random.pick(operations) }] }),
  ...(random.chance(0.2) && {
    when: [{ key: "request.headers[end-user]", values: ["ja*"] }],
  }),
});

function policy(random: Random, i: number): MeshObject {
  const namespace = random.pick(["shop", "bank", "shop", "istio-system", ingress.namespace]);
  const app = random.pick(["web", "api", "any"]);
  return object(security, "AuthorizationPolicy", `policy-${i}`, namespace, {
    ...(["shop", "bank"].includes(namespace) &&
      random.chance(0.7) && { selector: { matchLabels: { app } } }),
    action: random.pick(["ALLOW", "DENY", "DENY"]),
    rules: some(random, 1, 2, () => ruleOf(random)),
  });
}

/** The objects of one set. Nobody outside can be reached from a lab, and nobody waits for a delay. */
export function randomLabSet(random: Random): MeshObject[] {
  const inside = randomSet(random).objects.filter(({ kind }) => kind !== "ServiceEntry");
  const all = [
    ...inside,
    ...(random.chance(0.7) ? edge(random) : []),
    ...(random.chance(0.7) ? apiRoutes(random) : []),
    ...(random.chance(0.5) ? some(random, 1, 3, (i) => policy(random, i)) : []),
  ];
  return JSON.parse(JSON.stringify(all).replaceAll('"fixedDelay":"3s"', '"fixedDelay":"0.1s"'));
}

const oddPaths = [
  "//cart",
  "/cart//1",
  "/cart/",
  "/cart/../login",
  "/x/../cart/1",
  "/./cart",
  "/cart/.",
  "/cart/..",
  "/%63art",
  "/cart%2F1",
  "/cart%2f..%2flogin",
  "/cart/%2e%2e/login",
  "/cart;a=1",
  "/cart%20x",
  "/a/x/b",
  "/a//b",
  "/../../cart",
  "/cart?q=blue#x",
  "/cart?q=%62lue",
  "/cart?x=/../y",
  "/cart\\1",
  "/Cart/1?Q=blue",
  "/cart?q=red&q=blue",
  "/cart??q=blue",
  "/%C3%A4",
  "/api/v1/items/",
] as const;

const methods = ["GET", "POST", "PUT", "DELETE", "OPTIONS"] as const;

function oddly(random: Random, request: Request): Request {
  const { http } = request;
  if (http === undefined) {
    return request;
  }
  return {
    ...request,
    http: {
      ...http,
      ...(random.chance(0.5) && { path: random.pick(oddPaths) }),
      ...(random.chance(0.2) && { method: random.pick(methods) }),
      ...(random.chance(0.1) && { authority: http.authority.toUpperCase() }),
    },
  };
}

function fromOutside(random: Random): Request {
  const { name, namespace } = random.pick([ingress, front]);
  const host = random.pick([...edgeHosts, "bank.example.com"]);
  const isTls = name === ingress.name && random.chance(0.4);
  const port = isTls ? 443 : 80;
  const inner = randomRequest(random).http;
  return {
    from: {
      kind: "outside",
      gateway: `${namespace}/${name}`,
    },
    protocol: isTls ? "https" : "http",
    host,
    port,
    ...(isTls && { sni: host }),
    http: {
      path: inner?.path ?? "/",
      method: inner?.method ?? "GET",
      headers: inner?.headers ?? {},
      scheme: isTls ? "https" : "http",
      authority: random.chance(0.1) ? `${host}:${port}` : host,
    },
  };
}

/** A request of somebody of the lab, or from outside of it. */
export function randomLabRequest(random: Random): Request {
  if (random.chance(0.3)) {
    return oddly(random, fromOutside(random));
  }
  for (;;) {
    const request = randomRequest(random);
    const [first] = request.host.split(".");
    if (request.protocol !== "https" && worldServices.some(({ name }) => name === first)) {
      // A short name is for callers of the same namespace.
      const from =
        request.host.includes(".") && random.chance(0.25)
          ? ({ kind: "workload", ...stranger } as const)
          : request.from;
      return oddly(random, { ...request, from });
    }
  }
}
