import { checkObject } from "../../../analysis/objects/check";
import { type KubernetesObject, namespace, pod, service } from "../objects";
import type { Random } from "../random";
import { ProxyKind, type ProxySpec } from "../translate";

/** A small mesh with a server of each kind, and random policies over it. */

const rootNamespace = "istio-system";

const object = (
  group: string,
  kind: string,
  name: string,
  place: string,
  spec: object,
  annotations: Record<string, string> = {},
): KubernetesObject => ({
  apiVersion: group,
  kind,
  metadata: { name, namespace: place, annotations },
  spec,
});

const gatewayApi = "gateway.networking.k8s.io/v1";
const networking = "networking.istio.io/v1";
const security = "security.istio.io/v1";

const ports = [
  { name: "http", port: 80, targetPort: 8080 },
  { name: "tcp", port: 90, targetPort: 9090 },
  { name: "main", port: 70, targetPort: 7070 },
];

const withPorts = (name: string, place: string, clusterIP: string): KubernetesObject => ({
  ...service(name, place),
  spec: { clusterIP, selector: { app: name }, ports },
});

/** Who may ask, by name: namespace, service account, address, and whether the mesh knows it. */
export const callers = [
  { name: "web", namespace: "shop", account: "web", ip: "10.9.0.1" },
  { name: "till", namespace: "bank", account: "till", ip: "10.9.1.1" },
  { name: "safe", namespace: "bank", account: "default", ip: "10.9.1.2" },
] as const;

export const world: readonly KubernetesObject[] = [
  namespace("shop", { "istio-injection": "enabled" }),
  namespace("bank", { "istio-injection": "enabled" }),
  namespace("amb", { "istio.io/dataplane-mode": "ambient", "istio.io/use-waypoint": "way" }),
  withPorts("web", "shop", "10.96.0.1"),
  withPorts("desk", "amb", "10.96.0.2"),
  ...callers.map(({ name, namespace: place, account, ip }) =>
    pod(name, place, ip, { app: name }, account),
  ),
  pod("desk", "amb", "10.9.3.1", { app: "desk" }, "desk"),
  pod("door", "shop", "10.9.0.9", { istio: "doorgateway" }, "door"),
  object(networking, "Gateway", "door", "shop", {
    selector: { istio: "doorgateway" },
    servers: [
      { port: { number: 8080, name: "http", protocol: "HTTP" }, hosts: ["*"] },
      { port: { number: 9000, name: "tcp", protocol: "TCP" }, hosts: ["*"] },
    ],
  }),
  object(networking, "VirtualService", "door", "shop", {
    hosts: ["*"],
    gateways: ["door"],
    http: [{ route: [{ destination: { host: "web", port: { number: 80 } } }] }],
    tcp: [
      {
        match: [{ port: 9000 }],
        route: [{ destination: { host: "web", port: { number: 90 } } }],
      },
    ],
  }),
  object(gatewayApi, "Gateway", "edge", "shop", {
    gatewayClassName: "istio",
    listeners: [{ name: "http", port: 80, protocol: "HTTP" }],
  }),
  object(gatewayApi, "HTTPRoute", "edge", "shop", {
    parentRefs: [{ name: "edge" }],
    rules: [{ backendRefs: [{ name: "web", port: 80 }] }],
  }),
  object(gatewayApi, "Gateway", "way", "amb", {
    gatewayClassName: "istio-waypoint",
    listeners: [{ name: "mesh", port: 15008, protocol: "HBONE" }],
  }),
  object(networking, "ServiceEntry", "ext", "amb", {
    hosts: ["ext.example.com"],
    addresses: ["10.50.0.1"],
    ports: [{ number: 80, name: "http", protocol: "HTTP" }],
    resolution: "STATIC",
    endpoints: [{ address: "10.60.0.1" }],
  }),
];

export const proxies: readonly ProxySpec[] = [
  { name: "web", kind: ProxyKind.Sidecar, namespace: "shop", labels: { app: "web" } },
  { name: "door", kind: ProxyKind.Gateway, namespace: "shop", labels: { istio: "doorgateway" } },
  { name: "edge", kind: ProxyKind.Gateway, namespace: "shop" },
  { name: "way", kind: ProxyKind.Waypoint, namespace: "amb" },
];

const some = <T>(random: Random, all: readonly T[], most = 2): T[] => {
  const count = 1 + random.below(most);
  return [...new Set(Array.from({ length: count }, () => random.pick(all)))];
};

