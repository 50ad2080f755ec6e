import type { TrafficPolicy } from "../../../schemas/kinds/networking/destination-rule";
import { check } from "../check";
import { Kind } from "../kinds";
import type { Rule } from "../model/destination-rules";
import { seesRequests } from "../model/protocol";
import { hostsOfRule } from "../model/servers";
import { portWords } from "../words";

/** Keys of a hash that only a request has. */
const ofRequests = ["httpHeaderName", "httpCookie", "httpQueryParameterName"] as const;

interface Hash {
  readonly path: string;
  readonly key: (typeof ofRequests)[number];
  /** The one port that it is for. */
  readonly port: number | undefined;
}

function* ofPolicy(policy: TrafficPolicy | undefined, path: string): Iterable<Hash> {
  const { loadBalancer, portLevelSettings = [] } = policy ?? {};
  const all = [
    { loadBalancer, path, port: undefined },
    ...portLevelSettings.map((own, i) => ({
      loadBalancer: own.loadBalancer,
      path: `${path}.portLevelSettings[${i}]`,
      port: own.port?.number,
    })),
  ];
  for (const one of all) {
    const hash = one.loadBalancer?.consistentHash;
    const key = ofRequests.find((name) => hash?.[name] !== undefined);
    if (key !== undefined) {
      yield { path: `${one.path}.loadBalancer.consistentHash.${key}`, key, port: one.port };
    }
  }
}

const hashesOf = ({ source, subsets }: Rule): Hash[] => [
  ...ofPolicy(source.spec.trafficPolicy, "spec.trafficPolicy"),
  ...subsets.flatMap(({ trafficPolicy }, i) => [
    ...ofPolicy(trafficPolicy, `spec.subsets[${i}].trafficPolicy`),
  ]),
];

const objects = (hash: string): string => `apiVersion: v1
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
    loadBalancer:
      consistentHash:
        ${hash}
`;

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
    const rule = mesh.ruleOf(id);
    const hashes = hashesOf(rule);
    const hosts = hashes.length === 0 || rule.host.startsWith("*") ? [] : hostsOfRule(mesh, rule);
    for (const { path, key, port } of hashes) {
      const ports = hosts
        .flatMap((host) => host.ports)
        .filter((one) => port === undefined || one.port === port);
      if (ports.length > 0 && !ports.some(({ protocol }) => seesRequests(protocol))) {
        yield {
          path,
          message: `${key} is of requests, and no port of ${rule.host} carries such for a proxy: ${portWords(hosts)}`,
          related: hosts.map(({ source }) => source.id),
        };
      }
    }
  },
});
