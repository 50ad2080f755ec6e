import type {
  DestinationRuleSpec,
  TrafficPolicy,
} from "../../../schemas/kinds/networking/destination-rule";
import type { ServiceEntrySpec } from "../../../schemas/kinds/networking/service-entry";
import { coversHost } from "../../../values/host";
import { check, type Verdict } from "../check";
import type { Declared } from "../declared-set";
import { fields } from "../fields";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import type { Rule } from "../model/destination-rules";
import { hasNearer } from "../model/servers";
import { meet } from "../model/service-entry-ports";
import type { Host } from "../model/services";
import { quoted } from "../words";

/** Protocols of the ports for which proxies get a cluster that asks DNS for each name. */
const looked = new Set(["HTTP", "HTTP2", "GRPC", "TLS"]);

const portsOf = ({ ports }: Host) => ports.filter(({ protocol }) => looked.has(protocol));

const isDynamic = ({ source, host }: Host): boolean =>
  source.id.kind === "ServiceEntry" &&
  (source.spec as ServiceEntrySpec).resolution === "DYNAMIC_DNS" &&
  host.startsWith("*");

const dynamicHosts = (mesh: Mesh): readonly Host[] => mesh.hosts.all.filter(isDynamic);

/** Path of the outlier detection that is for a port: of a port's own policy, nothing else holds. */
function pathFor({ outlierDetection, portLevelSettings = [] }: TrafficPolicy, port: number) {
  const own = portLevelSettings.findIndex((one) => one.port?.number === port);
  if (own === -1) {
    return outlierDetection && "spec.trafficPolicy.outlierDetection";
  }
  return (
    portLevelSettings[own]?.outlierDetection &&
    `spec.trafficPolicy.portLevelSettings[${own}].outlierDetection`
  );
}

/** The hosts for which proxies follow a rule. */
const hostsOf = (rule: Rule, mesh: Mesh): readonly Host[] =>
  mesh
    .fact(dynamicHosts)
    .filter(
      (one) =>
        (rule.host === one.host ||
          (coversHost(rule.host, one.host) && !hasNearer(mesh, rule, one.host))) &&
        meet(rule, one),
    );

function* ofRule({ id, spec }: Declared<DestinationRuleSpec>, mesh: Mesh): Iterable<Verdict> {
  const { trafficPolicy } = spec;
  if (trafficPolicy === undefined) {
    return;
  }
  const told = new Set<string>();
  for (const host of hostsOf(mesh.ruleOf(id), mesh)) {
    for (const { port } of portsOf(host)) {
      const path = pathFor(trafficPolicy, port);
      if (path !== undefined && !told.has(path)) {
        told.add(path);
        yield {
          path,
          message: `${quoted(host.host)} is a wildcard of resolution DYNAMIC_DNS: istiod panics as it writes outlier detection for it`,
          related: [host.source.id],
        };
      }
    }
  }
}

/** What the mesh config sets for all hosts. */
function* ofEntry({ id }: Declared, mesh: Mesh): Iterable<Verdict> {
  const usual = fields(mesh.config.all.defaultTrafficPolicy).outlierDetection;
  const host = mesh
    .fact(dynamicHosts)
    .find((one) => one.source.id.name === id.name && one.namespace === id.namespace);
  if (usual !== undefined && host !== undefined && portsOf(host).length > 0) {
    yield {
      path: "spec.resolution",
      message: `defaultTrafficPolicy.outlierDetection of the mesh config is for all hosts, and istiod panics as it writes it for ${quoted(host.host)}`,
    };
  }
}

/** Outlier detection for names that are looked up one by one, over which istiod ends. */
export const dynamicDnsOutlier = check({
  id: "dynamic-dns-outlier",
  code: "MESH0329",
  aliases: [],
  level: "error",
  kinds: [Kind.DestinationRule, Kind.ServiceEntry],
  summary:
    "Outlier detection is set for a wildcard host of resolution DYNAMIC_DNS, over which istiod crashes.",
  why: "istiod takes it for a cluster with endpoints of its own: it panics for each proxy that sees the host, and the mesh is without a control plane.",
  fix: "Leave `outlierDetection` out for the host.",
  url: "https://istio.io/latest/docs/reference/config/networking/service-entry/#ServiceEntry-Resolution",
  fires: `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: partners, namespace: out}
spec:
  hosts: ["*.partners.example.com"]
  ports: [{number: 443, name: tls, protocol: TLS}]
  location: MESH_EXTERNAL
  resolution: DYNAMIC_DNS
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: partners, namespace: out}
spec:
  host: "*.partners.example.com"
  trafficPolicy:
    outlierDetection: {consecutive5xxErrors: 3} # found
`,
  silent: `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: partners, namespace: out}
spec:
  hosts: ["*.partners.example.com"]
  ports: [{number: 443, name: tls, protocol: TLS}]
  location: MESH_EXTERNAL
  resolution: DYNAMIC_DNS
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: partners, namespace: out}
spec:
  host: "*.partners.example.com"
  trafficPolicy:
    connectionPool: {tcp: {connectTimeout: 3s}}
    outlierDetection: {consecutive5xxErrors: 3}
    portLevelSettings: [{port: {number: 443}, connectionPool: {tcp: {connectTimeout: 2s}}}]
`,
  *run(object, mesh) {
    yield* object.id.kind === "DestinationRule"
      ? ofRule(object as Declared<DestinationRuleSpec>, mesh)
      : ofEntry(object, mesh);
  },
});
