import { check } from "../check";
import { unnamedProbes } from "../model/probes";
import { podKinds } from "../model/workloads";
import { listed, quoted } from "../words";

const pods = (port: string): string => `apiVersion: apps/v1
kind: Deployment
metadata: {name: clock, namespace: tower}
spec:
  template:
    metadata: {labels: {app: clock}}
    spec:
      containers:
      - name: clock
        ports: [{name: http, containerPort: 8080}]
        readinessProbe:
          httpGet:
            path: /ready
            port: ${port}
`;

/** A probe of a port that its container does not have. */
export const probePort = check({
  id: "probe-port",
  code: "MESH0246",
  aliases: [],
  level: "error",
  kinds: podKinds,
  summary: "A probe names a port that its container does not have.",
  why: "The kubelet does not know where to send the probe, which fails: the Pods are never ready, or are started again and again.",
  fix: "Write the name of a port of the container, or its number.",
  url: "https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#use-a-named-port",
  fires: pods("web # found"),
  silent: pods("http"),
  *run({ id }, mesh) {
    for (const workload of mesh.workloadsOf(id)) {
      for (const { path, name, known } of unnamedProbes(workload)) {
        yield {
          path,
          message: `the container has no port ${quoted(name)}; it has ${listed(known) || "none with a name"}`,
        };
      }
    }
  },
});
