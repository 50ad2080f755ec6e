import {
  AppGateway,
  Authorization,
  Canary,
  EgressRoute,
  ExternalService,
  JwtAuthentication,
  MeshNamespace,
  MeshTelemetry,
  MutualTls,
  RateLimit,
  ServiceRoute,
  SidecarScope,
  TrafficPolicy,
} from "../../components";
import type { Random } from "./random";

/**
 * Programs of several components that overlap: few namespaces, services and hosts, so that many of
 * them want the same place. The Services have ports that differ from those of their Pods.
 */

/** What a component promises of requests, once all of the program is in the cluster. */
export type Promised =
  | { kind: "shares"; host: string; port: number; shares: Record<string, number> }
  | { kind: "timeout"; host: string; port: number; timeout: string }
  | {
      kind: "edge";
      host: string;
      /** Name of the Gateway with a proxy of its own; without it, the one that is installed. */
      gateway?: string;
      service: string;
      namespace: string;
      port: number;
    }
  | { kind: "maxConnections"; host: string; port: number; most: number };

/** One component of a program. */
export interface Piece {
  component: string;
  name: string;
  /** As in `new Canary("c0", …)`. */
  words: string;
  create(): unknown;
  promises: Promised[];
  /** Whether others rest on it, so that it is not taken away before them. */
  isGround?: boolean;
}

/** Where a program lives: what it begins with, what may come on top, and who answers for it. */
export interface RandomWorld {
  ground(random: Random): Piece[];
  kinds: readonly Make[];
}

/** Services of the world, each with the port that clients call and that of its Pods. */
export const worldServices = [
  { name: "web", namespace: "shop", port: 80, targetPort: 8080 },
  { name: "api", namespace: "shop", port: 8000, targetPort: 9000 },
  { name: "web", namespace: "bank", port: 80, targetPort: 8080 },
] as const;

const gatewaySelector = { istio: "ingressgateway" };

export const fullName = (service: { name: string; namespace: string }) =>
  `${service.name}.${service.namespace}.svc.cluster.local`;

export const gatewayHosts = ["shop.example.com", "api.example.com"];
export const outside = ["pay.example.net", "mail.example.net"];

/** Makes one component. */
export type Make = (name: string, random: Random) => Piece;

export const piece = (
  component: string,
  name: string,
  args: object,
  create: () => unknown,
  promises: Promised[] = [],
): Piece => ({
  component,
  name,
  words: `new ${component}("${name}", ${JSON.stringify(args)})`,
  create,
  promises,
});

const sidecarKinds: Make[] = [
  (name, random) => {
    const service = random.pick(worldServices);
    const v1 = random.pick([100, 80, 50]);
    const args = {
      service: service.name,
      namespace: service.namespace,
      port: service.port,
      versions: [
        { name: "v1", weight: v1 },
        { name: "v2", weight: 100 - v1 },
      ],
    };
    const shares: Record<string, number> = v1 === 100 ? { v1 } : { v1, v2: 100 - v1 };
    return piece("Canary", name, args, () => new Canary(name, args), [
      { kind: "shares", host: fullName(service), port: service.port, shares },
    ]);
  },
  (name, random) => {
    const service = random.pick(worldServices);
    const timeout = random.pick(["2s", "5s"]);
    const { namespace, port } = service;
    const args = { service: service.name, namespace, port, rules: [{ timeout }] };
    return piece("ServiceRoute", name, args, () => new ServiceRoute(name, args), [
      { kind: "timeout", host: fullName(service), port, timeout },
    ]);
  },
  (name, random) => {
    const service = random.pick(worldServices);
    const most = random.pick([10, 20]);
    const args = {
      service: service.name,
      namespace: service.namespace,
      connectionPool: { tcp: { maxConnections: most } },
    };
    return piece("TrafficPolicy", name, args, () => new TrafficPolicy(name, args), [
      { kind: "maxConnections", host: fullName(service), port: service.port, most },
    ]);
  },
  (name, random) => {
    const service = random.pick(worldServices);
    const host = random.pick(gatewayHosts);
    const { namespace, port } = service;
    const args = {
      namespace,
      name: random.pick([name, "edge"]),
      hosts: [host],
      selector: gatewaySelector,
      routes: [{ service: service.name, port }],
    };
    return piece("AppGateway", name, args, () => new AppGateway(name, args), [
      { kind: "edge", host, service: service.name, namespace, port },
    ]);
  },
  (name, random) => {
    const namespace = random.pick(["shop", "bank"]);
    const args = {
      namespace,
      ...(random.chance(0.5) && { selector: { app: "web" } }),
      mode: random.pick(["STRICT", "PERMISSIVE"] as const),
    };
    return piece("MutualTls", name, args, () => new MutualTls(name, args));
  },
  (name, random) => {
    const args = {
      namespace: random.pick(["shop", "bank"]),
      selector: { app: random.pick(["web", "api"]) },
      rules: [{ to: [{ methods: ["GET"] }] }],
    };
    return piece("Authorization", name, args, () => new Authorization(name, args));
  },
  (name, random) => {
    const args = {
      namespace: random.pick(["shop", "bank"]),
      selector: { app: "web" },
      jwtRules: [{ issuer: "https://id.example.com", jwksUri: "https://id.example.com/keys" }],
    };
    return piece("JwtAuthentication", name, args, () => new JwtAuthentication(name, args));
  },
  (name, random) => {
    const args = {
      namespace: random.pick(["shop", "bank"]),
      hosts: ["./*", "istio-system/*", "shop/*", "bank/*"],
    };
    return piece("SidecarScope", name, args, () => new SidecarScope(name, args));
  },
  (name, random) => {
    const args = {
      namespace: random.pick(["shop", "bank"]),
      selector: { app: "web" },
      local: { requests: random.pick([5, 50]) },
    };
    return piece("RateLimit", name, args, () => new RateLimit(name, args));
  },
  (name, random) => {
    const args = { namespace: random.pick(["shop", "bank"]), accessLogging: [{}] };
    return piece("MeshTelemetry", name, args, () => new MeshTelemetry(name, args));
  },
  (name, random) => {
    const args = {
      namespace: random.pick(["shop", "bank"]),
      hosts: [random.pick(outside)],
      ports: [{ port: 443, protocol: "TLS" as const }],
    };
    return piece("ExternalService", name, args, () => new ExternalService(name, args));
  },
  (name, random) => {
    const args = {
      namespace: "istio-egress",
      gatewayService: "istio-egressgateway",
      selector: { istio: "egressgateway" },
      host: random.pick(outside),
      protocol: "TLS" as const,
    };
    return piece("EgressRoute", name, args, () => new EgressRoute(name, args));
  },
  (name, random) => {
    const args = { name: random.pick(["shop", "bank"]), dataPlaneMode: "sidecar" as const };
    return piece("MeshNamespace", name, args, () => new MeshNamespace(name, args));
  },
];

export const sidecarWorld: RandomWorld = { ground: () => [], kinds: sidecarKinds };

/** Two to six components, on the ground of their world. */
export function randomProgram(random: Random, { ground, kinds }: RandomWorld): Piece[] {
  const first = ground(random);
  const count = 2 + random.below(5);
  const others = Array.from({ length: count }, (_, i) => random.pick(kinds)(`c${i}`, random));
  return [...first, ...others];
}
