import { applicationNameLabel } from "../../../values/known-names";
import { check, type Verdict } from "../check";
import { each } from "../each";
import { type Fields, fields, list, number, text } from "../fields";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import { isIstios } from "../model/ingresses";
import { podPortOf } from "../model/servers";
import type { Workload } from "../model/workloads";

/** Words by which the Pods of other controllers of Ingresses are called. */
const controllers = ["ingress-nginx", "nginx-ingress", "traefik", "haproxy-ingress", "contour"];

/** The Pods of other controllers, where all of them are certain to be outside the mesh. */
function controllersOutside(mesh: Mesh): readonly Workload[] {
  const all = mesh.workloads.filter(({ name, labels }) =>
    controllers.some((word) => name.includes(word) || labels[applicationNameLabel] === word),
  );
  return all.every(({ outside }) => outside) ? all : [];
}

interface Backend {
  readonly service: Fields;
  readonly path: string;
}

const backendsOf = (spec: Fields): Backend[] =>
  list(spec.rules).flatMap(({ http }, i) =>
    list(fields(http).paths).map(({ backend }, j) => ({
      service: fields(fields(backend).service),
      path: `spec.rules[${i}].http.paths[${j}].backend.service.name`,
    })),
  );

function* judge(
  { service, path }: Backend,
  namespace: string,
  controller: Workload,
  mesh: Mesh,
): Iterable<Verdict> {
  const { number: port, name } = fields(service.port);
  for (const host of mesh.hosts.named(mesh.fullName(text(service.name) ?? "", namespace))) {
    const ports = host.ports.filter(
      (own) => own.port === number(port) || (own.name !== undefined && own.name === text(name)),
    );
    for (const workload of mesh.podsOf(host)) {
      const strict = ports
        .map((own) => mesh.mutualTlsOf(workload, podPortOf(own, workload)))
        .find(({ mode }) => mode === "STRICT");
      if (strict?.by !== undefined && workload.mode !== "none") {
        yield {
          path,
          message: `${objectWords(controller.source.id)} is outside the mesh, and ${objectWords(workload.source.id)} takes mutual TLS alone, as ${objectWords(strict.by.id)} says`,
          related: [controller.source.id, workload.source.id, strict.by.id],
        };
        return;
      }
    }
  }
}

const objects = (mode: string, mark = ""): string => `apiVersion: v1
kind: Namespace
metadata: {name: ingress-nginx}
---
apiVersion: v1
kind: Namespace
metadata: {name: aviary, labels: {istio-injection: enabled}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: ingress-nginx-controller, namespace: ingress-nginx}
spec:
  template:
    metadata: {labels: {app: ingress-nginx}}
    spec: {containers: [{name: controller}]}
---
apiVersion: v1
kind: Service
metadata: {name: parrots, namespace: aviary}
spec: {ports: [{port: 80, targetPort: 8080, name: http}], selector: {app: parrots}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: parrots, namespace: aviary}
spec:
  template:
    metadata: {labels: {app: parrots}}
    spec: {containers: [{name: parrots, ports: [{containerPort: 8080}]}]}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: default, namespace: aviary}
spec: {mtls: {mode: ${mode}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: parrots, namespace: aviary}
spec:
  ingressClassName: nginx
  rules:
  - http:
      paths:
      - path: /
        pathType: Prefix
        backend:
          service:
            name: parrots${mark}
            port: {number: 80}
`;

/** An Ingress of a controller that the workload does not let in. */
export const ingressOutside = check({
  id: "ingress-outside",
  code: "MESH0346",
  aliases: [],
  level: "error",
  kinds: [Kind.Ingress],
  summary: "An Ingress of a controller outside the mesh leads to Pods that take mutual TLS alone.",
  why: "The controller sends plain text: the connection is reset, and clients get 502.",
  fix: "Take the controller's namespace into the mesh, or make the port PERMISSIVE.",
  url: "https://istio.io/latest/docs/tasks/security/authentication/mtls-migration/",
  fires: objects("STRICT", " # found"),
  silent: objects("PERMISSIVE"),
  *run(ingress, mesh) {
    const [controller] = mesh.fact(controllersOutside);
    if (controller !== undefined && !isIstios(ingress, mesh)) {
      const backends = backendsOf(fields(ingress.object.spec));
      yield* each(backends, (one) => judge(one, ingress.id.namespace, controller, mesh));
    }
  },
});
