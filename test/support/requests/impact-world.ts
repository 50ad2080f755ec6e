import type { Request } from "../../../analysis/requests/request";
import { newCertificate } from "../certificates";
import { type KubernetesObject, namespace, pod } from "../objects";
import type { Random } from "../random";
import { ProxyKind, type ProxySpec } from "../translate";
import { frontGateway, frontGrant, frontProxy, frontRoute } from "./impact-front";
import {
  callers,
  fullHost,
  ground,
  httpRoute,
  outsideHosts,
  randomSet,
  sidecars,
  worldServices,
} from "./world";

/** Random sets of which one thing changes: sidecars, what guards them, and a gateway before them. */

const edge = { istio: "edge" };
const pair = newCertificate({ commonName: "example.com", dnsNames: ["*.example.com"] });

/** Hosts at the gateway. */
const edgeHosts = ["shop.example.com", "bank.example.com", "x.bank.example.com"] as const;

const gatewayGround = (): KubernetesObject[] => {
  const door = pod("door", "edge", "10.9.8.1", edge);
  return [
    namespace("edge"),
    {
      ...door,
      metadata: {
        ...door.metadata,
        annotations: { "inject.istio.io/templates": "gateway" },
      } as KubernetesObject["metadata"],
    },
    {
      apiVersion: "v1",
      kind: "Service",
      metadata: { name: "door", namespace: "edge" },
      spec: {
        selector: edge,
        ports: [
          { name: "http", port: 80, targetPort: 8080 },
          { name: "https", port: 443, targetPort: 8443 },
        ],
      },
    },
    {
      apiVersion: "v1",
      kind: "Secret",
      metadata: { name: "edge-tls", namespace: "edge" },
      type: "kubernetes.io/tls",
      stringData: { "tls.crt": pair.certificate, "tls.key": pair.privateKey },
    },
  ];
};

/** All proxies of the sets. */
export const impactProxies = (): ProxySpec[] => [
  ...sidecars(),
  { name: "door", namespace: "edge", ip: "10.9.8.1", kind: ProxyKind.Gateway, labels: edge },
  frontProxy,
];

const object = (
  apiVersion: string,
  kind: string,
  name: string,
  place: string,
  spec: object,
): KubernetesObject => ({ apiVersion, kind, metadata: { name, namespace: place }, spec });

const gateway = (random: Random): KubernetesObject =>
  object("networking.istio.io/v1", "Gateway", "public", "edge", {
    selector: edge,
    servers: [
      {
        port: { number: 80, name: "http", protocol: "HTTP" },
        hosts: ["shop.example.com", "bank.example.com"].slice(0, 1 + random.below(2)),
        ...(random.chance(0.1) && { tls: { httpsRedirect: true } }),
      },
      {
        port: { number: 443, name: "https", protocol: "HTTPS" },
        hosts: random.pick([["*.bank.example.com"], ["*"], ["shop.example.com"]]),
        tls: { mode: "SIMPLE", credentialName: "edge-tls" },
      },
    ],
  });

const atGateway = (random: Random, i: number): KubernetesObject => {
  const one = random.pick(worldServices.filter(({ portName }) => portName !== "tcp"));
  const mesh = random.chance(0.3);
  return object("networking.istio.io/v1", "VirtualService", `edge-${i}`, one.namespace, {
    hosts: [...(mesh ? [fullHost(one)] : []), random.pick([...edgeHosts, "*.bank.example.com"])],
    gateways: ["edge/public", ...(mesh ? ["mesh"] : [])],
    http: [
      ...(random.chance(0.6) ? [httpRoute(random, one.namespace, one)] : []),
      httpRoute(random, one.namespace, one),
    ],
  });
};

const sources = [
  { principals: ["cluster.local/ns/shop/sa/client"] },
  { principals: ["*/sa/teller"] },
  { namespaces: ["bank"] },
  { notNamespaces: ["shop"] },
  { requestPrincipals: ["me/*"] },
];
const operations = [
  { paths: ["/cart*"] },
  { paths: ["/", "/login"], methods: ["GET"] },
  { methods: ["POST"] },
  { methods: ["GET", "POST"] },
  { methods: ["PUT", "GET"], paths: ["/cart", "/cart*", "/login"] },
  { notMethods: ["GET", "DELETE"] },
  { notPaths: ["/api/*"] },
  { ports: ["8080"] },
];