const values = {
  namespaces: ["shop", "bank", "sho*", "*nk", "*", "b*k", "*sa*"],
  principals: [
    "cluster.local/ns/shop/sa/web",
    "cluster.local/ns/bank/*",
    "td/ns/bank/sa/till",
    "old/ns/bank/sa/till",
    "other/ns/shop/sa/web",
    "*/sa/till",
    "*",
    "*/ns/bank/sa/till",
    "*td/ns/shop/sa/web",
  ],
  serviceAccounts: ["web", "till", "bank/till", "shop/web", "bank/default"],
  trustDomains: ["cluster.local", "td", "old", "*", "clu*", "*d"],
  ipBlocks: ["10.9.0.0/24", "10.9.1.1", "10.0.0.0/8", "203.0.113.0/24", "0.0.0.0/0"],
  remoteIpBlocks: ["10.9.0.0/24", "198.51.100.7", "203.0.113.0/24"],
  requestPrincipals: [
    "*",
    "me/*",
    "me/you",
    "*/you",
    "me*",
    "*you",
    "me/y*",
    "https://a/b/*",
    "me",
  ],
  methods: ["GET", "POST", "*", "P*", "*T", "OPTIONS"],
  hosts: ["web.shop", "WEB.shop", "web.shop:80", "*.shop", "web*", "*", "other"],
  paths: [
    "/",
    "/a",
    "/a*",
    "*b",
    "*",
    "/a/{*}",
    "/{**}",
    "/a/{*}/c",
    "/A",
    "/a?x=1",
    "/{*}/b/{**}",
  ],
  ports: ["80", "8080", "9090", "7070", "6000", "90", "9000", "70"],
} as const;

type Name = keyof typeof values;

const negated = (name: Name) => `not${name[0]?.toUpperCase()}${name.slice(1)}`;

function fieldsOf(random: Random, names: readonly Name[]): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const name of some(random, names)) {
    fields[random.chance(0.3) ? negated(name) : name] = some(random, values[name]);
  }
  return fields;
}

const keys: readonly (readonly [key: string, values: readonly string[]])[] = [
  ["source.ip", values.ipBlocks],
  ["remote.ip", values.remoteIpBlocks],
  ["source.namespace", values.namespaces],
  ["source.principal", values.principals],
  ["source.serviceAccount", ["bank/till", "shop/web", "web"]],
  ["source.trustDomain", values.trustDomains],
  ["destination.ip", ["10.9.0.1", "10.9.0.0/24", "10.1.0.0/16"]],
  ["destination.port", values.ports],
  ["connection.sni", ["web.shop", "*.shop", "*", "web*"]],
  ["request.headers[X-User]", ["jo", "j*", "*o", "*", "al"]],
  ["request.headers[:authority]", ["web.shop", "web*"]],
  ["request.auth.principal", values.requestPrincipals],
  ["request.auth.audiences", ["shop", "s*", "bank"]],
  ["request.auth.presenter", ["app", "*"]],
  ["request.auth.claims[group]", ["admin", "a*", "*"]],
  ["request.auth.claims[scope]", ["read", "*ite"]],
  ["request.auth.claims[nested][key]", ["deep", "de*"]],
  ["request.auth.claims[number]", ["7", "*"]],
  ["request.auth.claims[nested", ["deep"]],
  ["request.unknown", ["x"]],
];

function ruleOf(random: Random): object {
  const sources: readonly Name[] = [
    "namespaces",
    "principals",
    "serviceAccounts",
    "trustDomains",
    "ipBlocks",
    "remoteIpBlocks",
    "requestPrincipals",
  ];
  const operations: readonly Name[] = ["methods", "hosts", "paths", "ports"];
  const conditions = random.chance(0.35) ? some(random, keys) : [];
  const repeat = <T>(make: () => T): T[] =>
    Array.from({ length: 1 + Number(random.chance(0.3)) }, make);
  return {
    ...(random.chance(0.55) && {
      from: repeat(() => ({ source: fieldsOf(random, sources) })),
    }),
    ...(random.chance(0.55) && {
      to: repeat(() => ({ operation: fieldsOf(random, operations) })),
    }),
    ...(conditions.length > 0 && {
      when: conditions.map(([key, own]) => ({
        key,
        [random.chance(0.3) ? "notValues" : "values"]: some(random, own),
      })),
    }),
  };
}

type Place = readonly [namespace: string, choice: object];

const places: readonly Place[] = [
  ["shop", {}],
  ["shop", { selector: { matchLabels: { app: "web" } } }],
  ["shop", { selector: { matchLabels: { istio: "doorgateway" } } }],
  ["shop", { selector: { matchLabels: { app: "nobody" } } }],
  ["shop", { targetRefs: [{ group: "gateway.networking.k8s.io", kind: "Gateway", name: "edge" }] }],
  ["bank", {}],
  [rootNamespace, {}],
  [rootNamespace, { selector: { matchLabels: { app: "web" } } }],
  [
    rootNamespace,
    {
      targetRefs: [
        { group: "gateway.networking.k8s.io", kind: "GatewayClass", name: "istio-waypoint" },
      ],
    },
  ],
  ["amb", {}],
  ["amb", { targetRefs: [{ kind: "Service", group: "", name: "desk" }] }],
  ["amb", { targetRefs: [{ kind: "Service", group: "core", name: "desk" }] }],
  ["amb", { targetRefs: [{ group: "gateway.networking.k8s.io", kind: "Gateway", name: "way" }] }],
  ["amb", { targetRefs: [{ kind: "ServiceEntry", group: "networking.istio.io", name: "ext" }] }],
];

