import { isKnown } from "../../arguments/when-known";
import { withNamespace } from "../../values/namespaced-name";
import { serviceOfHost } from "../../values/service-host";
import type { ClientTls } from "../policies/traffic/client-tls-args";
import { homesOf, hostRuleFacts, notInsteadOf, tlsPorts } from "../policies/traffic/host-rule";
import { plainTextChecks } from "../policies/traffic/plain-text";
import type { TrafficPolicyOptions } from "../policies/traffic/traffic-policy-args";
import { trafficPolicyClaim } from "../policies/traffic/traffic-policy-claim";
import { clusterDomainOf } from "../routing/cluster-domain";
import { externalHostClaims, visibleIn } from "../routing/external/external-host-claim";
import { notElsewhere } from "../routing/external/external-host-twice";
import { meshRouteClaim } from "../routing/mesh-route-claim";
import { serviceHost } from "../routing/service-host";
import type { DeclaredMeshObject } from "./declared-mesh-object";
import type { ExternalPortFact } from "./facts/service-facts";
import type { HostRuleFact } from "./facts/traffic-facts";
import { labelledWaypoint } from "./named-waypoint";
import { type Claim, type Demand, demand, type Fact, fact, type Part } from "./part";
import { type Fields, fields, list, text, texts } from "./plain-fields";
import { waypointOf } from "./waypoint-label";

/** The full host that a field of an object means. */
const fullHost = (
  host: unknown,
  { namespace, program }: Pick<DeclaredMeshObject, "namespace" | "program">,
): string | undefined => {
  const short = text(host);
  return short === undefined
    ? undefined
    : (serviceHost(short, namespace, clusterDomainOf(undefined, program)) as string);
};

/** A second rule in its namespace, which a canary's own would contradict. */
const noCanary = (host: string, namespace: string): Demand =>
  demand({
    topic: "canary",
    key: [host],
    path: "spec.trafficPolicy",
    test: ({ owner }) =>
      `is a second rule for ${host} in ${namespace}, which ${owner} has rules for: of two in one namespace istiod follows the policy of one (KIA0201); say it in \`trafficPolicy\` of the canary`,
  });

/** The policy of a rule as components have it, as far as it says what is spoken. */
const policyOf = (policy: Fields): TrafficPolicyOptions => ({
  ...(policy.tls !== undefined && { tls: policy.tls as ClientTls }),
  portLevelSettings: list(policy.portLevelSettings).map(({ port, tls }) => ({
    port: fields(port).number as number,
    ...(tls !== undefined && { tls: tls as ClientTls }),
  })),
});

/** Versions that routes can name, and a rule that a canary's own would contradict. */
function destinationRule({ owner, spec, namespace, program }: DeclaredMeshObject): Part {
  const host = fullHost(spec.host, { namespace, program });
  if (host === undefined) {
    return {};
  }
  const versions = list(spec.subsets).flatMap(({ name }) => text(name) ?? []);
  const facts = versions.map(
    (version): Fact =>
      fact({
        topic: "subset",
        key: [host, version],
        value: { host, version },
        path: "spec.subsets",
      }),
  );
  const isForAll = spec.trafficPolicy !== undefined && spec.workloadSelector === undefined;
  const [where, service] = serviceOfHost(host) ?? [];
  // Several with subsets repeat one policy, as a rule for each version does.
  const isClaimed = isForAll && isKnown(spec.subsets) && list(spec.subsets).length === 0;
  const policy = policyOf(fields(spec.trafficPolicy));
  const labels = fields(spec.workloadSelector).matchLabels as Record<string, string> | undefined;
  const place = { host, namespace, ...(labels && { selector: labels }) };
  const isNeeded = labels === undefined && homesOf(host, program).includes(namespace);
  const rule: HostRuleFact = {
    owner,
    namespace,
    visibleIn: visibleIn(namespace, spec.exportTo as string[] | undefined).flatMap(
      (one) => text(one) ?? [],
    ),
    subsets: versions,
    tlsAt: tlsPorts(policy),
    way: "write what they need into both",
  };
  return {
    facts: [...facts, ...(isNeeded ? hostRuleFacts(host, "spec", rule) : [])],
    claims: isClaimed
      ? [
          trafficPolicyClaim(
            { host, namespace },
            "spec.trafficPolicy",
            "of two rules in one namespace istiod follows the policy of one (KIA0201); write both into one",
          ),
        ]
      : [],
    demands: [
      ...(isForAll && !isClaimed && where === namespace ? [noCanary(host, namespace)] : []),
      notInsteadOf(place, "spec", { ...policy, subsets: versions }, program),
    ],
    atEnd:
      service !== undefined && where !== undefined
        ? plainTextChecks([where, service], (inner) => `spec.trafficPolicy.${inner}`, policy)
        : [],
  };
}

