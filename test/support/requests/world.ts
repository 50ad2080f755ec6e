import type { MeshObject } from "../../../analysis/objects/mesh-object";
import type { Request } from "../../../analysis/requests/request";
import { type KubernetesObject, namespace, pod, service } from "../objects";
import type { Random } from "../random";
import { ProxyKind, type ProxySpec } from "../translate";

/**
 * Random sets of objects in two namespaces of the mesh and one beside it, that get in each other's way: few
 * hosts, ports that differ from those of the Pods, several versions, and objects of all kinds over them.
 */

/** A Service of the world and who runs behind it. */
export interface WorldService {
  readonly name: string;
  readonly namespace: string;
  readonly port: number;
  readonly portName: string;
  readonly targetPort: number;
  readonly ip: string;
  readonly versions: readonly string[];
}

export const worldServices: readonly WorldService[] = [
  {
    name: "web",
    namespace: "shop",
    port: 80,
    portName: "http",
    targetPort: 8080,
    ip: "10.96.0.1",
    versions: ["v1", "v2", "v3"],
  },
  {
    name: "api",
    namespace: "shop",
    port: 8000,
    portName: "http-api",
    targetPort: 9000,
    ip: "10.96.0.2",
    versions: ["v1", "v2"],
  },
  {
    name: "raw",
    namespace: "shop",
    port: 9000,
    portName: "tcp",
    targetPort: 9001,
    ip: "10.96.0.3",
    versions: ["v1"],
  },
  {
    name: "any",
    namespace: "bank",
    port: 7000,
    portName: "main",
    targetPort: 7001,
    ip: "10.96.0.4",
    versions: ["v1", "v2"],
  },
  {
    name: "web",
    namespace: "bank",
    port: 80,
    portName: "http",
    targetPort: 8081,
    ip: "10.96.0.5",
    versions: ["v1"],
  },
  {
    name: "old",
    namespace: "plain",
    port: 80,
    portName: "http",
    targetPort: 8080,
    ip: "10.96.0.6",
    versions: ["v1"],
  },
];

export const fullHost = ({ name, namespace: ns }: Pick<WorldService, "name" | "namespace">) =>
  `${name}.${ns}.svc.cluster.local`;

export const outsideHosts = ["pay.example.net", "mail.example.net"] as const;

/** Who asks, and by which address. */
export const callers = [
  { name: "client", namespace: "shop", ip: "10.9.9.1" },
  { name: "teller", namespace: "bank", ip: "10.9.9.2" },
] as const;

/** Other than the Service's: two Services of one name have Pods of different names. */
export const podName = (one: WorldService, version: string) =>
  `${one.namespace}-${one.name}-${version}`;

export function podIp(one: WorldService, version: string): string {
  return `10.9.${worldServices.indexOf(one)}.${one.versions.indexOf(version) + 1}`;
}

/** Services, Pods and namespaces: the same in all worlds. */
export function ground(): KubernetesObject[] {
  return [
    namespace("shop", { "istio-injection": "enabled" }),
    namespace("bank", { "istio-injection": "enabled" }),
    namespace("plain"),
    ...worldServices.flatMap((one) => [
      service(one.name, one.namespace, {
        port: one.port,
        portName: one.portName,
        targetPort: one.targetPort,
        clusterIP: one.ip,
      }),
      ...one.versions.map((version) =>
        pod(
          podName(one, version),
          one.namespace,
          podIp(one, version),
          { app: one.name, version },
          `${one.name}-account`,
        ),
      ),
    ]),
    ...callers.map(({ name, namespace: ns, ip }) => pod(name, ns, ip, { app: name }, name)),
  ];
}

