import type { AuthorizationPolicySpec } from "../../../schemas/kinds/security/authorization-policy";
import { check } from "../check";
import type { Declared } from "../declared-set";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import { serversOf } from "../model/gateways";
import type { Workload } from "../model/workloads";
import { plainlyCalled } from "../plainly-called";

const ofSources = [
  "principals",
  "notPrincipals",
  "namespaces",
  "notNamespaces",
  "serviceAccounts",
  "notServiceAccounts",
  "trustDomains",
  "notTrustDomains",
] as const;
const keysOfCallers = [
  "source.principal",
  "source.namespace",
  "source.serviceAccount",
  "source.trustDomain",
];
const keysOfTls = [...keysOfCallers, "connection.sni"];

/** Paths of what only mutual TLS can prove. */
const identityPaths = ({ rules = [] }: AuthorizationPolicySpec, keys = keysOfTls): string[] =>
  rules.flatMap(({ from = [], when = [] }, i) => [
    ...from.flatMap(({ source = {} }, j) =>
      ofSources
        .filter((field) => source[field]?.length)
        .map((field) => `spec.rules[${i}].from[${j}].source.${field}`),
    ),
    ...when.flatMap(({ key }, j) =>
      keys.includes(key) ? [`spec.rules[${i}].when[${j}].key`] : [],
    ),
  ]);

/** Modes in which the client shows a certificate, which the gateway reads. */
const proving = ["MUTUAL", "ISTIO_MUTUAL", "OPTIONAL_MUTUAL"];

/** Whether a gateway has servers, and none of them learns who calls. */
function asksNobody(workload: Workload, mesh: Mesh): boolean {
  const servers = mesh.gateways
    .filter(({ workloads }) => workload.gateway === "chart" && workloads.includes(workload))
    .flatMap(serversOf);
  return (
    servers.length > 0 && !servers.some(({ server: { tls } }) => proving.includes(tls?.mode ?? ""))
  );
}

/** Gateways of a policy, where it is for such alone. */
function anonymousGateways(policy: Declared<AuthorizationPolicySpec>, mesh: Mesh): Workload[] {
  const chosen = mesh.chosenBy(policy);
  return chosen.every((workload) => asksNobody(workload, mesh)) ? [...chosen] : [];
}

/** A policy that asks who calls, on a workload that takes or gets plain text alone. */
export const identityWithoutMutualTls = check({
  id: "identity-without-mutual-tls",
  code: "KIA0105",
  aliases: [],
  level: "error",
  kinds: [Kind.AuthorizationPolicy],
  summary: "A policy asks who calls, and the workload is called without mutual TLS.",
  why: "Without mutual TLS nobody has an identity: what allows by it lets nobody in, what denies by it lets everybody in.",
  fix: "Set the PeerAuthentication's mode to STRICT or PERMISSIVE and that of DestinationRules to ISTIO_MUTUAL, at a gateway the TLS mode of its servers, or ask for addresses.",
  url: "https://kiali.io/docs/features/validations/#kia0105---this-field-requires-mtls-to-be-enabled",
  fires: `apiVersion: v1
kind: Namespace
metadata: {name: bank, labels: {istio.io/rev: stable}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: teller, namespace: bank}
spec:
  template:
    metadata: {labels: {app: teller}}
    spec: {containers: [{name: teller}]}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: default, namespace: bank}
spec: {mtls: {mode: DISABLE}}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: teller, namespace: bank}
spec:
  selector: {matchLabels: {app: teller}}
  rules:
  - from:
    - source:
        namespaces: [bank] # found
`,
  silent: `apiVersion: v1
kind: Namespace
metadata: {name: bank, labels: {istio.io/rev: stable}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: vault, namespace: bank}
spec:
  template:
    metadata: {labels: {app: vault}}
    spec: {containers: [{name: vault}]}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: default, namespace: bank}
spec: {mtls: {mode: DISABLE}}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: vault, namespace: bank}
spec:
  selector: {matchLabels: {app: vault}}
  rules:
  - from:
    - source:
        ipBlocks: [10.0.0.0/8]
`,
  *run(policy, mesh) {
    const paths = identityPaths(policy.spec);
    const [plain] = paths.length === 0 ? [] : plainlyCalled(policy, mesh);
    if (plain !== undefined) {
      const { words, related } = plain;
      yield* paths.map((path) => ({
        path,
        message: `${words}, so that nobody who calls has an identity`,
        related,
      }));
    }
    const ofCallers = identityPaths(policy.spec, keysOfCallers);
    const [gateway] = ofCallers.length === 0 ? [] : anonymousGateways(policy, mesh);
    if (gateway !== undefined) {
      yield* ofCallers.map((path) => ({
        path,
        message: `${objectWords(gateway.source.id)} has no server that reads certificates of clients (MUTUAL, ISTIO_MUTUAL), so that nobody who calls has an identity`,
        related: [gateway.source.id],
        level: "warning" as const,
      }));
    }
  },
});
