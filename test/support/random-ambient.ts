import {
  AppGateway,
  Authorization,
  Canary,
  ExternalService,
  JwtAuthentication,
  MeshNamespace,
  MeshTelemetry,
  MutualTls,
  ServiceRoute,
  TrafficPolicy,
  Waypoint,
} from "../../components";
import type { Random } from "./random";
import {
  fullName,
  gatewayHosts,
  type Make,
  outside,
  type Piece,
  piece,
  type RandomWorld,
  worldServices,
} from "./random-programs";

/** Random programs in ambient mode: waypoints, the Gateway API's dialect, policies with targets. */

const namespaces = ["shop", "bank"] as const;
const dialect = "gateway-api" as const;

/** Waypoints follow Istio's routes too. */
const dialects = ["istio", dialect, dialect] as const;

/** Both namespaces are ambient; in that of the bank there may be no waypoint. */
function ground(random: Random): Piece[] {
  const withWaypoints = random.chance(0.8) ? namespaces : (["shop"] as const);
  const spaces = namespaces.map((name) => {
    const waypoint = withWaypoints.some((one) => one === name) && { waypoint: "waypoint" };
    const args = { dataPlaneMode: "ambient" as const, ...waypoint };
    return piece("MeshNamespace", name, args, () => new MeshNamespace(name, args));
  });
  const waypoints = withWaypoints.map((namespace) => {
    const args = { namespace };
    const name = `${namespace}-waypoint`;
    return piece("Waypoint", name, args, () => new Waypoint(name, args));
  });
  return [...spaces, ...waypoints].map((one) => ({ ...one, isGround: true }));
}

const target = (random: Random) => ({
  kind: "Service" as const,
  name: random.pick(["web", "api"]),
});

const kinds: Make[] = [
  (name, random) => {
    const service = random.pick(worldServices);
    const { namespace, port, targetPort } = service;
    const dialect = random.pick(dialects);
    const v1 = random.pick([100, 80, 50]);
    const args = {
      ...{ service: service.name, namespace, port, dialect },
      ...(dialect === "gateway-api" && { targetPort }),
      versions: [
        { name: "v1", weight: v1 },
        { name: "v2", weight: 100 - v1 },
      ],
    };
    const shares: Record<string, number> = v1 === 100 ? { v1 } : { v1, v2: 100 - v1 };
    return piece("Canary", name, args, () => new Canary(name, args), [
      { kind: "shares", host: fullName(service), port, shares },
    ]);
  },
  (name, random) => {
    const service = random.pick(worldServices);
    const timeout = random.pick(["2s", "5s"]);
    const { namespace, port } = service;
    const dialect = random.pick(dialects);
    const args = { service: service.name, namespace, port, dialect, rules: [{ timeout }] };
    return piece("ServiceRoute", name, args, () => new ServiceRoute(name, args), [
      { kind: "timeout", host: fullName(service), port, timeout },
    ]);
  },
  (name, random) => {
    const service = random.pick(worldServices);
    const { namespace, port } = service;
    const most = random.pick([10, 20]);
    const connectionPool = { tcp: { maxConnections: most } };
    const args = { service: service.name, namespace, connectionPool };
    return piece("TrafficPolicy", name, args, () => new TrafficPolicy(name, args), [
      { kind: "maxConnections", host: fullName(service), port, most },
    ]);
  },
  (name, random) => {
    const service = random.pick(worldServices);
    const host = random.pick(gatewayHosts);
    const { namespace, port } = service;
    const gateway = random.pick([name, "edge"]);
    const routes = [{ service: service.name, port }];
    const args = { namespace, name: gateway, dialect, hosts: [host], routes };
    return piece("AppGateway", name, args, () => new AppGateway(name, args), [
      { kind: "edge", host, gateway, service: service.name, namespace, port },
    ]);
  },
  (name, random) => {
    const mode = random.pick(["STRICT", "PERMISSIVE"] as const);
    const args = { namespace: random.pick(namespaces), mode };
    return piece("MutualTls", name, args, () => new MutualTls(name, args));
  },
  (name, random) => {
    const args = {
      namespace: random.pick(namespaces),
      targets: [target(random)],
      rules: [{ to: [{ methods: ["GET"] }] }],
    };
    return piece("Authorization", name, args, () => new Authorization(name, args));
  },
  (name, random) => {
    const args = {
      namespace: random.pick(namespaces),
      selector: { app: random.pick(["web", "api"]) },
      rules: [{ from: [{ namespaces: ["shop"] }] }],
    };
    return piece("Authorization", name, args, () => new Authorization(name, args));
  },
  (name, random) => {
    const args = {
      namespace: random.pick(namespaces),
      targets: [target(random)],
      jwtRules: [{ issuer: "https://id.example.com", jwksUri: "https://id.example.com/keys" }],
    };
    return piece("JwtAuthentication", name, args, () => new JwtAuthentication(name, args));
  },
  (name, random) => {
    const targets = [{ kind: "Gateway" as const, name: "waypoint" }];
    const args = { namespace: random.pick(namespaces), targets, accessLogging: [{}] };
    return piece("MeshTelemetry", name, args, () => new MeshTelemetry(name, args));
  },
  (name, random) => {
    const args = {
      namespace: random.pick(namespaces),
      hosts: [random.pick(outside)],
      ports: [{ port: 443, protocol: "TLS" as const }],
    };
    return piece("ExternalService", name, args, () => new ExternalService(name, args));
  },
];

export const ambientWorld: RandomWorld = { ground, kinds };
