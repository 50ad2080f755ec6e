import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import { excludedPortsAnnotation, passesSidecar } from "../model/inbound-ports";
import { hasSelector } from "../model/policies";
import { meantPorts } from "../model/policy-values";
import { podPortOf } from "../model/servers";
import type { Workload } from "../model/workloads";
import { quoted } from "../words";

/** Ports of a workload to which its Services lead. */
const servedPorts = (workload: Workload, mesh: Mesh): number[] =>
  mesh
    .servicesOf(workload)
    .flatMap(({ ports }) => ports)
    .filter(({ transport }) => transport === "TCP")
    .flatMap((port) => podPortOf(port, workload) ?? []);

/** Ports past the sidecar that a policy names, or all there are of a workload where it names none. */
function portsPast(workload: Workload, named: readonly number[], mesh: Mesh): number[] {
  const isPast = (port: number) => passesSidecar(workload.annotations, port);
  const served = named.length > 0 ? named : servedPorts(workload, mesh);
  return named.length > 0 || served.every(isPast) ? served.filter(isPast) : [];
}

const policy = (port: number): string => `apiVersion: v1
kind: Namespace
metadata: {name: vault, labels: {istio-injection: enabled}}
---
apiVersion: v1
kind: Service
metadata: {name: keys, namespace: vault}
spec: {ports: [{port: 80, targetPort: 8080, name: http}], selector: {app: keys}}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata:
  name: keys
  namespace: vault
spec:
  selector: {matchLabels: {app: keys}}
  rules:
  - from: [{source: {namespaces: [vault]}}]
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: keys, namespace: vault}
spec:
  template:
    metadata:
      labels: {app: keys}
      annotations:
        ${excludedPortsAnnotation}: "${port}"`;

const containers = `
    spec: {containers: [{name: keys, ports: [{containerPort: 8080}, {containerPort: 9090}]}]}
`;

/** Ports that a policy is for, and that no proxy stands before. */
export const portPastSidecar = check({
  id: "port-past-sidecar",
  code: "MESH0218",
  aliases: [],
  level: "error",
  kinds: [Kind.AuthorizationPolicy],
  summary: "An AuthorizationPolicy is for a port whose connections go past the sidecar.",
  why: "Nobody enforces it there: whoever reaches the Pods may call, without an identity and in plain text.",
  fix: "Take the port out of the annotation of the Pods.",
  url: "https://istio.io/latest/docs/reference/config/annotations/",
  fires: `${policy(8080).replace("metadata:\n  name: keys\n  namespace: vault", "metadata:\n  name: keys\n  namespace: vault # found")}${containers}`,
  silent: `${policy(9090)}${containers}`,
  *run(policyOf, mesh) {
    const named = meantPorts(policyOf.spec);
    const numbers = named.map(({ value }) => Number(value));
    yield* each(mesh.chosenBy(policyOf), function* (workload): Iterable<Verdict> {
      const past = workload.mode === "sidecar" ? portsPast(workload, numbers, mesh) : [];
      const [first] = past;
      if (first !== undefined && workload.gateway === undefined) {
        yield {
          path: named.find(({ value }) => Number(value) === first)?.path ?? "metadata.namespace",
          message: `connections to port ${first} of ${objectWords(workload.source.id)} go past its sidecar, as annotation ${excludedPortsAnnotation} (${quoted(workload.annotations[excludedPortsAnnotation] ?? "")}) or includeInboundPorts says: nobody enforces the policy there`,
          related: [workload.source.id],
          // A policy for a whole namespace is for the other Pods as well.
          ...(!hasSelector(policyOf.spec) && { level: "info" }),
        };
      }
    });
  },
});
