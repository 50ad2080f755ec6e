import type { TrafficPolicy } from "../../../schemas/kinds/networking/destination-rule";
import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { startsTls } from "../model/client-tls";
import type { Rule } from "../model/destination-rules";
import { isEncrypted } from "../model/protocol";
import { quoted } from "../words";

/** Traffic policies of a rule with their paths: its own, and those of its subsets. */
const policiesOf = ({ source, subsets }: Rule): [path: string, policy: TrafficPolicy][] =>
  [
    ["spec.trafficPolicy", source.spec.trafficPolicy] as const,
    ...subsets.map(
      ({ trafficPolicy }, i) => [`spec.subsets[${i}].trafficPolicy`, trafficPolicy] as const,
    ),
  ].flatMap(([path, policy]) => (policy === undefined ? [] : [[path, policy]]));

function* judge(
  mesh: Mesh,
  { host }: Rule,
  path: string,
  { tls, portLevelSettings = [] }: TrafficPolicy,
): Iterable<Verdict> {
  if (!startsTls(tls)) {
    return;
  }
  const hosts = mesh.hosts.named(host);
  for (const [i, { port, tls: own }] of portLevelSettings.entries()) {
    const meant = hosts.flatMap(({ ports }) => ports.filter((one) => one.port === port?.number));
    // What clients encrypt themselves is to have no TLS of the rule's.
    const isPlain = meant.length > 0 && !meant.some(({ protocol }) => isEncrypted(protocol));
    if (own === undefined && isPlain) {
      yield {
        path: `${path}.portLevelSettings[${i}]`,
        message: `settings for port ${port?.number} of ${quoted(host)} take the place of all others, and have no tls: mode ${tls?.mode} is not used there; repeat it, or write mode DISABLE`,
      };
    }
  }
}

const entry = `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: weather, namespace: farm}
spec:
  hosts: [api.weather.example.com]
  location: MESH_EXTERNAL
  resolution: DNS
  ports: [{number: 80, name: http, protocol: HTTP, targetPort: 443}, {number: 443, name: tls, protocol: TLS}]
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: weather, namespace: farm}
spec:
  host: api.weather.example.com
  trafficPolicy:
    tls: {mode: SIMPLE, sni: api.weather.example.com}
    portLevelSettings:
`;

/** Settings for a port that take TLS away from it. */
export const portLevelTls = check({
  id: "port-level-tls",
  code: "MESH0134",
  aliases: [],
  level: "warning",
  kinds: [Kind.DestinationRule],
  summary: "A DestinationRule starts TLS, and its settings for a port leave it out.",
  why: "Settings for a port inherit nothing: proxies speak plain text to that port, which the server does not understand, or which others can read.",
  fix: "Repeat `tls` in the settings for the port; write mode DISABLE where plain text is meant.",
  url: "https://istio.io/latest/docs/reference/config/networking/destination-rule/#TrafficPolicy-PortTrafficPolicy",
  fires: `${entry}    - port: {number: 80} # found
      connectionPool: {tcp: {maxConnections: 20}}
`,
  silent: `${entry}    - port: {number: 80}
      connectionPool: {tcp: {maxConnections: 20}}
      tls: {mode: SIMPLE, sni: api.weather.example.com}
    - port: {number: 443}
      connectionPool: {tcp: {maxConnections: 20}}
`,
  *run({ id }, mesh) {
    const rule = mesh.ruleOf(id);
    yield* each(policiesOf(rule), ([path, policy]) => judge(mesh, rule, path, policy));
  },
});
