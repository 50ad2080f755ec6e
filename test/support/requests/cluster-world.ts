import { checkObject } from "../../../analysis/objects/check";
import type { MeshObject } from "../../../analysis/objects/mesh-object";
import { type KubernetesObject, namespace, pod } from "../objects";
import type { Random } from "../random";
import { ProxyKind, type ProxySpec } from "../translate";

/**
 * Random sets of what stands behind hosts, and of what says who sees it and how it is spoken to: Services of all
 * kinds, machines, ServiceEntries of all resolutions, DestinationRules, Sidecars and PeerAuthentications.
 */

export interface ClusterWorld {
  readonly objects: readonly MeshObject[];
  readonly meshConfig: Record<string, unknown>;
  readonly ambient: boolean;
  readonly proxies: readonly ProxySpec[];
  /** Addresses of Pods by `namespace/name`. */
  readonly ips: ReadonlyMap<string, string>;
}

const spaces = ["shop", "bank", "mist", "plain"] as const;
const apps = ["web", "api", "db"] as const;
const versions = ["v1", "v2"] as const;
export const portNumbers = [80, 90, 443, 7000] as const;
export const subsetNames = ["v1", "v2", "all", "none"] as const;
const outside = ["pay.example.net", "mail.example.net", "*.example.net"] as const;

const fullHost = (app: string, ns: string) => `${app}.${ns}.svc.cluster.local`;

/** Labels by which proxies are chosen. */
const chosen = [
  { app: "client" },
  { app: "teller" },
  { istio: "entrance" },
  { version: "v1" },
  { app: "web" },
] as const;

/** All hosts that some world has. */
export const hostNames: readonly string[] = [
  ...spaces.flatMap((ns) => apps.map((app) => fullHost(app, ns))),
  ...outside,
];

const some = <T>(random: Random, most: number, make: (i: number) => T): T[] =>
  Array.from({ length: random.below(most + 1) }, (_, i) => make(i));

/** A part of an object that is not always there. */
const maybe = <T extends object>(random: Random, chance: number, make: () => T): Partial<T> =>
  random.chance(chance) ? make() : {};

const born = (random: Random) =>
  maybe(random, 0.4, () => ({
    creationTimestamp: `2025-12-0${random.below(9) + 1}T00:00:00Z`,
  }));

const meta = (random: Random, name: string, ns: string) => ({
  name,
  namespace: ns,
  ...born(random),
});

const exported = (random: Random): object =>
  maybe(random, 0.25, () => ({
    exportTo: random.pick([
      ["."],
      ["*"],
      ["shop"],
      ["bank", "."],
      ["shop", "bank"],
      ["istio-system"],
      ["gate"],
    ]),
  }));

function service(random: Random, name: string, ns: string): MeshObject {
  const isHeadless = random.chance(0.2);
  const [first, second] = random.pick([
    [
      { name: "http", port: 80, targetPort: 8080 },
      { name: "tcp", port: 90, targetPort: "named" },
    ],
    [{ name: "main", port: 80, targetPort: "named" }],
    [{ name: "grpc-x", port: 7000 }],
    [
      { name: "https", port: 443, targetPort: 8443 },
      { name: "dns", port: 90, protocol: "UDP" },
    ],
  ] as { name: string; port: number; targetPort?: number | string; protocol?: string }[][]) as [
    object,
    object?,
  ];
  const ports = [first, ...(second ? [second] : [])].map((port) => ({
    protocol: "TCP",
    targetPort: (port as { port: number }).port,
    ...port,
  }));
  return {
    apiVersion: "v1",
    kind: "Service",
    metadata: {
      ...meta(random, name, ns),
      annotations: maybe(random, 0.2, () => ({
        "networking.istio.io/exportTo": random.pick([
          ".",
          "*",
          "shop",
          "bank, shop",
          "gate",
          ...(name === "web" ? ["~"] : []),
        ]),
      })),
    },
    spec: {
      selector: { app: name, ...maybe(random, 0.1, () => ({ version: "v1" })) },
      ...(isHeadless && { clusterIP: "None" }),
      ports,
    },
  } as MeshObject;
}