/** Conditions of policies. */
export const conditions = [
  { key: "request.headers[end-user]", values: ["jason"] },
  { key: "request.headers[x-test]", notValues: ["y*"] },
  { key: "source.namespace", values: ["shop"] },
  { key: "destination.port", notValues: ["8080"] },
  { key: "request.auth.claims[group]", values: ["staff"] },
];

const policyRule = (random: Random): object => ({
  ...(random.chance(0.6) && { from: [{ source: random.pick(sources) }] }),
  ...(random.chance(0.6) && { to: [{ operation: random.pick(operations) }] }),
  ...(random.chance(0.3) && { when: [random.pick(conditions)] }),
});

/** Whose tokens some of the servers take. */
export const authentication = (random: Random, name: string): KubernetesObject =>
  object("security.istio.io/v1", "RequestAuthentication", name, random.pick(["shop", "bank"]), {
    ...(random.chance(0.6) && {
      selector: { matchLabels: { app: random.pick(["web", "api"]) } },
    }),
    jwtRules: [
      {
        issuer: random.pick(["me", "me", "you"]),
        jwks: '{"keys":[]}',
        ...(random.chance(0.3) && { audiences: ["shop"] }),
      },
    ],
  });

const requestWorld = worldServices.filter(({ portName }) => portName !== "tcp");

/** Matches of a route of the Gateway API. */
export const apiMatches: readonly object[] = [
  { path: { type: "PathPrefix", value: "/cart" } },
  { path: { type: "Exact", value: "/login" } },
  { headers: [{ name: "end-user", value: "jason" }] },
  { method: "POST" },
  { queryParams: [{ name: "q", value: "blue" }] },
];

const apiRule = (random: Random, place: string, foreign = 0): object => {
  const isForeign = random.chance(foreign);
  const own = requestWorld.filter((one) => isForeign || one.namespace === place);
  return {
    ...(random.chance(0.6) && { matches: [random.pick(apiMatches)] }),
    ...(random.chance(0.2) && { timeouts: { request: "4s" } }),
    backendRefs: times(1 + random.below(2), () => {
      const { name, namespace: ns, port } = random.pick(own);
      return { name, port, ...(ns !== place && { namespace: ns }), weight: random.pick([1, 3, 0]) };
    }),
  };
};

/** A route of the Gateway API for all clients of a Service, or for those of another namespace. */
export function apiRoute(random: Random, name: string): KubernetesObject {
  const parent = random.pick(requestWorld);
  const place = random.chance(0.7) ? parent.namespace : random.pick(["shop", "bank"]);
  return object("gateway.networking.k8s.io/v1", "HTTPRoute", name, place, {
    parentRefs: [
      {
        group: "",
        kind: "Service",
        name: parent.name,
        namespace: parent.namespace,
        ...(random.chance(0.5) && { port: parent.port }),
      },
    ],
    rules: times(1 + random.below(2), () => apiRule(random, place)),
  });
}

/** A route of the Gateway API before the mesh, that may send requests to the other namespace. */
export const routeAtFront = (
  random: Random,
  name: string,
  parent?: { readonly name: string; readonly namespace: string },
): KubernetesObject => frontRoute(random, name, (own, place) => apiRule(own, place, 0.2), parent);

/** A policy over some of the servers. */
export const policy = (random: Random, name: string): KubernetesObject =>
  object("security.istio.io/v1", "AuthorizationPolicy", name, random.pick(["shop", "bank"]), {
    ...(random.chance(0.7) && {
      selector: { matchLabels: { app: random.pick(["web", "api", "raw", "any"]) } },
    }),
    action: random.pick(["ALLOW", "ALLOW", "DENY"]),
    rules: Array.from({ length: 1 + random.below(2) }, () => policyRule(random)),
  });

const times = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

/** Entries that are each a second younger than the one before: of the same age istiod takes them in any order. */
const aged = (objects: readonly KubernetesObject[]): KubernetesObject[] =>
  objects.map((one, i) =>
    one.kind === "ServiceEntry"
      ? {
          ...one,
          metadata: {
            ...one.metadata,
            creationTimestamp: new Date(Date.UTC(2026, 0, 1, 0, 0, i)).toISOString(),
          },
        }
      : one,
  );

