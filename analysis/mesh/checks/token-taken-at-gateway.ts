import type { AuthorizationPolicySpec } from "../../../schemas/kinds/security/authorization-policy";
import type { RequestAuthenticationSpec } from "../../../schemas/kinds/security/request-authentication";
import { check, type Verdict } from "../check";
import type { Declared } from "../declared-set";
import { each } from "../each";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import { asksForToken } from "../model/policy-values";
import type { Host } from "../model/services";
import type { Workload } from "../model/workloads";
import { quoted } from "../words";

type Authentication = Declared<RequestAuthenticationSpec>;
type Jwt = NonNullable<RequestAuthenticationSpec["jwtRules"]>[number];

/** The Pods of gateways that each policy is for. */
function gatewayPods(mesh: Mesh): ReadonlyMap<Authentication, ReadonlySet<Workload>> {
  const found = new Map<Authentication, Set<Workload>>();
  for (const pod of mesh.workloads.filter(({ gateway }) => gateway !== undefined)) {
    for (const policy of mesh.requestAuthentications.on(pod)) {
      found.set(policy, (found.get(policy) ?? new Set()).add(pod));
    }
  }
  return found;
}

/** Hosts that some of these gateways send requests to. */
const hostsBehind = (gateways: ReadonlySet<Workload>, mesh: Mesh): readonly Host[] =>
  mesh.hosts.all.filter(({ host }) =>
    mesh.entrancesTo(host).some(({ pods }) => pods.some((pod) => gateways.has(pod))),
  );

/** Places of a request in which a token is looked for; without any it is where tokens usually are. */
function placesOf({ fromHeaders = [], fromParams = [], fromCookies = [] }: Jwt): string[] {
  const all = [
    ...fromHeaders.map(({ name }) => `header ${name.toLowerCase()}`),
    ...fromParams.map((name) => `parameter ${name}`),
    ...fromCookies.map((name) => `cookie ${name}`),
  ];
  return all.length > 0 ? all : ["header authorization", "parameter access_token"];
}

/** Whether a workload reads tokens of an issuer too, and only where they are taken out. */
function readsToo(workload: Workload, taken: Jwt, policy: Authentication, mesh: Mesh): boolean {
  const places = placesOf(taken);
  const rules = mesh.requestAuthentications
    .on(workload)
    .filter((own) => own !== policy)
    .flatMap(({ spec }) => spec.jwtRules ?? [])
    .filter(({ issuer }) => issuer === taken.issuer);
  return rules.length > 0 && rules.flatMap(placesOf).every((place) => places.includes(place));
}

/** A policy by which nobody without a token comes in: who may come in for another reason needs none. */
function wantingOf(workload: Workload, mesh: Mesh): Declared<AuthorizationPolicySpec> | undefined {
  const policies = mesh.authorizations.on(workload);
  const allowing = policies.filter(({ spec }) => (spec.action ?? "ALLOW") === "ALLOW");
  const isOpen = allowing
    .flatMap(({ spec }) => spec.rules ?? [])
    .some((rule) => !asksForToken({ rules: [rule] }));
  return (
    policies.find(({ spec }) => spec.action === "DENY" && asksForToken(spec)) ??
    (isOpen ? undefined : allowing.find(({ spec }) => asksForToken(spec)))
  );
}

function* judge(
  rule: Jwt,
  i: number,
  policy: Authentication,
  hosts: readonly Host[],
  mesh: Mesh,
): Iterable<Verdict> {
  const { issuer = "", forwardOriginalToken, fromCookies = [] } = rule;
  if (forwardOriginalToken === true || fromCookies.length > 0) {
    return;
  }
  for (const workload of new Set(hosts.flatMap((host) => mesh.podsOf(host)))) {
    const wanting = wantingOf(workload, mesh);
    if (wanting !== undefined && readsToo(workload, rule, policy, mesh)) {
      yield {
        path: `spec.jwtRules[${i}]`,
        message: `tokens of ${quoted(issuer)} are taken out of requests here, and ${objectWords(wanting.id)} asks for them again at ${objectWords(workload.source.id)}; write forwardOriginalToken: true`,
        related: [wanting.id, workload.source.id],
        fix: { path: `spec.jwtRules[${i}].forwardOriginalToken`, value: true },
      };
      return;
    }
  }
}

const objects = (more: string): string => `apiVersion: apps/v1
kind: Deployment
metadata: {name: entry, namespace: front}
spec:
  template:
    metadata: {labels: {istio: entry}, annotations: {inject.istio.io/templates: gateway}}
    spec: {containers: [{name: istio-proxy, image: auto}]}
---
apiVersion: v1
kind: Service
metadata: {name: entry, namespace: front}
spec: {selector: {istio: entry}, ports: [{port: 80, name: http}]}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: entry, namespace: front}
spec:
  selector: {istio: entry}
  servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: [loans.example.com]}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: loans, namespace: library}
spec:
  hosts: [loans.example.com]
  gateways: [front/entry]
  http: [{route: [{destination: {host: loans}}]}]
---
apiVersion: v1
kind: Service
metadata: {name: loans, namespace: library}
spec: {ports: [{port: 80, targetPort: 8080, name: http}], selector: {app: loans}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: loans, namespace: library}
spec:
  template:
    metadata: {labels: {app: loans}}
    spec: {containers: [{name: loans, ports: [{containerPort: 8080}]}]}
---
apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: {name: loans, namespace: library}
spec:
  selector: {matchLabels: {app: loans}}
  jwtRules: [{issuer: "https://id.example.com", jwksUri: "https://id.example.com/keys"}]
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: loans, namespace: library}
spec:
  selector: {matchLabels: {app: loans}}
  rules: [{from: [{source: {requestPrincipals: ["*"]}}]}]
---
apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: {name: entry, namespace: front}
spec:
  selector: {matchLabels: {istio: entry}}
  jwtRules:
  - ${more}
`;

/** A gateway that takes tokens out of requests, and a workload behind it that asks for them. */
export const tokenTakenAtGateway = check({
  id: "token-taken-at-gateway",
  code: "MESH0223",
  aliases: [],
  level: "error",
  kinds: [Kind.RequestAuthentication],
  summary: "A gateway takes tokens out of requests, and a policy behind it asks for them.",
  why: "A token that was read is not sent on: to the workload every request is one without, and is refused.",
  fix: "Set `forwardOriginalToken: true` at the gateway.",
  url: "https://istio.io/latest/docs/reference/config/security/jwt/#JWTRule",
  fires: objects(`issuer: "https://id.example.com" # found
    jwksUri: "https://id.example.com/keys"`),
  silent: objects(`issuer: "https://id.example.com"
    jwksUri: "https://id.example.com/keys"
    forwardOriginalToken: true`),
  *run(policy, mesh) {
    const at = mesh.fact(gatewayPods).get(policy);
    const hosts = at === undefined ? [] : hostsBehind(at, mesh);
    const rules = policy.spec.jwtRules ?? [];
    yield* each(rules.entries(), ([i, rule]) => judge(rule, i, policy, hosts, mesh));
  },
});
