import type { ServiceEntrySpec } from "../../../schemas/kinds/networking/service-entry";
import { fullName } from "../../../values/service-host";
import { Kind } from "../../mesh/kinds";
import { kindOf } from "../../mesh/kubernetes-object";
import type { Mesh } from "../../mesh/mesh";
import type { Host, HostPort } from "../../mesh/model/services";
import { known } from "../../mesh/not-judged";
import type { Answer, Reached } from "../answer";

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

/** Addresses behind a port of a host outside, where the set says them. */
function addressesOf(mesh: Mesh, { service, namespace, workload, port }: Reached): string[] {
  if (service === undefined || workload !== undefined) {
    return [];
  }
  const host = namespace === undefined ? service : fullName(service, namespace, mesh.config.domain);
  return mesh.hosts
    .named(host)
    .flatMap((one) =>
      one.ports.filter((own) => own.port === port).flatMap((own) => ofHost(one, own)),
    );
}

const words = (all: readonly string[]): string => [...new Set(all)].sort().join(", ");

/** Addresses that are others in two sets, in words; for answers by the same hosts outside. */
export function addressesChange(
  [before, after]: readonly [Mesh, Mesh],
  { destinations, trail }: Answer,
): string | undefined {
  // Who is outside of the mesh asks DNS.
  const isRead = trail.some(({ kind }) => kind === "ServiceEntry" || kind === "Service");
  const changes = destinations.flatMap((one) => {
    const [old, now] = [before, after].map((mesh) => known(() => words(addressesOf(mesh, one))));
    return !isRead || !old || !now || old === now ? [] : [`${old} → ${now}`];
  });
  return changes.length === 0 ? undefined : words(changes);
}
