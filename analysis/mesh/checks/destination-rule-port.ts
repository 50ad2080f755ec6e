import type { TrafficPolicy } from "../../../schemas/kinds/networking/destination-rule";
import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import type { Host } from "../model/services";
import { portWords, quoted } from "../words";

function* judge(
  policy: TrafficPolicy | undefined,
  path: string,
  hosts: readonly Host[],
): Iterable<Verdict> {
  const ports = hosts.flatMap((host) => host.ports);
  for (const [i, { port }] of (policy?.portLevelSettings ?? []).entries()) {
    const number = port?.number;
    if (number === undefined || ports.some((one) => one.port === number)) {
      continue;
    }
    const own = `${path}.portLevelSettings[${i}].port.number`;
    const meant = ports.filter(({ targetPort }) => targetPort === number);
    const [only] = new Set(meant.map((one) => one.port));
    yield {
      path: own,
      message: `${quoted(hosts[0]?.host ?? "")} has no port ${number}; it has ${portWords(hosts)}${
        meant.length === 0 ? "" : `: ${number} is where its Pods listen`
      }`,
      related: hosts.map(({ source }) => source.id),
      ...(meant.length === 1 && { fix: { path: own, value: only } }),
    };
  }
}

/** Settings for a port that the host does not have. */
export const destinationRulePort = check({
  id: "destination-rule-port",
  code: "MESH0326",
  aliases: [],
  level: "warning",
  kinds: [Kind.DestinationRule],
  summary: "A DestinationRule has settings for a port that its host does not have.",
  why: "Settings of a port are found by the Service's own number, not by that of its Pods: these have no effect, and the port goes without TLS, limits or balancing of its own.",
  fix: "Name a port of the Service.",
  url: "https://istio.io/latest/docs/reference/config/networking/destination-rule/#TrafficPolicy-PortTrafficPolicy",
  fires: `apiVersion: v1
kind: Service
metadata: {name: broker, namespace: mail}
spec:
  ports: [{port: 25, targetPort: 2525, name: tcp-smtp}, {port: 80, targetPort: 8080, name: http}]
  selector: {app: broker}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: broker, namespace: mail}
spec:
  host: broker
  trafficPolicy:
    portLevelSettings:
    - port:
        number: 2525 # found
      connectionPool: {tcp: {maxConnections: 20}}
  subsets:
  - name: all
    trafficPolicy:
      portLevelSettings:
      - port:
          number: 443 # found
        connectionPool: {tcp: {maxConnections: 20}}
`,
  silent: `apiVersion: v1
kind: Service
metadata: {name: broker, namespace: mail}
spec:
  ports: [{port: 25, targetPort: 2525, name: tcp-smtp}, {port: 80, targetPort: 8080, name: http}]
  selector: {app: broker}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: broker, namespace: mail}
spec:
  host: broker
  trafficPolicy:
    portLevelSettings:
    - {port: {number: 25}, connectionPool: {tcp: {maxConnections: 20}}}
`,
  *run({ id, spec }, mesh) {
    const hosts = mesh.hosts.named(mesh.ruleOf(id).host);
    // A Service that is a name for a host outside has the ports of that host.
    if (
      hosts.flatMap(({ ports }) => ports).length === 0 ||
      hosts.some(({ externalName }) => externalName !== undefined)
    ) {
      return;
    }
    const { trafficPolicy, subsets = [] } = spec;
    yield* each(
      [
        { policy: trafficPolicy, path: "spec.trafficPolicy" },
        ...subsets.map((subset, i) => ({
          policy: subset.trafficPolicy,
          path: `spec.subsets[${i}].trafficPolicy`,
        })),
      ],
      ({ policy, path }) => judge(policy, path, hosts),
    );
  },
});
