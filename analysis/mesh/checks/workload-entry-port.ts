import { check } from "../check";
import { Kind } from "../kinds";
import { grouped } from "../lazy";
import type { Mesh } from "../mesh";
import { firstPair, pairsOf, selects } from "../model/selector";
import type { Host } from "../model/services";
import type { Workload } from "../model/workloads";
import { listed, named, quoted } from "../words";

/** Hosts of ServiceEntries by a label of the machines that they choose. */
const entries = (mesh: Mesh): ReadonlyMap<string, readonly Host[]> =>
  grouped(
    mesh.hosts.all.filter(({ source, selector }) => source.id.kind === "ServiceEntry" && selector),
    ({ namespace, selector = {} }) => `${namespace}|${firstPair(selector)}`,
  );

const entriesOf = ({ namespace, labels }: Workload, mesh: Mesh): Host[] =>
  pairsOf(labels)
    .flatMap((pair) => mesh.fact(entries).get(`${namespace}|${pair}`) ?? [])
    .filter(({ selector = {} }) => selects(selector, labels));

const objects = (port: string): string => `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: mainframe, namespace: cellar}
spec:
  hosts: [mainframe.example.com]
  addresses: [192.0.2.70]
  location: MESH_INTERNAL
  resolution: STATIC
  ports: [{number: 1414, name: tcp-mq, protocol: TCP}]
  workloadSelector: {labels: {app: mainframe}}
---
apiVersion: networking.istio.io/v1
kind: WorkloadEntry
metadata: {name: mainframe-1, namespace: cellar}
spec:
  address: 192.0.2.71
  labels: {app: mainframe}
  ports:
    ${port}
`;

/** A port of a machine by a name that nobody calls. */
export const workloadEntryPort = check({
  id: "workload-entry-port",
  code: "MESH0387",
  aliases: [],
  level: "warning",
  kinds: [Kind.WorkloadEntry],
  summary: "A WorkloadEntry maps a port by a name that no ServiceEntry or Service of it has.",
  why: "Ports are mapped by the names of the Service's ports: this one is left aside, and connections go to the port of the Service's number.",
  fix: "Write the name of the port as the ServiceEntry or Service has it.",
  url: "https://istio.io/latest/docs/reference/config/networking/workload-entry/#WorkloadEntry",
  fires: objects("mq: 11414 # found"),
  silent: objects("tcp-mq: 11414"),
  *run({ id, spec }, mesh) {
    const written = Object.keys(spec.ports ?? {});
    const [workload] = written.length > 0 ? mesh.workloadsOf(id) : [];
    const hosts = workload ? [...mesh.servicesOf(workload), ...entriesOf(workload, mesh)] : [];
    const names = hosts
      .flatMap(({ ports }) => ports)
      .flatMap(({ name, targetPort }) => [name ?? "", `${targetPort}`]);
    for (const name of hosts.length > 0 ? written : []) {
      if (!names.includes(name)) {
        yield {
          path: `spec.ports.${name}`,
          message: `${quoted(name)} is no port of ${named(hosts.map(({ source }) => source.id))}; ports there are ${listed(new Set(hosts.flatMap(({ ports }) => ports.map((port) => port.name ?? port.port))))}`,
          related: hosts.map(({ source }) => source.id),
        };
      }
    }
  },
});
