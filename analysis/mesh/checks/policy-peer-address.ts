import { isPublicRange } from "../../../values/ip-range";
import { proxyConfigAnnotation } from "../../../values/known-names";
import { check, type Found } from "../check";
import { fields } from "../fields";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import { namedAddresses } from "../model/policy-values";
import type { Host } from "../model/services";
import type { Workload } from "../model/workloads";
import { quoted } from "../words";

const specOf = ({ source }: Host) => fields(source.object.spec);

const isOutward = (host: Host): boolean =>
  ["LoadBalancer", "NodePort"].includes(String(specOf(host).type));

/** What stands in the annotations of load balancers that pass the address on otherwise, such as by the PROXY protocol. */
const settings: readonly string[] = [
  "load-balancer",
  "loadbalancer",
  "proxy-protocol",
  "proxyprotocol",
  "forwarding-mode",
];

const replacesAddress = (host: Host): boolean =>
  specOf(host).externalTrafficPolicy !== "Local" &&
  !Object.keys(host.source.annotations).some((key) => settings.some((word) => key.includes(word)));

/** Whether a gateway may be told of the address by the PROXY protocol. */
const takesProxyProtocol = (workload: Workload, mesh: Mesh): boolean =>
  [
    fields(fields(mesh.config.all.defaultConfig).gatewayTopology).proxyProtocol !== undefined,
    workload.annotations[proxyConfigAnnotation]?.includes("proxyProtocol"),
    mesh.fact(filtersProxyProtocol),
  ].some(Boolean);

const filtersProxyProtocol = (mesh: Mesh): boolean =>
  JSON.stringify(mesh.set.all(Kind.EnvoyFilter).map(({ source }) => source)).includes(
    "proxy_protocol",
  );

/** Why connections to a workload never come from an address outside, as far as its Services say it. */
function reasonOf(
  workload: Workload,
  mesh: Mesh,
): { why: string; hosts: readonly Host[] } | undefined {
  const services = mesh.servicesOf(workload);
  const outward = services.filter(isOutward);
  const behind = services.flatMap(({ host }) => mesh.entrancesTo(host));
  if (workload.gateway === undefined && outward.length === 0 && behind.length > 0) {
    const gateways = new Set(behind.map(({ gateway }) => gateway));
    return {
      why: `those who call ${objectWords(workload.source.id)} from outside come through gateway ${[...gateways][0]}, whose address it is; write remoteIpBlocks`,
      hosts: [],
    };
  }
  const [first] = outward;
  const isReplaced = outward.every(replacesAddress) && !takesProxyProtocol(workload, mesh);
  return workload.gateway === "chart" && first !== undefined && isReplaced
    ? {
        why: `Service ${first.source.id.name} has not externalTrafficPolicy: Local, so that the address of a node takes the place of the caller's`,
        hosts: outward,
      }
    : undefined;
}

const objects = (more: string, source: string): string => `apiVersion: v1
kind: Service
metadata: {name: entry, namespace: front}
spec:
  type: LoadBalancer
  selector: {istio: entry}
  ports: [{port: 80, name: http}]${more}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: entry, namespace: front}
spec:
  template:
    metadata: {labels: {istio: entry}, annotations: {inject.istio.io/templates: gateway}}
    spec: {containers: [{name: istio-proxy, image: auto}]}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: office, namespace: front}
spec:
  selector: {matchLabels: {istio: entry}}
  rules:
  - from:
    - source:
        ipBlocks:
        - ${source}
`;

/** A policy for addresses outside, where none of them is seen. */
export const policyPeerAddress = check({
  id: "policy-peer-address",
  code: "MESH0226",
  aliases: [],
  level: "warning",
  kinds: [Kind.AuthorizationPolicy],
  summary:
    "An AuthorizationPolicy compares with the address of a peer, which is never the caller's.",
  why: "A node or a gateway stands between: who is to be let in is shut out, and who is to be denied comes in.",
  fix: "At a gateway set `externalTrafficPolicy: Local`, or tell it how many proxies it can trust and use `remoteIpBlocks`; behind one use `remoteIpBlocks`.",
  url: "https://istio.io/latest/docs/tasks/security/authorization/authz-ingress/",
  fires: objects("", "198.51.100.0/24 # found"),
  silent: objects("\n  externalTrafficPolicy: Local", "198.51.100.0/24"),
  *run(policy, mesh): Iterable<Found> {
    const named = namedAddresses(policy.spec).filter(({ value }) => isPublicRange(value));
    const chosen = named.length === 0 ? [] : mesh.chosenBy(policy);
    const reasons = chosen.map((workload) => reasonOf(workload, mesh));
    const [first] = reasons;
    const [value] = named;
    // Where one of its workloads sees the address, the rule has its use.
    if (first !== undefined && value !== undefined && reasons.every((one) => one !== undefined)) {
      yield {
        path: value.path,
        message: `${quoted(value.value)} is outside, and ${first.why}`,
        related: first.hosts.map(({ source }) => source.id),
      };
    }
  },
});