/** The object itself, which a policy may name, and the waypoint that its labels name. */
function entryFact(owner: string, namespace: string, name: string, labels: Fields): Fact {
  const waypoint = waypointOf(labels, namespace);
  return fact({
    topic: "serviceEntry",
    key: [namespace, name],
    path: "metadata",
    value: { owner, ...(waypoint && { waypoint }) },
  });
}

/** A host that proxies know from now on. */
function serviceEntry({ owner, spec, namespace, name, labels }: DeclaredMeshObject): Part {
  const seenIn = visibleIn(namespace, spec.exportTo as string[] | undefined);
  const ports = list(spec.ports).map(({ number, protocol }): ExternalPortFact => {
    const spoken = text(protocol);
    return {
      tlsAdded: false,
      ...(typeof number === "number" && { number }),
      ...(spoken !== undefined && { protocol: spoken }),
    };
  });
  const resolution = text(spec.resolution ?? "NONE");
  const hosts = texts(spec.hosts);
  const seen = seenIn.flatMap((one) => text(one) ?? []);
  const { demands, atEnd } = labelledWaypoint(labels, namespace, "services", "metadata.labels");
  return {
    atEnd,
    demands: [
      ...demands,
      ...hosts.map((host) =>
        notElsewhere(host, "spec.hosts", { namespace, visibleIn: seen, ports }),
      ),
    ],
    claims: hosts.flatMap((host) =>
      ports.flatMap(({ number }) =>
        number === undefined
          ? []
          : externalHostClaims(
              host,
              number,
              seenIn,
              "spec.hosts",
              "which of two is called depends on which came first; leave one of them out",
            ),
      ),
    ),
    facts: [
      entryFact(owner, namespace, name, labels),
      ...hosts.map((host) =>
        fact({
          topic: "externalHost",
          key: [host],
          path: "spec.hosts",
          value: {
            owner,
            host,
            namespace,
            visibleIn: seen,
            ports,
            ...(resolution !== undefined && { resolution }),
          },
        }),
      ),
    ],
  };
}

/** Requests inside the mesh that it routes for everybody, at all ports. */
function meshRoutes(object: DeclaredMeshObject): Claim[] {
  const { spec } = object;
  const gateways = spec.gateways === undefined ? ["mesh"] : texts(spec.gateways);
  const isForAll = spec.exportTo === undefined || texts(spec.exportTo).includes("*");
  const atOnePort = list(spec.http).every(
    ({ match }) => list(match).length > 0 && list(match).every(({ port }) => port !== undefined),
  );
  return gateways.includes("mesh") && isForAll && !atOnePort
    ? texts(spec.hosts).map((host, i) =>
        meshRouteClaim(
          fullHost(host, object) ?? host,
          `spec.hosts[${i}]`,
          "clients follow one of two (IST0109); write all routes into one",
        ),
      )
    : [];
}

/** Services to which gateways send requests by it. */
function gatewayRoutes(object: DeclaredMeshObject): Fact[] {
  const { owner, spec, namespace } = object;
  const gateways = texts(spec.gateways)
    .filter((gateway) => gateway !== "mesh")
    .map((gateway) => withNamespace(gateway, namespace));
  const hosts = list(spec.http)
    .flatMap(({ route }) => list(route))
    .flatMap(({ destination }) => fullHost(fields(destination).host, object) ?? []);
  return gateways.length > 0
    ? [...new Set(hosts)].map((host) =>
        fact({
          topic: "gatewayRoute",
          key: [],
          path: "spec.http",
          value: { owner, host, gateways },
        }),
      )
    : [];
}

/** Objects that are about a host that clients call. */
export const declaredHosts: Record<string, (object: DeclaredMeshObject) => Part> = {
  DestinationRule: destinationRule,
  ServiceEntry: serviceEntry,
  VirtualService: (object) => ({ claims: meshRoutes(object), facts: gatewayRoutes(object) }),
};
