import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import { isRequestProtocol, seesRequests, sidecarProtocol, undetermined } from "../model/protocol";
import { podPortOf } from "../model/servers";
import { chosenBySidecar } from "../model/sidecars";
import { quoted } from "../words";

const objects = (protocol: string): string => `apiVersion: v1
kind: Service
metadata: {name: tides, namespace: coast}
spec: {ports: [{port: 80, targetPort: 9080, name: http}], selector: {app: tides}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: tides, namespace: coast}
spec:
  template:
    metadata: {labels: {app: tides}}
    spec: {containers: [{name: tides, ports: [{containerPort: 9080}]}]}
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: tides, namespace: coast}
spec:
  workloadSelector: {labels: {app: tides}}
  ingress:
  - port:
      number: 9080
      name: in
      protocol: ${protocol}
    defaultEndpoint: 127.0.0.1:9080
`;

/** A listener of a Sidecar for bytes where the Service carries requests. */
export const sidecarIngressProtocol = check({
  id: "sidecar-ingress-protocol",
  code: "MESH0181",
  aliases: [],
  level: "warning",
  kinds: [Kind.Sidecar],
  summary: "A Sidecar takes bytes at a port of which the Service says that it carries requests.",
  why: "The sidecar sees no request there: policies by methods and paths refuse connections or let all through, and there are no measures of requests.",
  fix: "Write the protocol of the Service's port.",
  url: "https://istio.io/latest/docs/reference/config/networking/sidecar/#IstioIngressListener",
  fires: objects("TCP # found"),
  silent: objects("HTTP"),
  *run(sidecar, mesh) {
    const chosen = chosenBySidecar(mesh, sidecar);
    yield* each(
      (sidecar.spec.ingress ?? []).entries(),
      function* ([i, { port }]): Iterable<Verdict> {
        const own = sidecarProtocol(port.protocol ?? "");
        const served = chosen.flatMap((workload) =>
          mesh
            .servicesOf(workload)
            .flatMap(({ ports, source }) => ports.map((one) => ({ one, source, workload }))),
        );
        const found = served.find(
          ({ one, workload }) =>
            podPortOf(one, workload) === port.number && isRequestProtocol(one.protocol),
        );
        if (found !== undefined && own !== undetermined && !seesRequests(own)) {
          yield {
            path: `spec.ingress[${i}].port.protocol`,
            message: `${own}, and port ${found.one.port} (${quoted(found.one.name ?? "")}) of ${objectWords(found.source.id)}, which leads here, carries ${found.one.protocol}`,
            related: [found.source.id],
          };
        }
      },
    );
  },
});
