import { check, type Verdict } from "../check";
import { each } from "../each";
import { type Fields, fields, list, number, text } from "../fields";
import { objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import { plainTextRefusedBy } from "../model/inbound-ports";
import { podKinds, type Workload } from "../model/workloads";

const rewrite = "sidecar.istio.io/rewriteAppHTTPProbers";

/** Probes that speak to the application; one of a connection alone ends at the sidecar, and succeeds. */
const probes = ["startupProbe", "readinessProbe", "livenessProbe"] as const;
const actions = ["httpGet", "grpc"] as const;

/** Port of a probe; a name is that of a port of its container. */
function portOf(port: unknown, container: Fields): number | undefined {
  const name = text(port);
  return name === undefined
    ? number(port)
    : number(list(container.ports).find((own) => own.name === name)?.containerPort);
}

function* judge(workload: Workload, mesh: Mesh): Iterable<Verdict> {
  const spec = workload.labelsPath.replace(/metadata\.labels$/, "spec");
  for (const [i, container] of list(fields(workload.pod.spec).containers).entries()) {
    for (const probe of probes) {
      for (const action of actions) {
        const port = portOf(fields(fields(container[probe])[action]).port, container);
        const by = plainTextRefusedBy(workload, port, mesh);
        if (port !== undefined && by !== undefined) {
          yield {
            path: `${spec}.containers[${i}].${probe}.${action}.port`,
            message: `the kubelet sends this probe to port ${port} in plain text, as annotation ${rewrite} leaves it as it is, and ${objectWords(by.id)} makes the port STRICT`,
            related: [by.id],
          };
        }
      }
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
