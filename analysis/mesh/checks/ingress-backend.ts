import { check, type Verdict } from "../check";
import type { Declared } from "../declared-set";
import { each } from "../each";
import { type Fields, fields, list, number, text } from "../fields";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { Thing } from "../scope";
import { slip } from "../slip";
import { portWords, quoted } from "../words";

/** Port with which the controller of AWS reads the backend from an annotation. */
const portOfAnnotation = "use-annotation";

interface Backend {
  readonly service: Fields;
  readonly path: string;
}

function backendsOf({ object }: Declared<Fields>): Backend[] {
  const { defaultBackend, rules } = fields(object.spec);
  return [
    { service: fields(fields(defaultBackend).service), path: "spec.defaultBackend.service" },
    ...list(rules).flatMap(({ http }, i) =>
      list(fields(http).paths).map(({ backend }, j) => ({
        service: fields(fields(backend).service),
        path: `spec.rules[${i}].http.paths[${j}].backend.service`,
      })),
    ),
  ].filter(
    ({ service }) =>
      text(service.name) !== undefined && fields(service.port).name !== portOfAnnotation,
  );
}

function* judge(mesh: Mesh, { service, path }: Backend, namespace: string): Iterable<Verdict> {
  const name = text(service.name) ?? "";
  const hosts = mesh.hosts.named(mesh.fullName(name, namespace));
  if (hosts.length === 0) {
    const { hint, fix } = slip(`${path}.name`, name, mesh.hosts.namesIn(namespace));
    yield mesh.speaksFor(Thing.Service, namespace, name)
      ? {
          path: `${path}.name`,
          message: `there is no Service ${name} in namespace ${namespace}${hint}`,
          ...fix,
        }
      : { path: `${path}.name`, notDeclared: `Service ${name}.${namespace}` };
    return;
  }
  const wanted = fields(service.port);
  const [own, field] =
    wanted.name === undefined ? [number(wanted.number), "number"] : [text(wanted.name), "name"];
  const ports = hosts.flatMap((host) => host.ports);
  if (own === undefined || ports.some((port) => port.port === own || port.name === own)) {
    return;
  }
  const meant = ports.filter(({ targetPort }) => targetPort === own).map(({ port }) => port);
  yield {
    path: `${path}.port.${field}`,
    message: `Service ${name} has no port ${typeof own === "number" ? own : quoted(own)}; it has ${portWords(hosts)}${meant.length === 0 ? "" : `: ${own} is where its Pods listen`}`,
    related: hosts.map(({ source }) => source.id),
    ...(meant.length === 1 &&
      field === "number" && { fix: { path: `${path}.port.number`, value: meant[0] } }),
  };
}

const objects = (port: number): string => `apiVersion: v1
kind: Service
metadata: {name: tours, namespace: museum}
spec: {ports: [{port: 80, targetPort: 8080, name: http}], selector: {app: tours}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: tours, namespace: museum}
spec:
  ingressClassName: istio
  rules:
  - host: tours.example.com
    http:
      paths:
      - path: /
        pathType: Prefix
        backend:
          service:
            name: tours
            port:
              number: ${port}${port === 80 ? "" : " # found"}
`;

/** An Ingress for a Service, or a port of it, that is not there. */
export const ingressBackend = check({
  id: "ingress-backend",
  code: "MESH0169",
  aliases: [],
  level: "error",
  kinds: [Kind.Ingress],
  summary: "An Ingress names a Service or a port that does not exist.",
  why: "The controller leaves the path out or has nowhere to send it: requests are answered with 404 or 503.",
  fix: "Name a Service of the Ingress's namespace, and a port of the Service, not of its Pods.",
  url: "https://istio.io/latest/docs/tasks/traffic-management/ingress/kubernetes-ingress/",
  fires: objects(8080),
  silent: objects(80),
  *run(ingress, mesh) {
    yield* each(backendsOf(ingress), (one) => judge(mesh, one, ingress.id.namespace));
  },
});
