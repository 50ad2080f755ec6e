import type { SidecarIngress } from "../../../schemas/kinds/networking/sidecar";
import { keyedFacts } from "../../mesh/keyed-facts";
import { Kind } from "../../mesh/kinds";
import { grouped } from "../../mesh/lazy";
import type { Mesh } from "../../mesh/mesh";
import { compared, createdAt } from "../../mesh/model/creation";
import { portProtocol, seesRequests, undetermined } from "../../mesh/model/protocol";
import { selects } from "../../mesh/model/selector";
import type { Host, HostPort } from "../../mesh/model/services";
import { sidecarOf } from "../../mesh/model/sidecar-of";
import type { Workload } from "../../mesh/model/workloads";
import { NotJudged } from "../../mesh/not-judged";

/** How a proxy reads what comes in: as requests, as bytes, or as the first bytes show. */
export type Reading = "requests" | "bytes" | "either";

/** How a port of a protocol is read. */
export const readingOf = (protocol: string): Reading =>
  protocol === undetermined ? "either" : seesRequests(protocol) ? "requests" : "bytes";

/** Hosts of ServiceEntries that choose Pods, by their namespace. */
const choosingEntries = (mesh: Mesh): ReadonlyMap<string, readonly Host[]> =>
  grouped(
    mesh.set.all(Kind.ServiceEntry).length === 0
      ? []
      : mesh.hosts.all.filter(
          ({ source, selector }) => source.id.kind === "ServiceEntry" && selector,
        ),
    ({ namespace }) => namespace,
  );

function hostsOf(mesh: Mesh, server: Workload): Host[] {
  const entries = mesh.fact(choosingEntries).get(server.namespace) ?? [];
  return [
    ...mesh.servicesOf(server),
    ...entries.filter(({ selector = {} }) => selects(selector, server.labels)),
  ].sort((a, b) => compared(createdAt(a), createdAt(b)) || compared(a.host, b.host));
}

const leadsTo = ({ targetPort, transport }: HostPort, { ports }: Workload, port: number): boolean =>
  transport !== "UDP" &&
  (typeof targetPort === "string"
    ? ports.some(({ name, port: own }) => name === targetPort && own === port)
    : targetPort === port);

/** What a Sidecar's own listener says of a port. */
function byIngress(ingress: readonly SidecarIngress[], port: number): Reading {
  const own = ingress.find((one) => one.port.number === port);
  if (own === undefined) {
    return "either";
  }
  if (own.tls !== undefined) {
    throw new NotJudged("tls of a Sidecar's ingress is not modelled");
  }
  const { protocol, name } = own.port;
  return readingOf(portProtocol({ appProtocol: protocol, name, transport: "TCP", port }));
}

/**
 * How a sidecar reads what comes to a port of its Pods: as the oldest Service that leads there says, or the
 * Sidecar that lists its ports. Ports that none of them names are looked at.
 */
export const inboundReading = (mesh: Mesh, server: Workload, port: number): Reading =>
  mesh.fact(readings).get([server, port], () => readingAt(mesh, server, port));

const readings = keyedFacts<[server: Workload, port: number], Reading>();

function readingAt(mesh: Mesh, server: Workload, port: number): Reading {
  const ingress = sidecarOf(mesh, server.namespace, server.labels)?.spec.ingress ?? [];
  if (ingress.length > 0) {
    return byIngress(ingress, port);
  }
  const found = hostsOf(mesh, server)
    .flatMap(({ ports }) => ports)
    .find((one) => leadsTo(one, server, port));
  return readingOf(found?.protocol ?? undetermined);
}