function podLabels(random: Random, ambient: boolean): Record<string, string> {
  return {
    ...maybe(random, 0.15, () => ({ "sidecar.istio.io/inject": "false" })),
    ...(ambient && maybe(random, 0.3, () => ({ "networking.istio.io/tunnel": "http" }))),
  } as Record<string, string>;
}

function appPod(
  random: Random,
  app: string,
  ns: string,
  version: string,
  ip: string,
  ambient: boolean,
) {
  const one = pod(`${ns}-${app}-${version}`, ns, ip, {
    app,
    version,
    ...podLabels(random, ambient),
  });
  const containers = [
    {
      name: "app",
      image: "app",
      ports: [
        { name: "named", containerPort: 9000 + random.below(3), protocol: "TCP" },
        { name: "http", containerPort: 8081, protocol: "TCP" },
      ],
    },
  ];
  return { ...one, spec: { ...(one.spec as object), containers } };
}

function machine(random: Random, i: number, ns: string): MeshObject {
  return {
    apiVersion: "networking.istio.io/v1",
    kind: "WorkloadEntry",
    metadata: meta(random, `machine-${i}`, ns),
    spec: {
      address: random.chance(0.8) ? `10.20.0.${i + 1}` : `machine-${i}.example.org`,
      labels: { app: random.pick(apps), version: random.pick(versions) },
      ...maybe(random, 0.5, () => ({ serviceAccount: "machine" })),
      ...maybe(random, 0.3, () => ({ weight: 3 })),
      ...maybe(random, 0.4, () => ({ ports: { [random.pick(["http", "named", "tcp"])]: 7777 } })),
    },
  };
}

function serviceEntry(random: Random, i: number): MeshObject {
  const ns = random.pick(["shop", "bank"]);
  const host = random.chance(0.2)
    ? fullHost(random.pick(["api", "db"]), random.pick(spaces))
    : random.pick(outside);
  const isWild = host.startsWith("*");
  const resolution = isWild
    ? random.pick(["NONE", "STATIC", "DYNAMIC_DNS"])
    : random.pick(["NONE", "STATIC", "DNS", "DNS", "DNS_ROUND_ROBIN"]);
  const hasNames = resolution === "DNS" || resolution === "DNS_ROUND_ROBIN";
  const isStatic = resolution === "STATIC" || hasNames;
  const selects = isStatic && random.chance(0.3);
  const most = resolution === "DNS_ROUND_ROBIN" ? 1 : 3;
  const endpoints =
    isStatic && !selects
      ? some(random, most, (j) => ({
          address:
            hasNames && random.chance(0.5) ? `e${j}.example.org` : `192.0.2.${10 * i + j + 1}`,
          labels: { version: random.pick(versions) },
          ...maybe(random, 0.3, () => ({ weight: 4 })),
          ...maybe(random, 0.3, () => ({ ports: { http: 8088 } })),
          ...maybe(random, 0.3, () => ({ serviceAccount: "far" })),
        }))
      : [];
  return {
    apiVersion: "networking.istio.io/v1",
    kind: "ServiceEntry",
    // Of two of one age, one host and one namespace istiod takes either.
    metadata: {
      ...meta(random, `entry-${i}`, ns),
      creationTimestamp: `2025-11-0${random.below(9) + 1}T00:0${i}:00Z`,
    },
    spec: {
      hosts: [host],
      ports: random.pick([
        [{ number: 80, name: "http", protocol: "HTTP" }],
        [{ number: 80, name: "http", protocol: "HTTP", targetPort: 8880 }],
        [
          { number: 443, name: "tls", protocol: "TLS" },
          { number: 90, name: "tcp", protocol: "TCP", targetPort: 9990 },
        ],
      ]),
      resolution,
      ...maybe(random, 0.6, () => ({
        location: random.pick(["MESH_EXTERNAL", "MESH_INTERNAL"]),
      })),
      ...(endpoints.length > 0 && { endpoints }),
      ...(selects && { workloadSelector: { labels: { app: random.pick(apps) } } }),
      ...exported(random),
    },
  } as MeshObject;
}

