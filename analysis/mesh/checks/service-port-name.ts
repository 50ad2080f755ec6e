import { closest, didYouMean } from "../../../values/closest";
import { check, type Verdict } from "../check";
import { type Fields, fields, list, text } from "../fields";
import { Kind } from "../kinds";
import { isIstios } from "../model/managed";
import { protocolNames, undetermined } from "../model/protocol";
import type { HostPort } from "../model/services";
import { isKubernetesOwn } from "../namespace-names";
import { ownHost } from "../own-host";

function judge({ path, port }: HostPort, { name, appProtocol }: Fields): Verdict {
  const field = text(appProtocol) === undefined ? "name" : "appProtocol";
  const said = text(appProtocol) ?? text(name);
  if (said === undefined) {
    return { path, message: `port ${port} has neither a name nor an appProtocol` };
  }
  const meant = closest(said, protocolNames);
  return {
    path: `${path}.${field}`,
    message: `${JSON.stringify(said)} is no protocol that Istio knows${didYouMean(said, protocolNames)}`,
    ...(meant !== undefined && { fix: { path: `${path}.${field}`, value: meant } }),
  };
}

/** A Service's port of which nobody says what is spoken at it. */
export const servicePortName = check({
  id: "service-port-name",
  code: "IST0118",
  aliases: ["KIA0601", "KIA0602"],
  level: "info",
  kinds: [Kind.Service],
  summary: "Neither the name nor the appProtocol of a Service's port says a protocol.",
  why: "The proxy looks at the first bytes: a protocol in which the server speaks first hangs, and routes hold only for what looks like HTTP.",
  fix: "Name the port <protocol>-<anything>, or set appProtocol.",
  url: "https://istio.io/latest/docs/reference/config/analysis/ist0118/",
  fires: `apiVersion: v1
kind: Service
metadata: {name: hotel, namespace: travel}
spec:
  ports:
  - port: 8080
    name: web # found
  - port: 8081
    name: admin
    appProtocol: htttp # found
  selector: {app: hotel}
`,
  silent: `apiVersion: v1
kind: Service
metadata: {name: hotel, namespace: travel}
spec:
  ports:
  - {port: 8080, name: http-web}
  - {port: 8081, name: admin, appProtocol: kubernetes.io/h2c}
  - {port: 3306, name: db}
  - {port: 9999, name: metrics, protocol: UDP}
`,
  *run(service, mesh) {
    const own = ownHost(service, mesh);
    const isSystem = isKubernetesOwn(service.id.namespace);
    if (own === undefined || own.externalName !== undefined || isSystem || isIstios(service)) {
      return;
    }
    const words = list(fields(service.object.spec).ports);
    for (const [i, port] of own.ports.entries()) {
      if (port.protocol === undetermined) {
        yield judge(port, words[i] ?? {});
      }
    }
  },
});
