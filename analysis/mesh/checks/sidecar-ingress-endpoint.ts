import { endpointPort } from "../../../values/socket";
import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import { chosenBySidecar } from "../model/sidecars";
import type { Workload } from "../model/workloads";
import { listed } from "../words";

const has = ({ ports }: Workload, number: number | undefined): boolean =>
  ports.some(({ port }) => port === number);

const objects = (endpoint: string): string => `apiVersion: apps/v1
kind: Deployment
metadata: {name: pumps, namespace: harbour}
spec:
  template:
    metadata: {labels: {app: pumps}}
    spec: {containers: [{name: pumps, ports: [{containerPort: 7070}]}]}
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: pumps, namespace: harbour}
spec:
  workloadSelector: {labels: {app: pumps}}
  ingress:
  - port: {number: 9080, protocol: HTTP, name: http}
    defaultEndpoint: ${endpoint}
`;

/** A listener of a Sidecar that hands requests to where no container listens. */
export const sidecarIngressEndpoint = check({
  id: "sidecar-ingress-endpoint",
  code: "MESH0156",
  aliases: [],
  level: "warning",
  kinds: [Kind.Sidecar],
  summary: "A Sidecar hands requests to a port that no container of its Pods says it listens on.",
  why: "The connection within the Pod is refused, and callers get 503, unless the container listens without saying so.",
  fix: "Write the container's port in defaultEndpoint.",
  url: "https://istio.io/latest/docs/reference/config/networking/sidecar/#IstioIngressListener",
  fires: objects("127.0.0.1:7071 # found"),
  silent: objects("127.0.0.1:7070"),
  *run(sidecar, mesh) {
    const telling = chosenBySidecar(mesh, sidecar).filter(({ ports }) => ports.length > 0);
    yield* each(
      (sidecar.spec.ingress ?? []).entries(),
      function* ([i, { port, defaultEndpoint = "" }]): Iterable<Verdict> {
        const target = endpointPort(defaultEndpoint);
        const [first] = telling;
        if (
          target === undefined ||
          first === undefined ||
          telling.some((workload) => has(workload, target))
        ) {
          return;
        }
        const ports = new Set(telling.flatMap((workload) => workload.ports.map((own) => own.port)));
        yield {
          path: `spec.ingress[${i}].defaultEndpoint`,
          message: `${target} is no port of ${objectWords(first.source.id)}, which has ${listed(ports)}`,
          related: telling.map(({ source }) => source.id),
          // Containers may say the port that others know, and listen within the Pod at another one.
          ...(telling.some((workload) => has(workload, port.number)) && { level: "info" }),
        };
      },
    );
  },
});