/** The sidecars of the world: those who ask, and those who answer. */
export const sidecars = (): ProxySpec[] => [
  ...callers.map(({ name, namespace: ns, ip }) => ({
    name,
    namespace: ns,
    ip,
    kind: ProxyKind.Sidecar,
    labels: { app: name },
    serviceAccount: name,
  })),
  ...worldServices
    .filter(({ namespace: ns }) => ns !== "plain")
    .flatMap((one) =>
      one.versions.map((version) => ({
        name: podName(one, version),
        namespace: one.namespace,
        ip: podIp(one, version),
        kind: ProxyKind.Sidecar,
        labels: { app: one.name, version },
        serviceAccount: `${one.name}-account`,
      })),
    ),
];

const meta = (name: string, ns: string) => ({ name, namespace: ns });

const some = <T>(random: Random, most: number, make: (i: number) => T): T[] =>
  Array.from({ length: random.below(most + 1) }, (_, i) => make(i));

/** A name by which an object of a namespace may call a Service. */
function hostName(random: Random, one: WorldService, from: string): string {
  const full = fullHost(one);
  return one.namespace === from ? random.pick([one.name, full, full]) : full;
}

export const isHttp = ({ portName }: WorldService) => portName !== "tcp";

function destination(random: Random, from: string, one?: WorldService): object {
  const chosen = one ?? random.pick(worldServices.filter(isHttp));
  const subset = random.chance(0.6) ? random.pick(["v1", "v2", "v9"]) : undefined;
  return {
    host: hostName(random, chosen, from),
    ...(subset && { subset }),
    ...(random.chance(0.3) && { port: { number: chosen.port } }),
  };
}

function weighted(random: Random, from: string, one: WorldService): object[] {
  const first = random.pick([100, 80, 50, 1, 0]);
  return random.chance(0.5)
    ? [{ destination: destination(random, from, random.chance(0.8) ? one : undefined) }]
    : [
        { destination: destination(random, from, one), weight: first },
        {
          destination: destination(random, from, random.chance(0.8) ? one : undefined),
          weight: 100 - first,
        },
      ];
}

const paths = ["/", "/cart", "/cart/1", "/Cart", "/api/v1/items", "/login"] as const;

const texts = (random: Random, value: string): object =>
  random.pick([
    { exact: value },
    { prefix: value.slice(0, 3) },
    { regex: `${value.slice(0, 2)}.*` },
  ]);

function match(random: Random): object {
  return {
    ...(random.chance(0.6) && {
      uri: random.pick([
        { prefix: random.pick(paths) },
        { exact: random.pick(paths) },
        { regex: "/c[a-z]+(/.*)?" },
        { prefix: "/cart/" },
      ]),
    }),
    ...(random.chance(0.15) && { ignoreUriCase: true }),
    ...(random.chance(0.4) && { headers: { "end-user": texts(random, "jason") } }),
    ...(random.chance(0.15) && { withoutHeaders: { "x-test": texts(random, "yes") } }),
    ...(random.chance(0.15) && { headers: { "x-test": {} } }),
    ...(random.chance(0.2) && { queryParams: { q: texts(random, "blue") } }),
    ...(random.chance(0.2) && { method: { exact: random.pick(["GET", "POST"]) } }),
    ...(random.chance(0.1) && { authority: { prefix: "web" } }),
    ...(random.chance(0.1) && { port: random.pick([80, 8000]) }),
    ...(random.chance(0.15) && { sourceLabels: { app: random.pick(["client", "teller"]) } }),
    ...(random.chance(0.1) && { sourceNamespace: random.pick(["shop", "bank"]) }),
  };
}

