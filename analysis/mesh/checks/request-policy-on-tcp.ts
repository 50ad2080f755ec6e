import type {
  AuthorizationPolicyRule,
  AuthorizationPolicySpec,
} from "../../../schemas/kinds/security/authorization-policy";
import { check, type Verdict } from "../check";
import type { Declared } from "../declared-set";
import { seesNoRequests } from "../http-alone";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import { seesRequests } from "../model/protocol";
import { requestConditions } from "../model/request-conditions";
import type { HostPort } from "../model/services";
import type { Workload } from "../model/workloads";

/** Ports of Pods that a rule is about; none where it is about all. */
const portsOf = ({ to = [] }: AuthorizationPolicyRule): string[] =>
  to.flatMap(({ operation }) => operation?.ports ?? []);

interface Reached {
  readonly workload: Workload;
  readonly port: HostPort;
}

/** Ports of the Services of a policy's workloads. */
const reached = (policy: Declared<AuthorizationPolicySpec>, mesh: Mesh): Reached[] =>
  mesh
    .chosenBy(policy)
    .filter(({ gateway }) => gateway === undefined)
    .flatMap((workload) =>
      mesh
        .servicesOf(workload)
        .flatMap(({ ports }) => ports)
        .filter(({ transport }) => transport === "TCP")
        .map((port) => ({ workload, port })),
    );

/** Whether a policy lets anybody in without looking at a request. */
function admitsConnections({ spec }: Declared<AuthorizationPolicySpec>): boolean {
  const { rules = [], action = "ALLOW" } = spec;
  const ofRequests = new Set(requestConditions(spec).map(({ rule }) => rule));
  return action === "ALLOW" && ofRequests.size < rules.length;
}

/** The ports at which a rule is for nothing: all that it is for, or all of a workload that nothing else opens. */
function closed(reached: readonly Reached[], action: string, mesh: Mesh): readonly Reached[] {
  const isBlind = ({ port }: Reached) => !seesRequests(port.protocol);
  const blind = reached.filter(isBlind);
  if (action === "DENY" || blind.length === reached.length) {
    return blind;
  }
  const isShut = ({ workload }: Reached) =>
    reached.filter((one) => one.workload === workload).every(isBlind) &&
    !mesh.authorizations.on(workload).some(admitsConnections);
  return action === "ALLOW" ? blind.filter(isShut) : [];
}

function* judge(policy: Declared<AuthorizationPolicySpec>, mesh: Mesh): Iterable<Verdict> {
  const { rules = [], action = "ALLOW" } = policy.spec;
  const ports = reached(policy, mesh);
  const told = new Set<number>();
  for (const { rule, name, path } of requestConditions(policy.spec)) {
    const named = portsOf(rules[rule] ?? {});
    const own = ports.filter(
      ({ port }) => named.length === 0 || named.includes(String(port.targetPort)),
    );
    const [first] = closed(own, action, mesh);
    if (first === undefined || told.has(rule)) {
      continue;
    }
    told.add(rule);
    const { workload, port } = first;
    const then = action === "DENY" ? "every connection to it is denied" : "the rule lets nobody in";
    yield {
      path,
      message: `${name} is seen in requests alone, and port ${port.port} (${port.name ?? port.protocol}) of ${objectWords(workload.source.id)} is ${port.protocol}: ${then}`,
      related: [workload.source.id],
    };
  }
}

/** A rule about requests at gateways that see none: what they pass on is TLS of others, or plain TCP. */
function* judgeGateways(policy: Declared<AuthorizationPolicySpec>, mesh: Mesh): Iterable<Verdict> {
  const gateways = mesh.chosenBy(policy);
  const blind = gateways.filter((workload) => seesNoRequests(workload, mesh));
  const [first] = blind;
  if (first === undefined || blind.length < gateways.length) {
    return;
  }
  const then =
    policy.spec.action === "DENY" ? "every connection is denied" : "the rule lets nobody in";
  const told = new Set<number>();
  for (const { rule, name, path } of requestConditions(policy.spec)) {
    if (!told.has(rule)) {
      told.add(rule);
      yield {
        path,
        message: `${name} is seen in requests alone, and ${objectWords(first.source.id)} passes connections on as they are: ${then}`,
        related: [first.source.id],
      };
    }
  }
}

/** A rule about requests at a port where the proxy sees connections alone. */
export const requestPolicyOnTcp = check({
  id: "request-policy-on-tcp",
  code: "MESH0206",
  aliases: [],
  level: "warning",
  kinds: [Kind.AuthorizationPolicy],
  summary: "A rule about requests is for a port where the proxy sees connections alone.",
  why: "A rule that allows takes no connection, one that denies takes every one.",
  fix: "Name the ports of HTTP in the rule, or give the Service's port its protocol by name or appProtocol.",
  url: "https://istio.io/latest/docs/reference/config/security/authorization-policy/",
  fires: `apiVersion: v1
kind: Service
metadata: {name: mixed, namespace: depot}
spec:
  ports:
  - {port: 80, targetPort: 8080, name: http}
  - {port: 5432, name: tcp-sql}
  selector: {app: mixed}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: mixed, namespace: depot}
spec:
  template:
    metadata: {labels: {app: mixed}}
    spec: {containers: [{name: mixed, ports: [{containerPort: 8080}, {containerPort: 5432}]}]}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: mixed, namespace: depot}
spec:
  action: DENY
  selector: {matchLabels: {app: mixed}}
  rules:
  - to:
    - operation:
        paths: [/admin*] # found
`,
  silent: `apiVersion: v1
kind: Service
metadata: {name: mixed, namespace: depot}
spec:
  ports:
  - {port: 80, targetPort: 8080, name: http}
  - {port: 5432, name: tcp-sql}
  selector: {app: mixed}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: mixed, namespace: depot}
spec:
  template:
    metadata: {labels: {app: mixed}}
    spec: {containers: [{name: mixed, ports: [{containerPort: 8080}, {containerPort: 5432}]}]}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: mixed, namespace: depot}
spec:
  action: DENY
  selector: {matchLabels: {app: mixed}}
  rules:
  - to:
    - operation:
        paths: [/admin*]
        ports: ["8080"]
`,
  *run(policy, mesh) {
    yield* judge(policy, mesh);
    yield* judgeGateways(policy, mesh);
  },
});