const actions = ["ALLOW", "ALLOW", "DENY", "DENY", "AUDIT", "CUSTOM"] as const;

function authorization(random: Random, i: number): KubernetesObject {
  const [place, choice] = random.pick(places);
  const action = random.pick(actions);
  const count = random.chance(0.1) ? 0 : 1 + random.below(3);
  return object(
    security,
    "AuthorizationPolicy",
    `p${i}`,
    place,
    {
      ...choice,
      action,
      ...(action === "CUSTOM" && {
        provider: { name: random.pick(["asker", "asker", "asker", "caller", "nobody"]) },
      }),
      rules: Array.from({ length: count }, () => ruleOf(random)),
    },
    random.chance(0.15) ? { "istio.io/dry-run": random.pick(["true", "false", "1"]) } : {},
  );
}

const jwtRules = [
  { issuer: "me", jwks: '{"keys":[]}' },
  { issuer: "me", audiences: ["shop"], jwks: '{"keys":[]}' },
  { issuer: "https://a/b", jwks: '{"keys":[]}', spaceDelimitedClaims: ["group"] },
];

function authentication(random: Random, i: number): KubernetesObject {
  const [place, choice] = random.pick(places);
  const rules = random.chance(0.3) ? [jwtRules[1], jwtRules[2]] : [random.pick(jwtRules)];
  return object(security, "RequestAuthentication", `r${i}`, place, { ...choice, jwtRules: rules });
}

const modes = ["STRICT", "PERMISSIVE", "DISABLE", "UNSET"] as const;

function peers(random: Random, i: number): KubernetesObject {
  const place = random.pick(["shop", "shop", "bank", rootNamespace]);
  const chosen = random.chance(0.5);
  const ofPorts = chosen && random.chance(0.6);
  return object(security, "PeerAuthentication", `m${i}`, place, {
    ...(chosen && { selector: { matchLabels: { app: "web" } } }),
    ...(random.chance(0.8) && { mtls: { mode: random.pick(modes) } }),
    ...(ofPorts && {
      portLevelMtls: Object.fromEntries(
        some(random, [8080, 9090, 7070, 6000]).map((port) => [port, { mode: random.pick(modes) }]),
      ),
    }),
  });
}

/** One that istiod takes. */
function taken(make: () => KubernetesObject): KubernetesObject {
  for (;;) {
    const made = make();
    if (checkObject(made).length === 0) {
      return made;
    }
  }
}

const times = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

/** Another Service before the same Pods, which says otherwise of one of their ports. */
const rival = (random: Random): KubernetesObject => ({
  ...service("also", "shop"),
  spec: {
    clusterIP: "10.96.0.9",
    selector: { app: "web" },
    ports: [
      {
        name: random.pick(["tcp-x", "http-x", "grpc-x", "https-x", "x"]),
        port: 81,
        targetPort: random.pick([8080, 9090, 7070, 6000]),
      },
    ],
  },
});

const ingress = (random: Random): KubernetesObject =>
  object(networking, "Sidecar", "web", "shop", {
    workloadSelector: { labels: { app: "web" } },
    ingress: [
      {
        port: {
          number: random.pick([8080, 9090, 6000]),
          name: "in",
          protocol: random.pick(["HTTP", "TCP", "GRPC"]),
        },
        defaultEndpoint: "127.0.0.1:8080",
      },
    ],
  });

export function randomGuards(random: Random): {
  objects: KubernetesObject[];
  meshConfig: Record<string, unknown>;
} {
  return {
    objects: [
      ...times(1 + random.below(6), (i) => taken(() => authorization(random, i))),
      ...times(random.below(3), (i) => taken(() => authentication(random, i))),
      ...times(random.below(4), (i) => taken(() => peers(random, i))),
      ...(random.chance(0.2) ? [rival(random)] : []),
      ...(random.chance(0.15) ? [taken(() => ingress(random))] : []),
    ],
    meshConfig: {
      ...(random.chance(0.4) && { trustDomain: "td", trustDomainAliases: ["old"] }),
      extensionProviders: [
        {
          name: "asker",
          envoyExtAuthzHttp: { service: "web.shop.svc.cluster.local", port: 80 },
        },
        {
          name: "caller",
          envoyExtAuthzGrpc: { service: "web.shop.svc.cluster.local", port: 80 },
        },
      ],
    },
  };
}