/** A route of HTTP for a Service; `gateways` makes some matches of one of them only. */
export function httpRoute(random: Random, from: string, one: WorldService): object {
  const matches = some(random, 2, () => match(random)).filter((all) => Object.keys(all).length > 0);
  const head = matches.length > 0 ? { match: matches } : {};
  const special = random.below(10);
  if (special === 0) {
    return {
      ...head,
      redirect: random.pick([
        { uri: "/new", redirectCode: 308 },
        { authority: "elsewhere.example.com" },
        { scheme: "https", port: 8443 },
      ]),
    };
  }
  if (special === 1) {
    return {
      ...head,
      directResponse: { status: random.pick([200, 418, 503]), body: { string: "own" } },
    };
  }
  return {
    ...head,
    route: weighted(random, from, one),
    ...(random.chance(0.3) && { timeout: random.pick(["2s", "500ms"]) }),
    ...(random.chance(0.3) && {
      retries: random.pick([
        { attempts: 0 },
        { attempts: 4, perTryTimeout: "1s" },
        { attempts: 1, retryOn: "5xx" },
      ]),
    }),
    ...(random.chance(0.2) && {
      rewrite: random.pick([{ uri: "/new" }, { authority: "inner.example.com" }, { uri: "/" }]),
    }),
    ...(random.chance(0.2) && {
      mirror: destination(random, from),
      ...(random.chance(0.5) && { mirrorPercentage: { value: 25 } }),
    }),
    ...(random.chance(0.15) && {
      fault: random.pick([
        { abort: { httpStatus: 555, percentage: { value: 100 } } },
        { abort: { httpStatus: 500, percentage: { value: 10 } } },
        { delay: { fixedDelay: "3s", percentage: { value: 50 } } },
      ]),
    }),
  };
}

const exported = (random: Random): object =>
  random.chance(0.2) ? { exportTo: [random.pick([".", "*", "shop", "bank"])] } : {};

function virtualService(random: Random, i: number): MeshObject {
  const one = random.pick(worldServices.filter(isHttp));
  const from = random.pick([one.namespace, "shop", "bank"]);
  const outside = random.chance(0.15) ? random.pick(outsideHosts) : undefined;
  const http = [
    ...some(random, 2, () => httpRoute(random, from, one)),
    httpRoute(random, from, one),
  ];
  return {
    apiVersion: "networking.istio.io/v1",
    kind: "VirtualService",
    metadata: meta(`route-${i}`, from),
    spec: {
      hosts: [
        outside ??
          random.pick([
            hostName(random, one, from),
            hostName(random, one, from),
            "*.shop.svc.cluster.local",
          ]),
      ],
      ...exported(random),
      http,
    },
  };
}

function destinationRule(random: Random, i: number): MeshObject {
  const one = random.pick(worldServices);
  const from = random.pick([one.namespace, one.namespace, "shop", "istio-system"]);
  const tls = random.chance(0.25)
    ? { tls: { mode: random.pick(["DISABLE", "ISTIO_MUTUAL", "SIMPLE"]) } }
    : undefined;
  const subsets = some(random, 2, (j) => ({
    name: `v${j + 1}`,
    labels: { version: `v${j + 1}` },
    ...(random.chance(0.15) && { trafficPolicy: { tls: { mode: "DISABLE" } } }),
  }));
  return {
    apiVersion: "networking.istio.io/v1",
    kind: "DestinationRule",
    metadata: meta(`rule-${i}`, from),
    spec: {
      host: random.pick([fullHost(one), hostName(random, one, from), "*.bank.svc.cluster.local"]),
      ...exported(random),
      ...(tls && { trafficPolicy: tls }),
      ...(subsets.length > 0 && { subsets }),
    },
  };
}

function serviceEntry(random: Random, i: number): MeshObject {
  const [port, name, protocol] = random.pick([
    [80, "http", "HTTP"],
    [443, "tls", "TLS"],
    [9443, "https", "HTTPS"],
  ] as const);
  return {
    apiVersion: "networking.istio.io/v1",
    kind: "ServiceEntry",
    metadata: meta(`outside-${i}`, random.pick(["shop", "bank"])),
    spec: {
      hosts: [random.pick([outsideHosts[0], outsideHosts[1], "*.example.net"])],
      ports: [{ number: port, name, protocol }],
      ...exported(random),
      location: "MESH_EXTERNAL",
      resolution: "NONE",
    },
  };
}