const tlsOf = (random: Random): object =>
  random.pick([
    { mode: "DISABLE" },
    { mode: "ISTIO_MUTUAL" },
    { mode: "ISTIO_MUTUAL", sni: "own.example.net" },
    { mode: "SIMPLE", sni: "simple.example.net" },
    { mode: "SIMPLE", credentialName: "secret" },
    { mode: "MUTUAL", credentialName: "secret" },
    { mode: "MUTUAL", clientCertificate: "/c", privateKey: "/k", caCertificates: "/a" },
  ]);

const settings = (random: Random): object => ({
  ...maybe(random, 0.35, () => ({ tls: tlsOf(random) })),
  ...maybe(random, 0.3, () => ({
    connectionPool: { tcp: { maxConnections: random.below(50) + 1 } },
  })),
  ...maybe(random, 0.2, () => ({
    loadBalancer: { simple: random.pick(["RANDOM", "ROUND_ROBIN", "PASSTHROUGH"]) },
  })),
});

const trafficPolicy = (random: Random): object => ({
  ...settings(random),
  ...maybe(random, 0.3, () => ({
    portLevelSettings: [{ port: { number: random.pick(portNumbers) }, ...settings(random) }],
  })),
});

function destinationRule(random: Random, i: number): MeshObject {
  const ns = random.pick(["shop", "bank", "mist", "gate", "istio-system"]);
  const own = random.pick(apps);
  const subsets = some(random, 3, (j) => ({
    name: subsetNames[j] as string,
    ...(j < 2 && { labels: { version: subsetNames[j] } }),
    ...maybe(random, 0.3, () => ({ trafficPolicy: trafficPolicy(random) })),
  }));
  const chooses = random.chance(0.2);
  return {
    apiVersion: "networking.istio.io/v1",
    kind: "DestinationRule",
    metadata: meta(random, `rule-${i}`, ns),
    spec: {
      host: random.pick([
        own,
        fullHost(own, random.pick(spaces)),
        random.pick(hostNames),
        "*.shop.svc.cluster.local",
        "*.svc.cluster.local",
        "*.net",
      ]),
      ...maybe(random, 0.7, () => ({ trafficPolicy: trafficPolicy(random) })),
      ...(subsets.length > 0 && { subsets }),
      ...(chooses && { workloadSelector: { matchLabels: random.pick(chosen) } }),
      ...(!chooses && exported(random)),
    },
  };
}

function peerAuthentication(random: Random, i: number): MeshObject {
  const ns = random.pick(["shop", "bank", "istio-system"]);
  const mode = () => random.pick(["STRICT", "PERMISSIVE", "DISABLE", "UNSET"]);
  const chooses = ns !== "istio-system" && random.chance(0.5);
  return {
    apiVersion: "security.istio.io/v1",
    kind: "PeerAuthentication",
    metadata: meta(random, `peer-${i}`, ns),
    spec: {
      ...(chooses && {
        selector: { matchLabels: { app: random.pick(apps) } },
        ...maybe(random, 0.4, () => ({ portLevelMtls: { 8080: { mode: mode() } } })),
      }),
      ...maybe(random, 0.9, () => ({ mtls: { mode: mode() } })),
    },
  };
}

const entry = (random: Random) =>
  random.pick([
    "./*",
    "*/*",
    "shop/*",
    "bank/*",
    "mist/web.mist.svc.cluster.local",
    "bank/web.bank.svc.cluster.local",
    "*/pay.example.net",
    "*/*.net",
    "~/*",
    "~shop/web.shop.svc.cluster.local",
    "~/mail.example.net",
  ]);

