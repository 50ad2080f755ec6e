import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import { chosenBySidecar } from "../model/sidecars";
import { podPortBehind } from "../pod-port";

const objects = `apiVersion: v1
kind: Service
metadata: {name: lamps, namespace: harbour}
spec: {ports: [{port: 80, targetPort: 9080, name: http}], selector: {app: lamps}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: lamps, namespace: harbour}
spec:
  template:
    metadata: {labels: {app: lamps}}
    spec: {containers: [{name: lamps, ports: [{containerPort: 9080}]}]}
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: lamps, namespace: harbour}
spec:
  workloadSelector: {labels: {app: lamps}}
  ingress:
`;

/** A listener of a Sidecar for the port that callers name, at which nothing arrives. */
export const sidecarIngressPort = check({
  id: "sidecar-ingress-port",
  code: "MESH0125",
  aliases: [],
  level: "warning",
  kinds: [Kind.Sidecar],
  summary: "A Sidecar listens on a port of the Service, and requests arrive at another one.",
  why: "Connections come to the Pods' own port, which is what the Service's port leads to: this listener takes none of them.",
  fix: "Write the port of the Pods, the Service's targetPort.",
  url: "https://istio.io/latest/docs/reference/config/networking/sidecar/#IstioIngressListener",
  fires: `${objects}  - port:
      number: 80 # found
      protocol: HTTP
      name: http
    defaultEndpoint: 127.0.0.1:9080
`,
  silent: `${objects}  - port: {number: 9080, protocol: HTTP, name: http}
    defaultEndpoint: 127.0.0.1:9080
`,
  *run(sidecar, mesh) {
    const chosen = chosenBySidecar(mesh, sidecar);
    for (const [i, { port }] of (sidecar.spec.ingress ?? []).entries()) {
      const number = port.number ?? 0;
      yield* each(chosen, function* (workload): Iterable<Verdict> {
        const behind = podPortBehind(workload, number, mesh);
        if (behind !== undefined && !workload.ports.some((own) => own.port === number)) {
          const path = `spec.ingress[${i}].port.number`;
          yield {
            path,
            message: `${number} is the Service's port; connections to ${objectWords(workload.source.id)} arrive at ${behind}`,
            related: [workload.source.id],
            fix: { path, value: behind },
          };
        }
      });
    }
  },
});
