import type { TrafficPolicy } from "../../../schemas/kinds/networking/destination-rule";
import { check, type Found } from "../check";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import type { Rule } from "../model/destination-rules";
import { seesRequests } from "../model/protocol";
import { hostsOfRule } from "../model/servers";
import { portWords } from "../words";

/** Keys of a hash that only a request has. */
const ofRequests = ["httpHeaderName", "httpCookie", "httpQueryParameterName"] as const;

type Settings = Pick<TrafficPolicy, "loadBalancer" | "connectionPool">;

/** A setting that only requests feel. */
interface RequestSetting {
  readonly path: string;
  readonly name: string;
  /** The one port that it is for. */
  readonly port: number | undefined;
}

/** What a setting is, of those of one policy, and its path below the policy. */
type Find = (settings: Settings) => { name: string; path: string } | undefined;

const hashOf: Find = ({ loadBalancer }) => {
  const key = ofRequests.find((one) => loadBalancer?.consistentHash?.[one] !== undefined);
  return key && { name: key, path: `loadBalancer.consistentHash.${key}` };
};

const poolOf: Find = ({ connectionPool }) =>
  connectionPool?.http && { name: "connectionPool.http", path: "connectionPool.http" };

function* ofPolicy(
  policy: TrafficPolicy | undefined,
  path: string,
  find: Find,
): Iterable<RequestSetting> {
  const all = [
    { settings: policy ?? {}, place: path, port: undefined },
    ...(policy?.portLevelSettings ?? []).map((settings, i) => ({
      settings,
      place: `${path}.portLevelSettings[${i}]`,
      port: settings.port?.number,
    })),
  ];
  for (const { settings, place, port } of all) {
    const found = find(settings);
    yield* found === undefined ? [] : [{ name: found.name, path: `${place}.${found.path}`, port }];
  }
}

const settingsOf = ({ source, subsets }: Rule, find: Find): RequestSetting[] => [
  ...ofPolicy(source.spec.trafficPolicy, "spec.trafficPolicy", find),
  ...subsets.flatMap(({ trafficPolicy }, i) => [
    ...ofPolicy(trafficPolicy, `spec.subsets[${i}].trafficPolicy`, find),
  ]),
];

/** Settings for requests of a host that no proxy sees any of. */
function* withoutRequests(rule: Rule, mesh: Mesh, find: Find): Iterable<Found> {
  const settings = settingsOf(rule, find);
  const hosts = settings.length === 0 || rule.host.startsWith("*") ? [] : hostsOfRule(mesh, rule);
  for (const { path, name, port } of settings) {
    const ports = hosts
      .flatMap((host) => host.ports)
      .filter((one) => port === undefined || one.port === port);
    if (ports.length > 0 && !ports.some(({ protocol }) => seesRequests(protocol))) {
      yield {
        path,
        message: `${name} is of requests, and no port of ${rule.host} carries such for a proxy: ${portWords(hosts)}`,
        related: hosts.map(({ source }) => source.id),
      };
    }
  }
}

const policy = (settings: string): string => `apiVersion: v1
kind: Service
metadata: {name: cache, namespace: store}
spec: {ports: [{port: 6379, name: tcp-redis}], selector: {app: cache}}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: cache, namespace: store}
spec:
  host: cache
  trafficPolicy:
    ${settings}
`;

const objects = (hash: string): string =>
  policy(`loadBalancer:
      consistentHash:
        ${hash}`);

const pool = (limits: string): string =>
  policy(`connectionPool:
      ${limits}`);

/** A hash by what a connection does not have. */
export const hashWithoutRequests = check({
  id: "hash-without-requests",
  code: "MESH0376",
  aliases: [],
  level: "warning",
  kinds: [Kind.DestinationRule],
  summary:
    "Clients are spread by a header, cookie or parameter, and the ports of the host carry no requests that a proxy sees.",
  why: "Of a TCP connection the proxy knows the address alone: each one goes to whatever Pod, and nobody stays with his.",
  fix: "Write useSourceIp, or name the port by its protocol if it carries HTTP.",
  url: "https://istio.io/latest/docs/reference/config/networking/destination-rule/#LoadBalancerSettings-ConsistentHashLB",
  fires: objects("httpHeaderName: x-user # found"),
  silent: objects("useSourceIp: true"),
  *run({ id }, mesh) {
    yield* withoutRequests(mesh.ruleOf(id), mesh, hashOf);
  },
});

/** A pool of requests, where there are none. */
export const poolWithoutRequests = check({
  id: "pool-without-requests",
  code: "MESH0388",
  aliases: [],
  level: "warning",
  kinds: [Kind.DestinationRule],
  summary: "A pool limits requests, and the ports of the host carry none that a proxy sees.",
  why: "Of TCP the proxy counts connections alone: what stands below http limits nothing.",
  fix: "Write the limits of connections below tcp, or name the port by its protocol if it carries HTTP.",
  url: "https://istio.io/latest/docs/reference/config/networking/destination-rule/#ConnectionPoolSettings",
  fires: pool("http: {http1MaxPendingRequests: 5} # found"),
  silent: pool("tcp: {maxConnections: 5}"),
  *run({ id }, mesh) {
    yield* withoutRequests(mesh.ruleOf(id), mesh, poolOf);
  },
});
