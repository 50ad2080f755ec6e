import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import type { Workload } from "../model/workloads";
import { podPortBehind } from "../pod-port";

const path = (port: string): string => `spec.portLevelMtls["${port}"]`;

function* judge(port: string, chosen: readonly Workload[], mesh: Mesh): Iterable<Verdict> {
  const number = Number(port);
  const telling = chosen.filter(({ ports }) => ports.length > 0);
  const [first] = telling;
  if (
    first === undefined ||
    telling.some(({ ports }) => ports.some((own) => own.port === number))
  ) {
    return;
  }
  const behind = podPortBehind(first, number, mesh);
  const has = first.ports.map((own) => own.port).join(", ");
  yield {
    path: path(port),
    message:
      behind === undefined
        ? `no container of ${objectWords(first.source.id)} listens on ${port}; it has ${has}`
        : `${port} is the Service's port; that of ${objectWords(first.source.id)} is ${behind}, and ports of Pods stand here`,
    related: [first.source.id],
  };
}

/** Mutual TLS of a port that the Pods do not have. */
export const peerAuthenticationPort = check({
  id: "peer-authentication-port",
  code: "MESH0203",
  aliases: [],
  level: "warning",
  kinds: [Kind.PeerAuthentication],
  summary: "A PeerAuthentication sets the mode of a port that no container has.",
  why: "The mode is that of a port nobody calls; the port that is meant keeps the other one.",
  fix: "Write the container's port, not the Service's.",
  url: "https://istio.io/latest/docs/reference/config/security/peer_authentication/",
  fires: `apiVersion: v1
kind: Service
metadata: {name: search, namespace: find}
spec: {ports: [{port: 80, targetPort: web, name: http}], selector: {app: search}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: search, namespace: find}
spec:
  template:
    metadata: {labels: {app: search}}
    spec: {containers: [{name: search, ports: [{containerPort: 9200, name: web}]}]}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: search, namespace: find}
spec:
  selector: {matchLabels: {app: search}}
  mtls: {mode: STRICT}
  portLevelMtls:
    80: {mode: PERMISSIVE} # found
`,
  silent: `apiVersion: v1
kind: Service
metadata: {name: index, namespace: find}
spec: {ports: [{port: 80, targetPort: web, name: http}], selector: {app: index}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: index, namespace: find}
spec:
  template:
    metadata: {labels: {app: index}}
    spec: {containers: [{name: index, ports: [{containerPort: 9200, name: web}]}]}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: index, namespace: find}
spec:
  selector: {matchLabels: {app: index}}
  mtls: {mode: STRICT}
  portLevelMtls:
    9200: {mode: PERMISSIVE}
`,
  *run(policy, mesh) {
    const ports = Object.keys(policy.spec.portLevelMtls ?? {});
    const chosen = ports.length === 0 ? [] : mesh.chosenBy(policy);
    yield* each(ports, (port) => judge(port, chosen, mesh));
  },
});
