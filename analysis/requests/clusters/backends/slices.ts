import { serviceNameLabel } from "../../../../values/known-names";
import type { Declared } from "../../../mesh/declared-set";
import { type Fields, fields, list, number, text } from "../../../mesh/fields";
import { Kind } from "../../../mesh/kinds";
import { grouped } from "../../../mesh/lazy";
import type { Mesh } from "../../../mesh/mesh";
import type { Host, HostPort } from "../../../mesh/model/services";
import { type Backend, workloadBackend } from "./backend";
import type { Backends } from "./backends-of";

/** A part of what an object says of who stands behind a Service. */
interface Part {
  readonly service: string;
  readonly ports: readonly Fields[];
  readonly addresses: readonly { readonly ips: readonly string[]; readonly target: Fields }[];
}

function ofSlice({ id, labels, object }: Declared): Part[] {
  const service = labels[serviceNameLabel];
  const ready = list(object.endpoints).filter(
    ({ conditions }) => fields(conditions).ready !== false,
  );
  return service === undefined
    ? []
    : [
        {
          service: `${id.namespace}/${service}`,
          ports: list(object.ports),
          addresses: ready.map(({ addresses, targetRef }) => ({
            ips: Array.isArray(addresses) ? addresses.map(String) : [],
            target: fields(targetRef),
          })),
        },
      ];
}

const ofEndpoints = ({ id, object }: Declared): Part[] =>
  list(object.subsets).map(({ ports, addresses }) => ({
    service: `${id.namespace}/${id.name}`,
    ports: list(ports),
    addresses: list(addresses).map(({ ip, targetRef }) => ({
      ips: [text(ip) ?? ""],
      target: fields(targetRef),
    })),
  }));

const byService = ({ set }: Mesh): ReadonlyMap<string, readonly Part[]> =>
  grouped(
    [
      ...set.all(Kind.EndpointSlice).flatMap(ofSlice),
      ...set.all(Kind.Endpoints).flatMap(ofEndpoints),
    ],
    ({ service }) => service,
  );

function ofPart(mesh: Mesh, { namespace }: Host, port: HostPort, part: Part): Backend[] {
  const own = part.ports.find(({ name }) => (text(name) ?? "") === (port.name ?? ""));
  const target = own && number(own.port);
  return target === undefined
    ? []
    : part.addresses.flatMap(({ ips: [address], target: { kind, name } }) => {
        const pod =
          kind === "Pod" ? mesh.set.find(Kind.Pod, namespace, text(name) ?? "") : undefined;
        const [workload] = pod ? mesh.workloadsOf(pod.id) : [];
        if (workload !== undefined) {
          return workloadBackend(mesh, workload, target);
        }
        return address === undefined
          ? []
          : {
              address,
              port: target,
              weight: 1,
              namespace,
              labels: {},
              mutual: false,
              hbone: false,
            };
      });
}

/** Who stands behind a Service without a selector, as far as objects of the set name them. */
export function sliceBackends(mesh: Mesh, host: Host, port: HostPort): Backends {
  const { id } = host.source;
  const parts = mesh.fact(byService).get(`${id.namespace}/${id.name}`) ?? [];
  return {
    all: parts.flatMap((part) => ofPart(mesh, host, port, part)),
    known: parts.length > 0,
  };
}
