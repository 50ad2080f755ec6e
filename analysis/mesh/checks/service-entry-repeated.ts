import { check } from "../check";
import { Kind } from "../kinds";
import { rivalPorts } from "../model/service-entry-ports";
import { named, quoted } from "../words";

/** One host and port twice, in one namespace. */
export const serviceEntryRepeated = check({
  id: "service-entry-repeated",
  code: "KIA1211",
  aliases: [],
  level: "warning",
  kinds: [Kind.ServiceEntry],
  summary: "Two ServiceEntries declare the same host and port.",
  why: "Their endpoints are joined where both are in one namespace; everything else, such as the resolution, is taken from one of them.",
  fix: "Declare a host once, or export the ServiceEntries to different namespaces.",
  url: "https://kiali.io/docs/features/validations/",
  fires: `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: sms, namespace: notify}
spec:
  hosts: [api.sms.example]
  resolution: DNS
  ports:
  - {number: 443, name: tls, protocol: TLS} # found
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: vendors, namespace: notify}
spec:
  hosts: [api.mail.example, api.sms.example]
  resolution: NONE
  ports:
  - {number: 443, name: tls, protocol: TLS} # found
`,
  silent: `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: sms, namespace: notify}
spec:
  hosts: [api.sms.example]
  resolution: DNS
  ports:
  - {number: 443, name: tls, protocol: TLS}
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: sms-push, namespace: notify}
spec:
  hosts: [api.sms.example]
  resolution: DNS
  ports:
  - {number: 8443, name: tls-push, protocol: TLS}
`,
  *run({ id }, mesh) {
    for (const { own, others } of rivalPorts(mesh, id)) {
      const same = others.filter(({ protocol }) => protocol === own.protocol);
      if (same.length > 0) {
        const ids = same.map(({ host }) => host.source.id);
        yield {
          path: own.path,
          message: `${quoted(own.host.host)} with port ${own.port} is declared by ${named(ids)} too`,
          related: ids,
        };
      }
    }
  },
});