/** What all sets have, with a gateway of each API. */
export const impactGround = (): KubernetesObject[] => [...ground(), ...gatewayGround()];

/** A set before its change. */
export function impactSet(random: Random): {
  objects: KubernetesObject[];
  meshConfig: Record<string, unknown>;
} {
  const { objects, meshConfig } = randomSet(random);
  return {
    objects: [
      ...impactGround(),
      ...aged(objects as KubernetesObject[]),
      gateway(random),
      ...times(1 + random.below(2), (i) => atGateway(random, i)),
      ...times(random.below(3), (i) => policy(random, `policy-${i}`)),
      ...times(random.below(2), (i) => authentication(random, `tokens-${i}`)),
      ...times(random.below(2), (i) => apiRoute(random, `api-route-${i}`)),
      frontGateway(random),
      ...times(1 + random.below(3), (i) => routeAtFront(random, `front-route-${i}`)),
      ...(random.chance(0.5) ? [frontGrant()] : []),
    ],
    meshConfig,
  };
}

interface Draft {
  readonly path: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly token?: Request["token"];
}

const paths = ["/", "/cart", "/cart/1", "/Cart", "/api/v1/items", "/login", "/ca", "/other"];
const headers: readonly Record<string, string>[] = [
  {},
  { "end-user": "jason" },
  { "x-test": "yes" },
  { "end-user": "jane", "x-test": "no" },
];

const tokens: readonly Request["token"][] = [
  { kind: "invalid" },
  { kind: "valid", claims: { iss: "me", sub: "any" } },
  { kind: "valid", claims: { iss: "me", sub: "any", aud: "shop", group: ["staff"] } },
];

const drafts: readonly Draft[] = [
  ...paths.flatMap((path) => headers.map((own) => ({ path, method: "GET", headers: own }))),
  ...["/", "/cart"].flatMap((path): Draft[] => [
    ...["POST", "PUT", "DELETE"].map((method) => ({ path, method, headers: {} })),
    { path: `${path}?q=blue`, method: "GET", headers: {} },
    { path: `${path}?q=blue`, method: "GET", headers: { "end-user": "jason" } },
    ...tokens.map((token) => ({ path, method: "GET", headers: {}, token })),
  ]),
];

const usual = { http: 80, https: 443 } as const;

const asked = (
  from: Request["from"],
  host: string,
  port: number,
  scheme: "http" | "https" = "http",
): Request[] =>
  drafts.map(({ token, ...draft }) => ({
    from,
    ...(token && { token }),
    protocol: scheme,
    host,
    port,
    ...(scheme === "https" && { sni: host }),
    http: { ...draft, authority: port === usual[scheme] ? host : `${host}:${port}`, scheme },
  }));

/** Who asks, besides those outside. */
const clients: readonly Request["from"][] = [
  ...callers.map(({ name, namespace: ns }) => ({ kind: "workload", name, namespace: ns }) as const),
  { kind: "workload", name: "plain-old-v1", namespace: "plain" },
];

const outsiders = ["edge/public", "edge/front"].map(
  (name) => ({ kind: "outside", gateway: name }) as const,
);

/** What is asked of each set. */
export const impactRequests: readonly Request[] = [
  ...clients.flatMap((from) =>
    worldServices.flatMap((one): Request[] => [
      ...(one.portName === "tcp" ? [] : asked(from, fullHost(one), one.port)),
      ...(one.portName.startsWith("http")
        ? []
        : [{ from, protocol: "tcp" as const, host: fullHost(one), port: one.port }]),
    ]),
  ),
  ...clients
    .slice(0, 2)
    .flatMap((from) =>
      outsideHosts.flatMap((host): Request[] => [
        ...asked(from, host, 80),
        ...[443, 9443].map((port) => ({ from, protocol: "https" as const, host, port, sni: host })),
      ]),
    ),
  ...outsiders.flatMap((outside) =>
    edgeHosts.flatMap((host) => [
      ...asked(outside, host, 80),
      ...asked(outside, host, 443, "https"),
    ]),
  ),
];
