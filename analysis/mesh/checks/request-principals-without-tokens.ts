import type { AuthorizationPolicySpec } from "../../../schemas/kinds/security/authorization-policy";
import { check, type Verdict } from "../check";
import type { Declared } from "../declared-set";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import { hasSelector, targetGateways, targetServices, targetsOf } from "../model/policies";
import { policiesAtService, waypointsOfService } from "../waypoint-policies";

/** Path of the first condition by which every request without a token is refused. */
function tokenPath({ action = "ALLOW", rules = [] }: AuthorizationPolicySpec): string | undefined {
  const wanted = action === "ALLOW" ? "requestPrincipals" : "notRequestPrincipals";
  for (const [i, { from = [] }] of rules.entries()) {
    const j = from.findIndex(({ source = {} }) => source[wanted]?.length);
    const others = from.some(({ source = {} }) => !source[wanted]?.length);
    if (j >= 0 && !others) {
      return `spec.rules[${i}].from[${j}].source.${wanted}`;
    }
  }
  return undefined;
}

/** Whether something reads tokens wherever the policy is followed. */
function readsTokens(policy: Declared<AuthorizationPolicySpec>, mesh: Mesh): boolean {
  const { id, spec } = policy;
  const { requestAuthentications } = mesh;
  if (targetsOf(spec).length > 0) {
    const services = targetServices(spec).flatMap(({ name }) =>
      policiesAtService(requestAuthentications, mesh, id.namespace, name),
    );
    return services.length > 0 || isOnGateway(policy, mesh);
  }
  const chosen = mesh.chosenBy(policy);
  return (
    requestAuthentications.all.some(
      (one) => !hasSelector(one.spec) && one.id.namespace === id.namespace,
    ) ||
    chosen.length === 0 ||
    chosen.some((workload) => requestAuthentications.on(workload).length > 0)
  );
}

/** Whether a Service is behind a waypoint that a policy is attached to. */
const isBehind = ({ id, spec }: Declared<AuthorizationPolicySpec>, waypoints: readonly string[]) =>
  targetGateways(spec).some(({ name }) => waypoints.includes(`${id.namespace}/${name}`));

/**
 * Policies of a Gateway of the API meet those of the same Gateway, of the class of waypoints, and of Services
 * that it is the waypoint of.
 */
const isOnGateway = (policy: Declared<AuthorizationPolicySpec>, mesh: Mesh): boolean =>
  mesh.requestAuthentications.all.some(({ id, spec }) =>
    targetsOf(spec).some(
      ({ kind, name }) =>
        kind === "GatewayClass" ||
        (kind === "Gateway" && isBehind(policy, [`${id.namespace}/${name}`])) ||
        (kind === "Service" && isBehind(policy, waypointsOfService(mesh, id.namespace, name))),
    ),
  );

function* judge(policy: Declared<AuthorizationPolicySpec>, mesh: Mesh): Iterable<Verdict> {
  const path = tokenPath(policy.spec);
  if (path === undefined || readsTokens(policy, mesh)) {
    return;
  }
  const near = mesh.requestAuthentications.all.filter(
    ({ id }) => id.namespace === policy.id.namespace,
  );
  const others = near.map(({ id }) => objectWords(id)).join(", ");
  yield {
    path,
    message:
      near.length === 0
        ? `no RequestAuthentication reads tokens where this policy asks for them, so that no request has a principal`
        : `${others} is for other workloads, so that no request has a principal where this policy asks for one`,
    related: near.map(({ id }) => id),
    // It may lie with another team, as long as the namespace has none at all.
    level: near.length === 0 ? "warning" : "error",
  };
}

/** A policy that asks for a token's identity where nothing reads tokens. */
export const requestPrincipalsWithoutTokens = check({
  id: "request-principals-without-tokens",
  code: "MESH0205",
  aliases: [],
  level: "error",
  kinds: [Kind.AuthorizationPolicy],
  summary: "A policy asks for the identity in a token where no RequestAuthentication reads tokens.",
  why: "No request has such an identity: each is answered with 403, with a good token too.",
  fix: "Write a RequestAuthentication with the same selector or targetRefs.",
  url: "https://istio.io/latest/docs/reference/config/security/request_authentication/",
  fires: `apiVersion: apps/v1
kind: Deployment
metadata: {name: profile, namespace: users}
spec:
  template:
    metadata: {labels: {app: profile}}
    spec: {containers: [{name: profile}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: admin, namespace: users}
spec:
  template:
    metadata: {labels: {app: admin}}
    spec: {containers: [{name: admin}]}
---
apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: {name: admin, namespace: users}
spec:
  selector: {matchLabels: {app: admin}}
  jwtRules: [{issuer: "https://id.example.com", jwksUri: "https://id.example.com/keys"}]
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: profile, namespace: users}
spec:
  selector: {matchLabels: {app: profile}}
  rules:
  - from:
    - source:
        requestPrincipals: ["https://id.example.com/*"] # found
`,
  silent: `apiVersion: apps/v1
kind: Deployment
metadata: {name: profile, namespace: users}
spec:
  template:
    metadata: {labels: {app: profile}}
    spec: {containers: [{name: profile}]}
---
apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: {name: all, namespace: istio-system}
spec:
  jwtRules: [{issuer: "https://id.example.com", jwksUri: "https://id.example.com/keys"}]
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: profile, namespace: users}
spec:
  selector: {matchLabels: {app: profile}}
  action: DENY
  rules:
  - from:
    - source:
        notRequestPrincipals: ["*"]
    to:
    - operation: {ports: ["8080"]}
`,
  *run(policy, mesh) {
    yield* judge(policy, mesh);
  },
});
