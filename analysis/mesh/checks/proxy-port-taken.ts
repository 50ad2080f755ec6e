import { check, type Verdict } from "../check";
import { each } from "../each";
import { fields, list, number, text } from "../fields";
import { podKinds, proxyContainer, type Workload } from "../model/workloads";

/** Ports at which a sidecar listens in the network of its Pod, and what for. */
const proxyPorts: Readonly<Record<number, string>> = {
  15000: "Envoy's administration",
  15001: "what the application sends",
  15004: "debugging",
  15006: "what others send",
  15020: "metrics and health",
  15021: "health checks",
  15090: "Envoy's metrics",
};

function* judge({ pod, labelsPath }: Workload): Iterable<Verdict> {
  const spec = labelsPath.replace(/metadata\.labels$/, "spec");
  for (const [i, { name, ports }] of list(fields(pod.spec).containers).entries()) {
    for (const [j, { containerPort, protocol }] of list(ports).entries()) {
      const port = number(containerPort) ?? 0;
      const use = proxyPorts[port];
      if (use !== undefined && name !== proxyContainer && (text(protocol) ?? "TCP") === "TCP") {
        yield {
          path: `${spec}.containers[${i}].ports[${j}].containerPort`,
          message: `${port} is the sidecar's, for ${use}`,
        };
      }
    }
  }
}

/** An application that listens on a port of its sidecar. */
export const proxyPortTaken = check({
  id: "proxy-port-taken",
  code: "MESH0216",
  aliases: [],
  level: "error",
  kinds: podKinds,
  summary: "An application listens on a port that its sidecar has.",
  why: "Both share the network of the Pod: one of them cannot listen and ends, and the Pod does not get ready.",
  fix: "Let the application listen on another port.",
  url: "https://istio.io/latest/docs/ops/deployment/application-requirements/#ports-used-by-istio",
  fires: `apiVersion: v1
kind: Namespace
metadata: {name: pond, labels: {istio-injection: enabled}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: ducks, namespace: pond}
spec:
  template:
    metadata: {labels: {app: ducks}}
    spec:
      containers:
      - name: ducks
        ports:
        - containerPort: 8080
        - containerPort: 15020 # found
`,
  silent: `apiVersion: v1
kind: Namespace
metadata: {name: pond, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: ducks, namespace: pond}
spec:
  template:
    metadata: {labels: {app: ducks}}
    spec:
      containers:
      - name: ducks
        ports: [{containerPort: 8080}, {containerPort: 15020}]
`,
  *run({ id }, mesh) {
    yield* each(mesh.workloadsOf(id), function* (workload) {
      if (workload.mode === "sidecar" && workload.gateway === undefined) {
        yield* judge(workload);
      }
    });
  },
});
