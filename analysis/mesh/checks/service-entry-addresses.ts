import type { ServiceEntrySpec } from "../../../schemas/kinds/networking/service-entry";
import { check } from "../check";
import type { Declared } from "../declared-set";
import { fields, list } from "../fields";
import { Kind } from "../kinds";
import { grouped } from "../lazy";
import type { Mesh } from "../mesh";
import { quoted } from "../words";

const isTcp = ({ protocol = "" }: { protocol?: string }): boolean =>
  protocol === "" || protocol.toUpperCase() === "TCP";

/** Whether proxies have nothing but the port to tell the hosts of a ServiceEntry by. */
function lacksAddresses({ id, spec, object }: Declared<ServiceEntrySpec>, mesh: Mesh): boolean {
  const allocated = list(fields(object.status).addresses).length > 0;
  const ambient = mesh.namespaces.get(id.namespace)?.mode === "ambient";
  return (
    (spec.addresses ?? []).length === 0 && !allocated && !ambient && !mesh.config.autoAllocation
  );
}

/** Hosts that are told by a TCP port alone. */
const hostsByPort = (mesh: Mesh): ReadonlyMap<number, readonly string[]> =>
  new Map(
    [
      ...grouped(
        mesh.set
          .accepted(Kind.ServiceEntry)
          .filter((entry) => lacksAddresses(entry, mesh))
          .flatMap(({ spec }) =>
            (spec.ports ?? [])
              .filter(isTcp)
              .flatMap(({ number }) => spec.hosts.map((host) => ({ number, host }))),
          ),
        ({ number }) => number,
      ),
    ].map(([number, all]) => [number, [...new Set(all.map(({ host }) => host))]]),
  );

/** A ServiceEntry for TCP without an address of its own. */
export const serviceEntryAddresses = check({
  id: "service-entry-addresses",
  code: "IST0134",
  aliases: [],
  level: "warning",
  kinds: [Kind.ServiceEntry],
  summary: "A ServiceEntry has a TCP port and no addresses.",
  why: "TCP carries no host name, so sidecars take everything that is sent to the port, wherever to, for this host; where several hosts have the port, for one of them. Alone at its port, it is worth knowing only.",
  fix: "Write `addresses`, let sidecars answer DNS (ISTIO_META_DNS_CAPTURE), or name the port's protocol if it is HTTP or TLS.",
  url: "https://istio.io/latest/docs/reference/config/analysis/ist0134/",
  fires: `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: warehouse-db, namespace: reports}
spec:
  hosts: [warehouse.db.example]
  resolution: DNS
  location: MESH_EXTERNAL
  ports:
  - {number: 5432, name: postgres, protocol: TCP} # found
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: orders-db, namespace: reports}
spec:
  hosts: [orders.db.example]
  resolution: DNS
  location: MESH_EXTERNAL
  ports:
  - {number: 5432, name: postgres, protocol: TCP} # found
`,
  silent: `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: warehouse-db, namespace: reports}
spec:
  hosts: [warehouse.db.example]
  addresses: [198.51.100.7]
  resolution: DNS
  location: MESH_EXTERNAL
  ports:
  - {number: 5432, name: postgres, protocol: TCP}
`,
  *run(entry, mesh) {
    const { hosts, ports = [] } = entry.spec;
    if (!lacksAddresses(entry, mesh)) {
      return;
    }
    for (const [i, port] of ports.entries()) {
      const { number, protocol = "" } = port;
      if (isTcp(port)) {
        const all = mesh.fact(hostsByPort).get(number) ?? [];
        const other = all.find((host) => host !== hosts[0]);
        const more = all.length > 2 ? ` and ${all.length - 2} more` : "";
        yield {
          path: `spec.ports[${i}]`,
          message: `port ${number} ${protocol === "" ? "names no protocol, which stands for TCP" : "is TCP"}, and there are no addresses to tell its host by${other === undefined ? "" : `, nor from ${quoted(other)}${more}`}`,
          // Alone at its port, the host gets what is meant for it.
          ...(other === undefined && { level: "info" }),
        };
      }
    }
  },
});
