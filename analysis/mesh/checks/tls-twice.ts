import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { backendsOf, routeKinds } from "../model/api-routes";
import { type ClientTls, clientTlsOf, startsTls } from "../model/client-tls";
import type { Rule } from "../model/destination-rules";
import { isEncrypted } from "../model/protocol";
import { serviceOf } from "../model/providers";
import { known } from "../not-judged";
import { quoted } from "../words";

/** Hosts that routes of the Gateway API send requests to. */
const apiTargets = (mesh: Mesh): ReadonlySet<string> =>
  new Set(
    routeKinds
      .flatMap((kind) => mesh.set.all(kind))
      .flatMap((route) => known(() => backendsOf(route).flat()) ?? [])
      .map(({ name }) => name),
  );

/** Hosts that proxies call by themselves, in plain text: what takes their spans and logs, or answers for them. */
const providerHosts = (mesh: Mesh): ReadonlySet<string> =>
  new Set(
    [...mesh.config.extensionProviders.values()].flatMap((provider) => serviceOf(provider) ?? []),
  );

/** Whether somebody brings plain requests or bytes to a port: a route that starts TLS for its clients, or a proxy. */
function isCalledPlain(mesh: Mesh, host: string, port: number): boolean {
  const subsets = mesh.rulesNamed(host).flatMap((rule) => rule.subsets.map(({ name }) => name));
  return (
    mesh.fact(apiTargets).has(host) ||
    mesh.fact(providerHosts).has(host) ||
    [undefined, ...subsets]
      .flatMap((subset) => mesh.routeIndex.to(host, subset))
      .some((to) => to.protocol !== "tls" && (to.port === undefined || to.port === port))
  );
}

function* judge(mesh: Mesh, rule: Rule, { tls, path, port, labels }: ClientTls): Iterable<Verdict> {
  if (!startsTls(tls) || Object.keys(labels).length > 0) {
    return;
  }
  const entries = mesh.hosts
    .named(rule.host)
    .filter(({ source }) => source.id.kind === "ServiceEntry");
  const ports = entries
    .flatMap((entry) => entry.ports)
    .filter((own) => port === undefined || own.port === port);
  const [first] = ports;
  const isTold =
    first !== undefined &&
    ports.every((own) => isEncrypted(own.protocol) && !isCalledPlain(mesh, rule.host, own.port));
  if (isTold) {
    yield {
      path: `${path}.mode`,
      message: `clients speak TLS to port ${first.port} of ${quoted(rule.host)} themselves, as its protocol ${first.protocol} says, and mode ${tls.mode} puts TLS around it once more`,
      related: entries.map(({ source }) => source.id),
    };
  }
}

const entry = `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: tides, namespace: port}
spec:
  hosts: [api.tides.example.com]
  location: MESH_EXTERNAL
  resolution: DNS
`;
const rule = `---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: tides, namespace: port}
spec:
  host: api.tides.example.com
  trafficPolicy:
`;

/** A DestinationRule that starts TLS where clients speak it themselves. */
export const tlsTwice = check({
  id: "tls-twice",
  code: "MESH0131",
  aliases: [],
  level: "warning",
  kinds: [Kind.DestinationRule],
  summary: "A DestinationRule starts TLS to a port at which clients speak TLS themselves.",
  why: "The server gets TLS within TLS and refuses the handshake.",
  fix: "Leave the TLS settings out; or let clients speak plain HTTP to a port of protocol HTTP whose targetPort is the server's.",
  url: "https://istio.io/latest/docs/ops/common-problems/network-issues/#double-tls",
  fires: `${entry}  ports: [{number: 443, name: https, protocol: HTTPS}]
${rule}    tls:
      mode: SIMPLE # found
      sni: api.tides.example.com
`,
  silent: `${entry}  ports: [{number: 80, name: http, protocol: HTTP, targetPort: 443}]
${rule}    tls: {mode: SIMPLE, sni: api.tides.example.com}
`,
  *run({ id }, mesh) {
    const own = mesh.ruleOf(id);
    yield* each(clientTlsOf(own), (one) => judge(mesh, own, one));
  },
});