function sidecar(random: Random): MeshObject {
  const ns = random.pick(["shop", "bank", "istio-system"]);
  const selected = random.chance(0.4) && ns !== "istio-system";
  return {
    apiVersion: "networking.istio.io/v1",
    kind: "Sidecar",
    metadata: meta("scope", ns),
    spec: {
      ...(selected && {
        workloadSelector: { labels: { app: ns === "shop" ? "client" : "teller" } },
      }),
      ...(random.chance(0.4) && {
        outboundTrafficPolicy: { mode: random.pick(["REGISTRY_ONLY", "ALLOW_ANY"]) },
      }),
      egress: [
        {
          hosts: random.pick([
            ["./*"],
            ["*/*"],
            ["shop/*"],
            ["bank/web.bank.svc.cluster.local"],
            ["~/*"],
            ["./*", "plain/*"],
          ]),
        },
      ],
    },
  };
}

function peerAuthentication(random: Random, i: number): MeshObject {
  const ns = random.pick(["shop", "bank", "istio-system"]);
  return {
    apiVersion: "security.istio.io/v1",
    kind: "PeerAuthentication",
    metadata: meta(`peer-${i}`, ns),
    spec: {
      ...(random.chance(0.4) &&
        ns !== "istio-system" && { selector: { matchLabels: { app: "web" } } }),
      mtls: { mode: random.pick(["STRICT", "PERMISSIVE", "DISABLE"]) },
    },
  };
}

/** What a world is made of besides its ground. */
export interface RandomSet {
  readonly objects: readonly MeshObject[];
  readonly meshConfig: Record<string, unknown>;
}

/** A set of objects for sidecars. */
export function randomSet(random: Random): RandomSet {
  return {
    objects: [
      ...some(random, 3, (i) => virtualService(random, i)),
      ...some(random, 3, (i) => destinationRule(random, i)),
      ...some(random, 2, (i) => serviceEntry(random, i)),
      ...(random.chance(0.25) ? [sidecar(random)] : []),
      ...some(random, 1, (i) => peerAuthentication(random, i)),
    ],
    meshConfig: {
      ...(random.chance(0.2) && { outboundTrafficPolicy: { mode: "REGISTRY_ONLY" } }),
      ...(random.chance(0.1) && { enableAutoMtls: false }),
    },
  };
}

const headerChoices = [
  {},
  {},
  { "end-user": "jason" },
  { "end-user": "jane" },
  { "x-test": "yes" },
  { "x-test": "no", "end-user": "ja" },
] as const;

/** A request of one of the callers. */
export function randomRequest(random: Random): Request {
  const caller = random.pick(callers);
  const one = random.pick(worldServices);
  const outside = random.chance(0.2)
    ? random.pick([...outsideHosts, "unknown.example.org"])
    : undefined;
  const host =
    outside ??
    random.pick([
      fullHost(one),
      `${one.name}.${one.namespace}`,
      `${one.name}.${one.namespace}.svc`,
      ...(one.namespace === caller.namespace ? [one.name] : []),
    ]);
  const port = outside ? random.pick([80, 443, 9443, 80]) : random.chance(0.95) ? one.port : 81;
  const from = { kind: "workload", namespace: caller.namespace, name: caller.name } as const;
  if (port === 443 || port === 9443) {
    return { from, protocol: "https", host, port, sni: host };
  }
  if (!outside && !isHttp(one)) {
    return { from, protocol: "tcp", host, port };
  }
  const query = random.pick(["", "", "?q=blue", "?q=red&x=1", "?q"]);
  return {
    from,
    protocol: "http",
    host,
    port,
    http: {
      authority: port === 80 ? host : `${host}:${port}`,
      path: `${random.pick([...paths, "/CART/1", "/other", "/cart/2/3"])}${query}`,
      method: random.pick(["GET", "GET", "POST"]),
      headers: random.pick(headerChoices),
      scheme: "http",
    },
  };
}
