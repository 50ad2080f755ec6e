import { check, type Verdict } from "../check";
import { each } from "../each";
import { type Fields, list, number, text } from "../fields";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import { ingressRules, isForIngress, podsOfPolicy, takesPort } from "../model/network-policies";
import type { Workload } from "../model/workloads";
import { podPortBehind } from "../pod-port";
import { slip } from "../slip";
import { quoted } from "../words";

function* judge(
  chosen: readonly Workload[],
  port: number,
  path: string,
  ports: readonly Fields[],
  mesh: Mesh,
): Iterable<Verdict> {
  const isWhole = chosen.every(({ ports }) => ports.length > 0);
  if (!isWhole || chosen.some(({ ports }) => ports.some((own) => own.port === port))) {
    return;
  }
  for (const workload of chosen) {
    const behind = podPortBehind(workload, port, mesh);
    // Where the Pods' own port is let in as well, the other one does no harm.
    if (behind !== undefined && !ports.some((own) => takesPort(own, behind))) {
      yield {
        path,
        message: `${port} is the Service's port; that of ${objectWords(workload.source.id)} is ${behind}, and ports of Pods stand here`,
        related: [workload.source.id],
        fix: { path, value: behind },
      };
      return;
    }
  }
}

/** A name that no container of the Pods has for a port: the network lets nobody in by it. */
function* judgeName(chosen: readonly Workload[], name: string, path: string): Iterable<Verdict> {
  const ports = chosen.flatMap((workload) => workload.ports);
  const isWhole = chosen.length > 0 && chosen.every((workload) => workload.ports.length > 0);
  if (isWhole && !ports.some((own) => own.name === name)) {
    const names = ports.flatMap((own) => own.name ?? []);
    const { hint, fix } = slip(path, name, names);
    yield {
      path,
      message: `${chosen.map(({ source }) => objectWords(source.id)).join(", ")} has no port ${quoted(name)}: nobody is let in by it${hint}`,
      related: chosen.map(({ source }) => source.id),
      ...fix,
    };
  }
}

const objects = `apiVersion: v1
kind: Service
metadata: {name: tracks, namespace: rail}
spec: {ports: [{port: 80, targetPort: 8088, name: http}], selector: {app: tracks}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: tracks, namespace: rail}
spec:
  template:
    metadata: {labels: {app: tracks}}
    spec: {containers: [{name: tracks, ports: [{containerPort: 8088}]}]}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: tracks, namespace: rail}
spec:
  podSelector: {matchLabels: {app: tracks}}
  ingress:
  - from: [{podSelector: {}}]
    ports:
`;

/** A NetworkPolicy for a port of the Service, which its Pods do not have. */
export const networkPolicyPort = check({
  id: "network-policy-port",
  code: "MESH0336",
  aliases: [],
  level: "warning",
  kinds: [Kind.NetworkPolicy],
  summary:
    "A NetworkPolicy lets in at a port of a Service, and its Pods listen on another one, or have none of that name.",
  why: "The network compares the port of the Pods: the rule lets nobody in, and connections to the Service are dropped.",
  fix: "Write the container's port, not the Service's.",
  url: "https://kubernetes.io/docs/concepts/services-networking/network-policies/",
  fires: `${objects}    - port: 80 # found
`,
  silent: `${objects}    - port: 8088
`,
  *run(policy, mesh) {
    const chosen = isForIngress(policy) ? podsOfPolicy(policy, mesh) : [];
    for (const [i, { ports }] of ingressRules(policy).entries()) {
      yield* each(list(ports).entries(), function* ([j, port]) {
        const own = number(port.port);
        const name = text(port.port);
        if (name !== undefined) {
          yield* judgeName(chosen, name, `spec.ingress[${i}].ports[${j}].port`);
        }
        if (own !== undefined && port.endPort === undefined) {
          yield* judge(chosen, own, `spec.ingress[${i}].ports[${j}].port`, list(ports), mesh);
        }
      });
    }
  },
});
