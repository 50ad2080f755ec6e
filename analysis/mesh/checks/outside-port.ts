import { coversHost } from "../../../values/host";
import { check, type Verdict } from "../check";
import type { Declared } from "../declared-set";
import { each } from "../each";
import { Kind, type Specs } from "../kinds";
import { kindOf } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import { hasBackendTls } from "../model/backend-tls";
import { clientTlsOf, startsTls } from "../model/client-tls";
import type { Rule } from "../model/destination-rules";
import { isEncrypted, isRequestProtocol } from "../model/protocol";
import type { Host, HostPort } from "../model/services";
import { rulesCovering } from "../rules-covering";
import { quoted } from "../words";

type Entry = Declared<Specs["ServiceEntry.networking.istio.io"]>;

/** Ports that everybody knows: of plain HTTP, and of HTTP within TLS. */
const httpPort = 80;
const httpsPort = 443;

/** Hosts of all routes; many of them are asked for one. */
function routedHosts(mesh: Mesh): { exact: ReadonlySet<string>; wide: readonly string[] } {
  const all = new Set(mesh.routes.flatMap(({ hosts }) => hosts));
  return { exact: all, wide: [...all].filter((host) => host.startsWith("*")) };
}

function isRouted(mesh: Mesh, host: string): boolean {
  const { exact, wide } = mesh.fact(routedHosts);
  return exact.has(host) || wide.some((one) => coversHost(one, host));
}

/** Whether connections to a host go to the port that is called: no route and no endpoint leads them elsewhere. */
const isDirect = (mesh: Mesh, { host, source }: Host): boolean =>
  !isRouted(mesh, host) &&
  kindOf(source.id) === Kind.ServiceEntry &&
  ((source as Entry).spec.endpoints ?? []).every(({ ports }) => ports === undefined) &&
  (source as Entry).spec.workloadSelector === undefined;

/** Ports of HTTP at which a server outside is reached under the very number that is called. */
function directPorts(mesh: Mesh, host: Host, number: number): HostPort[] {
  const ports = host.ports.filter(
    ({ port, targetPort, protocol }) =>
      port === number && targetPort === number && isRequestProtocol(protocol),
  );
  return ports.length > 0 && isDirect(mesh, host) ? ports : [];
}

/** Where a rule starts TLS to a port, unless settings for the port say otherwise. */
const tlsPathOf = (rule: Rule, port: number): string | undefined => {
  const { portLevelSettings = [] } = rule.source.spec.trafficPolicy ?? {};
  const hasOwn = portLevelSettings.some((own) => own.port?.number === port);
  return clientTlsOf(rule).find(
    ({ tls, port: own, labels }) =>
      startsTls(tls) &&
      Object.keys(labels).length === 0 &&
      (own === port || (own === undefined && !hasOwn)),
  )?.path;
};

const entry = (ports: string): string => `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: stamps, namespace: post}
spec:
  hosts: [api.stamps.example.com]
  location: MESH_EXTERNAL
  resolution: DNS
  ports:
${ports}`;

const rule = (trafficPolicy: string): string => `---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: stamps, namespace: post}
spec:
  host: api.stamps.example.com
  trafficPolicy:
${trafficPolicy}`;

/** TLS that is started to a server's port for plain text. */
export const tlsToPlainPort = check({
  id: "tls-to-plain-port",
  code: "MESH0135",
  aliases: [],
  level: "warning",
  kinds: [Kind.DestinationRule],
  summary: "A DestinationRule starts TLS to port 80 of a server outside.",
  why: "Servers speak plain HTTP at port 80 and take the handshake for a bad request: every request ends with 503.",
  fix: "Set `targetPort: 443` at the port of the ServiceEntry.",
  url: "https://istio.io/latest/docs/tasks/traffic-management/egress/egress-tls-origination/",
  fires: `${entry("  - {number: 80, name: http, protocol: HTTP}\n")}${rule(`    tls:
      mode: SIMPLE # found
`)}`,
  silent: `${entry("  - {number: 80, name: http, protocol: HTTP, targetPort: 443}\n")}${rule(`    tls:
      mode: SIMPLE
`)}`,
  *run({ id }, mesh) {
    const own = mesh.ruleOf(id);
    const path = tlsPathOf(own, httpPort);
    if (path === undefined) {
      return;
    }
    yield* each(mesh.hosts.named(own.host), function* (host): Iterable<Verdict> {
      if (directPorts(mesh, host, httpPort).length > 0) {
        yield {
          path: `${path}.mode`,
          message: `TLS is started to port ${httpPort} of ${quoted(own.host)}, which its server has for plain HTTP; ServiceEntry ${host.source.id.name} names no targetPort`,
          related: [host.source.id],
        };
      }
    });
  },
});

/** Whether some client is told to speak TLS to a port of a host. */
const isTlsStarted = (mesh: Mesh, host: string, port: number): boolean =>
  rulesCovering(mesh, host)
    .flatMap(clientTlsOf)
    .some(({ tls, port: own }) => tls.mode !== "DISABLE" && (own === undefined || own === port));

/** Whether another ServiceEntry says that clients speak TLS to a port; that the two differ is told of them. */
const isSaidToBeTls = (mesh: Mesh, host: string, port: number): boolean =>
  mesh.hosts
    .named(host)
    .flatMap(({ ports }) => ports)
    .some((own) => own.port === port && isEncrypted(own.protocol));

/** A server's port for TLS that is said to be one for plain text. */
export const plainAtTlsPort = check({
  id: "plain-at-tls-port",
  code: "MESH0136",
  aliases: [],
  level: "warning",
  kinds: [Kind.ServiceEntry],
  summary: "A ServiceEntry says that port 443 of a server outside is plain HTTP.",
  why: "Proxies take what clients send for HTTP and cannot read the TLS of those who call with https; plain requests are refused by the server.",
  fix: "Write protocol TLS where clients call with https; where proxies are to start TLS, add a DestinationRule that does.",
  url: "https://istio.io/latest/docs/ops/common-problems/network-issues/#sending-https-to-an-http-port",
  fires: entry("  - number: 443\n    name: http\n    protocol: HTTP # found\n"),
  silent: `${entry("  - {number: 443, name: http, protocol: HTTP}\n")}${rule(`    tls: {mode: SIMPLE}
`)}`,
  *run(object, mesh) {
    const { id, spec } = object;
    const own = spec.hosts
      .flatMap((host) => mesh.hosts.named(host))
      .filter(({ source }) => source === object);
    const [first] = own.flatMap((host) => directPorts(mesh, host, httpsPort));
    const isTls =
      hasBackendTls(mesh, { ...id, kind: "ServiceEntry" }) ||
      own.some(
        ({ host }) => isTlsStarted(mesh, host, httpsPort) || isSaidToBeTls(mesh, host, httpsPort),
      );
    if (first !== undefined && !isTls) {
      yield {
        path: `${first.path}.protocol`,
        message: `port ${httpsPort} of ${quoted(own[0]?.host ?? id.name)} is said to be ${first.protocol}, and no DestinationRule starts TLS to it`,
      };
    }
  },
});
