import { check } from "../check";
import { Kind } from "../kinds";
import { rivalPorts } from "../model/service-entry-ports";
import { listed, named, quoted } from "../words";

/** One host and port with two protocols. */
export const serviceEntryProtocol = check({
  id: "service-entry-protocol",
  code: "IST0177",
  aliases: ["KIA1212"],
  level: "warning",
  kinds: [Kind.ServiceEntry],
  summary: "Two ServiceEntries give the same host and port different protocols.",
  why: "Sidecars take one of them: requests are routed as HTTP or passed on as bytes, as it happens.",
  fix: "Give both the same protocol, or export them to different namespaces.",
  url: "https://istio.io/latest/docs/reference/config/analysis/ist0177/",
  fires: `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: maps, namespace: routing}
spec:
  hosts: [tiles.example.net]
  resolution: DNS
  ports:
  - {number: 8443, name: https, protocol: HTTPS} # found
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: maps, namespace: mobile}
spec:
  hosts: [tiles.example.net]
  resolution: DNS
  ports:
  - {number: 8443, name: http, protocol: HTTP} # found
`,
  silent: `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: maps, namespace: routing}
spec:
  hosts: [tiles.example.net]
  exportTo: ["."]
  resolution: DNS
  ports:
  - {number: 8443, name: https, protocol: HTTPS}
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: maps, namespace: mobile}
spec:
  hosts: [tiles.example.net]
  exportTo: ["."]
  resolution: DNS
  ports:
  - {number: 8443, name: http, protocol: HTTP}
`,
  *run({ id }, mesh) {
    for (const { own, others } of rivalPorts(mesh, id)) {
      const different = others.filter(({ protocol }) => protocol !== own.protocol);
      if (different.length > 0) {
        const ids = different.map(({ host }) => host.source.id);
        yield {
          path: own.path,
          message: `${quoted(own.host.host)} has port ${own.port} as ${own.protocol} here, and as ${listed(new Set(different.map(({ protocol }) => protocol)))} in ${named(ids)}`,
          related: ids,
        };
      }
    }
  },
});