function sidecar(random: Random, i: number): MeshObject {
  const ns = random.pick(["shop", "bank", "istio-system"]);
  const egress = some(random, 2, () => ({
    ...maybe(random, 0.3, () => ({
      port: {
        number: random.pick(portNumbers),
        protocol: random.pick(["HTTP", "TCP", "HTTP_PROXY"]),
        name: "own",
      },
    })),
    hosts: [entry(random), ...some(random, 2, () => entry(random))],
  }));
  const withPort = egress.filter((one) => "port" in one);
  const without = egress.filter((one) => !("port" in one)).slice(0, 1);
  return {
    apiVersion: "networking.istio.io/v1",
    kind: "Sidecar",
    metadata: meta(random, `scope-${i}`, ns),
    spec: {
      ...(ns !== "istio-system" &&
        maybe(random, 0.5, () => ({ workloadSelector: { labels: random.pick(chosen) } }))),
      ...(withPort.length + without.length > 0 && { egress: [...withPort, ...without] }),
    },
  };
}

function virtualService(random: Random, i: number): MeshObject {
  const ns = random.pick(["shop", "bank"]);
  const destination = () => ({
    destination: {
      host: random.pick(hostNames.filter((host) => !host.startsWith("*"))),
      ...maybe(random, 0.6, () => ({ port: { number: random.pick(portNumbers) } })),
    },
  });
  return {
    apiVersion: "networking.istio.io/v1",
    kind: "VirtualService",
    metadata: meta(random, `route-${i}`, ns),
    spec: {
      hosts: [random.pick(["web", ...hostNames.slice(0, 6), "pay.example.net", "*.net"])],
      ...exported(random),
      http: [
        {
          ...maybe(random, 0.3, () => ({
            match: [{ sourceNamespace: random.pick(["shop", "bank"]), uri: { prefix: "/x" } }],
          })),
          route: [destination()],
        },
        { route: [destination()] },
      ],
    },
  };
}

function backendTlsPolicy(random: Random, i: number): MeshObject {
  const isEntry = random.chance(0.3);
  const sections = isEntry ? ["http", "tls", "tcp"] : ["http", "tcp", "main", "https"];
  return {
    apiVersion: "gateway.networking.k8s.io/v1",
    kind: "BackendTLSPolicy",
    metadata: {
      ...meta(random, `backend-${i}`, random.pick(["shop", "bank", "mist"])),
      // Of two of one age and one target istiod takes the one of the lesser name.
      annotations: maybe(random, 0.1, () => ({ "istio.io/ignore-policy-attachment": "true" })),
    },
    spec: {
      targetRefs: [
        {
          group: isEntry ? "networking.istio.io" : "",
          kind: isEntry ? "ServiceEntry" : "Service",
          name: isEntry ? `entry-${random.below(5)}` : random.pick(apps),
          ...maybe(random, 0.4, () => ({ sectionName: random.pick(sections) })),
        },
      ],
      validation: {
        hostname: `backend-${i}.example.net`,
        wellKnownCACertificates: "System",
      },
    },
  };
}

const waypoint: MeshObject = {
  apiVersion: "gateway.networking.k8s.io/v1",
  kind: "Gateway",
  metadata: { name: "point", namespace: "mist" },
  spec: {
    gatewayClassName: "istio-waypoint",
    listeners: [{ name: "mesh", port: 15008, protocol: "HBONE" }],
  },
} as MeshObject;

function grounds(ambient: boolean): KubernetesObject[] {
  return [
    namespace("shop", { "istio-injection": "enabled" }),
    namespace("bank", { "istio-injection": "enabled" }),
    namespace("plain"),
    namespace(
      "mist",
      ambient ? { "istio.io/dataplane-mode": "ambient", "istio.io/use-waypoint": "point" } : {},
    ),
    namespace("istio-system"),
  ];
}

