import { applicationNameLabel, ingressClassAnnotation } from "../../../values/known-names";
import { check, type Verdict } from "../check";
import type { Declared } from "../declared-set";
import { each } from "../each";
import { type Fields, fields, list, number, text } from "../fields";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import { plainTextRefusedBy } from "../model/inbound-ports";
import { isIstios } from "../model/ingresses";
import { podPortOf } from "../model/servers";
import type { Workload } from "../model/workloads";

/** Words by which classes of other controllers of Ingresses are called, and those of their Pods. */
const controllers: Readonly<Record<string, readonly string[]>> = {
  nginx: ["ingress-nginx", "nginx-ingress"],
  traefik: ["traefik"],
  haproxy: ["haproxy-ingress"],
  contour: ["contour"],
};

/** The Pods of other controllers, by the word for their classes. */
const controllerPods = (mesh: Mesh): ReadonlyMap<string, readonly Workload[]> =>
  new Map(
    Object.entries(controllers).map(([family, words]) => [
      family,
      mesh.workloads.filter(({ name, labels }) =>
        words.some((word) => name.includes(word) || labels[applicationNameLabel] === word),
      ),
    ]),
  );

/** What an Ingress says of its controller: its class, and what the class is for. */
function classWords({ annotations, object }: Declared, mesh: Mesh): string {
  const name = annotations[ingressClassAnnotation] ?? text(fields(object.spec).ingressClassName);
  const named = mesh.set.find(Kind.IngressClass, "", name ?? "");
  return `${name ?? ""} ${text(fields(named?.object.spec).controller) ?? ""}`;
}

/** A Pod of the controller that takes an Ingress, where all that may be it are certain to be outside the mesh. */
function controllerOutside(ingress: Declared, mesh: Mesh): Workload | undefined {
  const words = classWords(ingress, mesh);
  const pods = [...mesh.fact(controllerPods)];
  const named = pods.filter(([family]) => words.includes(family));
  const isNamed = Object.keys(controllers).some((family) => words.includes(family));
  const all = (isNamed ? named : pods).flatMap(([, own]) => own);
  return all.every(({ outside }) => outside) ? all[0] : undefined;
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
      const [strict] = ports.flatMap(
        (own) => plainTextRefusedBy(workload, podPortOf(own, workload), mesh) ?? [],
      );
      if (strict !== undefined) {
        yield {
          path,
          message: `${objectWords(controller.source.id)} is outside the mesh, and ${objectWords(workload.source.id)} takes mutual TLS alone, as ${objectWords(strict.id)} says`,
          related: [controller.source.id, workload.source.id, strict.id],
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
    const controller = isIstios(ingress, mesh) ? undefined : controllerOutside(ingress, mesh);
    if (controller !== undefined) {
      const backends = backendsOf(fields(ingress.object.spec));
      yield* each(backends, (one) => judge(one, ingress.id.namespace, controller, mesh));
    }
  },
});
