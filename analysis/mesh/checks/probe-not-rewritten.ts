import { check, type Verdict } from "../check";
import { each } from "../each";
import { objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import { plainTextRefusedBy } from "../model/inbound-ports";
import { probedPorts } from "../model/probes";
import { podKinds, type Workload } from "../model/workloads";

const rewrite = "sidecar.istio.io/rewriteAppHTTPProbers";

function* judge(workload: Workload, mesh: Mesh): Iterable<Verdict> {
  for (const { path, action, port } of probedPorts(workload)) {
    // A probe of a connection alone ends at the sidecar, and succeeds.
    const by = action === "tcpSocket" ? undefined : plainTextRefusedBy(workload, port, mesh);
    if (by !== undefined) {
      yield {
        path,
        message: `the kubelet sends this probe to port ${port} in plain text, as annotation ${rewrite} leaves it as it is, and ${objectWords(by.id)} makes the port STRICT`,
        related: [by.id],
      };
    }
  }
}

const pods = (annotation: string): string => `apiVersion: v1
kind: Namespace
metadata: {name: forest, labels: {istio-injection: enabled}}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: default, namespace: forest}
spec: {mtls: {mode: STRICT}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: owls, namespace: forest}
spec:
  template:
    metadata: {labels: {app: owls}, annotations: {${annotation}}}
    spec:
      containers:
      - name: owls
        ports: [{name: web, containerPort: 8080}]
`;

/** A probe that a STRICT sidecar refuses. */
export const probeNotRewritten = check({
  id: "probe-not-rewritten",
  code: "MESH0217",
  aliases: [],
  level: "error",
  kinds: podKinds,
  summary: "Probes are sent in plain text to a port that takes mutual TLS alone.",
  why: "The kubelet has no certificate of the mesh: its probes are refused, and the Pods are never ready or are started again and again.",
  fix: "Take the annotation out, so that the sidecar's agent asks the application in the kubelet's stead.",
  url: "https://istio.io/latest/docs/ops/configuration/mesh/app-health-check/",
  fires: `${pods(`${rewrite}: "false"`)}        readinessProbe:
          httpGet:
            port: web # found
        livenessProbe: {tcpSocket: {port: web}}
`,
  silent: `${pods(`${rewrite}: "false", traffic.sidecar.istio.io/excludeInboundPorts: "9000"`)}        readinessProbe: {httpGet: {port: 9000}}
        livenessProbe: {tcpSocket: {port: web}}
`,
  *run({ id }, mesh) {
    yield* each(mesh.workloadsOf(id), function* (workload) {
      if (workload.mode === "sidecar" && workload.annotations[rewrite] === "false") {
        yield* judge(workload, mesh);
      }
    });
  },
});