/** An object that istiod takes. */
function taken(make: () => MeshObject): MeshObject {
  for (;;) {
    const made = make();
    if (checkObject(made).length === 0) {
      return made;
    }
  }
}

const several = (random: Random, most: number, make: (random: Random, i: number) => MeshObject) =>
  some(random, most, (i) => taken(() => make(random, i)));

/** Services of all namespaces and their Pods, some of each missing. */
function population(random: Random, ambient: boolean) {
  const places = spaces.flatMap((ns, n) => apps.map((app, a) => ({ ns, app, block: 10 * n + a })));
  const pods = places.flatMap(({ ns, app, block }) =>
    versions.flatMap((version, v) =>
      random.chance(0.8)
        ? [appPod(random, app, ns, version, `10.9.${block}.${v + 1}`, ambient)]
        : [],
    ),
  );
  const services = places.flatMap(({ ns, app }) =>
    random.chance(0.75) ? [service(random, app, ns)] : [],
  );
  return { pods, services };
}

const asking = [
  { name: "client", namespace: "shop", ip: "10.9.200.1", labels: { app: "client", version: "v1" } },
  { name: "teller", namespace: "bank", ip: "10.9.200.2", labels: { app: "teller", version: "v1" } },
] as const;

const askingPods = () =>
  asking.map(({ name, namespace: ns, ip, labels }) => pod(name, ns, ip, labels));

const entrance = (random: Random): ProxySpec => ({
  name: "entrance",
  kind: ProxyKind.Gateway,
  namespace: random.pick(["istio-system", "gate"]),
  labels: { istio: "entrance" },
  ip: "10.9.201.1",
});

const placeOf = ({ metadata }: KubernetesObject) => ({
  name: String(metadata.name),
  namespace: String(metadata.namespace),
});

const ipOf = (one: KubernetesObject): string => (one.status as { podIP: string }).podIP;

/** A world; some of them have ambient mode and a waypoint. */
export function clusterWorld(random: Random): ClusterWorld {
  const ambient = random.chance(0.5);
  const { pods, services } = population(random, ambient);
  const all = [...pods, ...askingPods()];
  const answering = pods
    .filter((one) => ["shop", "bank"].includes(placeOf(one).namespace))
    .filter(({ metadata }) => !JSON.stringify(metadata.labels).includes("false"))
    .filter(() => random.chance(0.3))
    .map((one) => ({
      ...placeOf(one),
      kind: ProxyKind.Sidecar,
      ip: ipOf(one),
    }));
  const point = { name: "point", kind: ProxyKind.Waypoint, namespace: "mist", ip: "10.9.202.1" };
  const world: ClusterWorld = {
    ambient,
    ips: new Map<string, string>(
      all.map((one) => [Object.values(placeOf(one)).reverse().join("/"), ipOf(one)]),
    ),
    proxies: [
      ...asking.map((one) => ({ ...one, kind: ProxyKind.Sidecar })),
      ...answering,
      entrance(random),
      ...(ambient ? [point] : []),
    ],
    objects: [
      ...grounds(ambient),
      ...services,
      ...all,
      ...(ambient ? [waypoint] : []),
      ...several(random, 4, (_, i) => machine(random, i, random.pick(["shop", "bank"]))),
      ...several(random, 5, serviceEntry),
      ...several(random, 6, destinationRule),
      ...several(random, 3, peerAuthentication),
      ...several(random, 2, sidecar),
      ...several(random, 3, virtualService),
    ],
    meshConfig: {
      ...maybe(random, 0.1, () => ({ enableAutoMtls: false })),
      ...maybe(random, 0.1, () => ({ defaultServiceExportTo: ["."] })),
      ...maybe(random, 0.1, () => ({ defaultDestinationRuleExportTo: ["."] })),
      ...maybe(random, 0.1, () => ({ defaultVirtualServiceExportTo: ["."] })),
    },
  };
  const policies = several(random, 3, backendTlsPolicy);
  return { ...world, objects: [...world.objects, ...policies] };
}
