import { check } from "../check";
import { Kind } from "../kinds";
import { isIstios } from "../model/managed";
import { undetermined } from "../model/protocol";
import { ownHost } from "../own-host";

/** A Service for a name outside, with a port that takes connections of any kind. */
export const externalNamePort = check({
  id: "external-name-port",
  code: "IST0150",
  aliases: [],
  level: "warning",
  kinds: [Kind.Service],
  summary: "A port of a Service of type ExternalName has no protocol, or TCP.",
  why: "Such a port takes its number for every address: connections to others at the same port may end at this name.",
  fix: "Name the port by what is spoken at it: https, tls, http.",
  url: "https://istio.io/latest/docs/reference/config/analysis/ist0150/",
  fires: `apiVersion: v1
kind: Service
metadata: {name: pay, namespace: outside}
spec:
  type: ExternalName
  externalName: api.pay.example.com
  ports:
  - port: 443 # found
    name: tcp
  - port: 9443 # found
    name: pay
`,
  silent: `apiVersion: v1
kind: Service
metadata: {name: pay, namespace: outside}
spec:
  type: ExternalName
  externalName: api.pay.example.com
  ports:
  - {port: 443, name: https}
  - {port: 5000, name: tcp-x}
`,
  *run(service, mesh) {
    const own = ownHost(service, mesh);
    if (own?.externalName === undefined || isIstios(service)) {
      return;
    }
    for (const { name, port, protocol, path } of own.ports) {
      if (protocol === undetermined || name === "tcp") {
        yield {
          path,
          message: `port ${port} (${name ?? "without a name"}) of ${own.externalName} is open to connections of any kind; name it https, tls or http`,
        };
      }
    }
  },
});
