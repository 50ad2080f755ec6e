import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import { namedPorts, type PolicyValue } from "../model/policy-values";
import type { Workload } from "../model/workloads";
import { podPortBehind } from "../pod-port";
import { listed, quoted } from "../words";

function* judge(
  { value, path }: PolicyValue,
  chosen: readonly Workload[],
  mesh: Mesh,
): Iterable<Verdict> {
  const number = Number(value);
  const isWhole = chosen.every(({ ports }) => ports.length > 0);
  if (!isWhole || chosen.some(({ ports }) => ports.some(({ port }) => port === number))) {
    return;
  }
  const misled = chosen.flatMap((workload) => {
    const behind = podPortBehind(workload, number, mesh);
    return behind === undefined ? [] : [{ workload, behind }];
  });
  const [first] = misled;
  if (first !== undefined) {
    const targets = new Set(misled.map(({ behind }) => behind));
    yield {
      path,
      message: `${quoted(value)} is the Service's port; that of ${objectWords(first.workload.source.id)} is ${listed(targets)}, and ports of Pods stand here`,
      related: misled.map(({ workload }) => workload.source.id),
      ...(targets.size === 1 && { fix: { path, value: `${first.behind}` } }),
    };
  }
}

/** A policy for a port of the Service, which its Pods do not have. */
export const policyPort = check({
  id: "policy-port",
  code: "MESH0213",
  aliases: [],
  level: "warning",
  kinds: [Kind.AuthorizationPolicy],
  summary: "An AuthorizationPolicy names a port of a Service, and its Pods listen on another one.",
  why: "The proxy compares the port of the Pods: the rule takes no request, so that who is to be let in is shut out, or who is to be denied comes in.",
  fix: "Write the container's port, not the Service's.",
  url: "https://istio.io/latest/docs/reference/config/security/authorization-policy/#Operation",
  fires: `apiVersion: v1
kind: Service
metadata: {name: tickets, namespace: stadium}
spec: {ports: [{port: 443, targetPort: secure, name: https}], selector: {app: tickets}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: tickets, namespace: stadium}
spec:
  template:
    metadata: {labels: {app: tickets}}
    spec: {containers: [{name: tickets, ports: [{containerPort: 6443, name: secure}]}]}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: tickets, namespace: stadium}
spec:
  selector: {matchLabels: {app: tickets}}
  rules:
  - to:
    - operation:
        ports:
        - "443" # found
    when:
    - key: destination.port
      values:
      - "443" # found
`,
  silent: `apiVersion: v1
kind: Service
metadata: {name: seats, namespace: stadium}
spec: {ports: [{port: 443, targetPort: secure, name: https}], selector: {app: seats}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: seats, namespace: stadium}
spec:
  template:
    metadata: {labels: {app: seats}}
    spec: {containers: [{name: seats, ports: [{containerPort: 6443, name: secure}]}]}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: seats, namespace: stadium}
spec:
  selector: {matchLabels: {app: seats}}
  rules:
  - to:
    - operation:
        ports: ["6443", "15021"]
`,
  *run(policy, mesh) {
    const ports = namedPorts(policy.spec);
    const chosen = ports.length === 0 ? [] : mesh.chosenBy(policy);
    yield* each(ports, (one) => judge(one, chosen, mesh));
  },
});
