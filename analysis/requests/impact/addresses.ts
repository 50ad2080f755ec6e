import type { ServiceEntrySpec } from "../../../schemas/kinds/networking/service-entry";
import { fullName } from "../../../values/service-host";
import { Kind } from "../../mesh/kinds";
import { kindOf } from "../../mesh/kubernetes-object";
import type { Mesh } from "../../mesh/mesh";
import type { Host, HostPort } from "../../mesh/model/services";
import type { Reached } from "../answer";

/** Where a ServiceEntry says that its host is. */
function ofEntry(spec: ServiceEntrySpec, { name = "", targetPort }: HostPort): string[] {
  return (spec.endpoints ?? []).map(
    ({ address = "", ports }) => `${address}:${ports?.[name] ?? targetPort}`,
  );
}

function ofHost({ source, externalName }: Host, port: HostPort): string[] {
  if (kindOf(source.id) === Kind.ServiceEntry) {
    return ofEntry(source.spec as ServiceEntrySpec, port);
  }
  return externalName === undefined ? [] : [externalName];
}

/** Addresses behind a port of a host outside; undefined where the set does not say them. */
export function addressesOf(
  mesh: Mesh,
  { service, namespace, workload, port }: Reached,
): string | undefined {
  if (service === undefined || workload !== undefined) {
    return undefined;
  }
  const host = namespace === undefined ? service : fullName(service, namespace, mesh.config.domain);
  const all = mesh.hosts
    .named(host)
    .flatMap((one) =>
      one.ports.filter((own) => own.port === port).flatMap((own) => ofHost(one, own)),
    );
  return all.length === 0 ? undefined : [...new Set(all)].sort().join(", ");
}
