import { check } from "../check";
import { fields, list } from "../fields";
import { Kind } from "../kinds";

/** A ServiceEntry for TCP without an address of its own. */
export const serviceEntryAddresses = check({
  id: "service-entry-addresses",
  code: "IST0134",
  aliases: [],
  level: "warning",
  kinds: [Kind.ServiceEntry],
  summary: "A ServiceEntry has a TCP port and no addresses.",
  why: "TCP carries no host name, so sidecars take everything that is sent to the port, wherever to, for this host.",
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
  *run({ id, spec, object }, mesh) {
    const { addresses = [], ports = [] } = spec;
    const allocated = list(fields(object.status).addresses).length > 0;
    const ambient = mesh.namespaces.get(id.namespace)?.mode === "ambient";
    if (addresses.length > 0 || allocated || ambient || mesh.config.autoAllocation) {
      return;
    }
    for (const [i, { number, protocol = "" }] of ports.entries()) {
      if (protocol === "" || protocol.toUpperCase() === "TCP") {
        yield {
          path: `spec.ports[${i}]`,
          message: `port ${number} ${protocol === "" ? "names no protocol, which stands for TCP" : "is TCP"}, and there are no addresses to tell its host by`,
        };
      }
    }
  },
});
