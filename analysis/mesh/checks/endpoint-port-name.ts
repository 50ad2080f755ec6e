import { serviceNameLabel } from "../../../values/known-names";
import { check, type Verdict } from "../check";
import type { Declared } from "../declared-set";
import { each } from "../each";
import { type Fields, list, text } from "../fields";
import { Kind } from "../kinds";
import { grouped } from "../lazy";
import type { Mesh } from "../mesh";
import { ownHost } from "../own-host";
import { listed, named, quoted } from "../words";

/** Names of the ports of addresses that somebody has written down. */
interface Written {
  readonly source: Declared<Fields>;
  readonly service: string;
  readonly names: readonly string[];
}

const namesOf = (ports: unknown): string[] => list(ports).map(({ name }) => text(name) ?? "");

const written = (mesh: Mesh): ReadonlyMap<string, readonly Written[]> =>
  grouped(
    [
      ...mesh.set.all(Kind.EndpointSlice).map((source) => ({
        source,
        service: `${source.id.namespace}/${source.labels[serviceNameLabel] ?? ""}`,
        names: namesOf(source.object.ports),
      })),
      ...mesh.set.all(Kind.Endpoints).map((source) => ({
        source,
        service: `${source.id.namespace}/${source.id.name}`,
        names: list(source.object.subsets).flatMap(({ ports }) => namesOf(ports)),
      })),
    ],
    ({ service }) => service,
  );

const objects = (name: string): string => `apiVersion: v1
kind: Service
metadata: {name: archive, namespace: town}
spec:
  ports:
  - {port: 5432, name: tcp-archive}${name === "tcp-archive" ? "" : " # found"}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: {name: archive-1, namespace: town, labels: {kubernetes.io/service-name: archive}}
addressType: IPv4
ports: [{name: ${name}, port: 5432}]
endpoints: [{addresses: [192.0.2.17]}]
`;

/** Addresses of a Service under a port that it does not have. */
export const endpointPortName = check({
  id: "endpoint-port-name",
  code: "MESH0176",
  aliases: [],
  level: "error",
  kinds: [Kind.Service],
  summary:
    "The addresses of a Service without a selector have no port of the name of one of its own.",
  why: "Ports are joined by their names: there is no address for this one, and requests to it are answered with 503.",
  fix: "Name the port of the EndpointSlice as the Service does.",
  url: "https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors",
  fires: objects("postgres"),
  silent: objects("tcp-archive"),
  *run(service, mesh): Iterable<Verdict> {
    const { namespace, name } = service.id;
    const all = mesh.fact(written).get(`${namespace}/${name}`) ?? [];
    const own = ownHost(service, mesh);
    if (all.length === 0 || own === undefined || own.selector !== undefined) {
      return;
    }
    const names = new Set(all.flatMap((one) => one.names));
    yield* each(own.ports, function* (port) {
      if (!names.has(port.name ?? "")) {
        const ids = all.map(({ source }) => source.id);
        yield {
          path: port.path,
          message: `${port.name === undefined ? "the port has no name" : quoted(port.name)}, and ${named(ids)} has ${listed([...names].map(quoted))}`,
          related: ids,
        };
      }
    });
  },
});
