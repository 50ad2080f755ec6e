import { check, type Verdict } from "../check";
import { each } from "../each";
import { fields, text } from "../fields";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import type { HostPort } from "../model/services";
import type { Workload } from "../model/workloads";
import { ownHost } from "../own-host";

const fromOutside = ["LoadBalancer", "NodePort"];

function* judge(
  { port, targetPort, path }: HostPort,
  type: string,
  pods: readonly Workload[],
  mesh: Mesh,
): Iterable<Verdict> {
  const number = typeof targetPort === "number" ? targetPort : undefined;
  for (const workload of pods) {
    const { mode, by } = mesh.mutualTlsOf(workload, number);
    if (mode === "STRICT" && by !== undefined) {
      yield {
        path,
        message: `port ${port} is open to clients outside (${type}), who do not speak mutual TLS, and ${objectWords(workload.source.id)} takes nothing else, as ${objectWords(by.id)} says`,
        related: [workload.source.id, by.id],
      };
      return;
    }
  }
}

/** Pods that take mutual TLS alone, behind an address for clients outside. */
export const strictBehindLoadBalancer = check({
  id: "strict-behind-load-balancer",
  code: "MESH0211",
  aliases: [],
  level: "warning",
  kinds: [Kind.Service],
  summary: "A Service for clients outside leads to Pods that take mutual TLS alone.",
  why: "Whoever calls from outside has no certificate of the mesh: the connection is reset.",
  fix: "Put a gateway before the Service, or make the port PERMISSIVE.",
  url: "https://istio.io/latest/docs/reference/config/security/peer_authentication/",
  fires: `apiVersion: v1
kind: Namespace
metadata: {name: open, labels: {istio-injection: enabled}}
---
apiVersion: v1
kind: Service
metadata: {name: portal, namespace: open}
spec:
  type: LoadBalancer
  ports:
  - port: 443 # found
    targetPort: 8443
    name: https
  selector: {app: portal}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: portal, namespace: open}
spec:
  template:
    metadata: {labels: {app: portal}}
    spec: {containers: [{name: portal, ports: [{containerPort: 8443}]}]}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: default, namespace: istio-system}
spec: {mtls: {mode: STRICT}}
`,
  silent: `apiVersion: v1
kind: Namespace
metadata: {name: open, labels: {istio-injection: enabled}}
---
apiVersion: v1
kind: Service
metadata: {name: portal, namespace: open}
spec:
  type: NodePort
  ports: [{port: 443, targetPort: 8443, name: https}]
  selector: {app: portal}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: portal, namespace: open}
spec:
  template:
    metadata: {labels: {app: portal}}
    spec: {containers: [{name: portal, ports: [{containerPort: 8443}]}]}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: default, namespace: istio-system}
spec: {mtls: {mode: STRICT}}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: portal, namespace: open}
spec:
  selector: {matchLabels: {app: portal}}
  mtls: {mode: STRICT}
  portLevelMtls: {8443: {mode: PERMISSIVE}}
`,
  *run(service, mesh) {
    const type = text(fields(service.object.spec).type) ?? "";
    const own = fromOutside.includes(type) ? ownHost(service, mesh) : undefined;
    const pods = (own === undefined ? [] : mesh.podsOf(own)).filter(
      ({ mode, gateway }) => mode !== "none" && gateway === undefined,
    );
    yield* each(own?.ports ?? [], (port) => judge(port, type, pods, mesh));
  },
});
