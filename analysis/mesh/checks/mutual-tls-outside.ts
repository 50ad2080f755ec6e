import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import { type ClientTls, clientTlsOf } from "../model/client-tls";
import type { Rule } from "../model/destination-rules";
import { quoted } from "../words";

/** The ServiceEntry of a host outside the mesh, as its own location says, which it does without one too. */
function outsideEntry(mesh: Mesh, host: string) {
  const { namespace, name } = mesh.hosts.named(host)[0]?.source.id ?? {};
  const all = mesh.hosts.named(host).every(({ source }) => source.id.kind === "ServiceEntry");
  const entry =
    all && namespace !== undefined && name !== undefined
      ? mesh.set.find(Kind.ServiceEntry, namespace, name)
      : undefined;
  if (!entry) {
    return undefined;
  }
  const { location, endpoints = [], workloadSelector } = entry.spec;
  // Addresses of one's own may be those of another mesh that has the same authority.
  const isOutside = location !== "MESH_INTERNAL" && endpoints.length === 0 && !workloadSelector;
  return isOutside ? entry : undefined;
}

function* judge(mesh: Mesh, rule: Rule, { tls, path }: ClientTls): Iterable<Verdict> {
  const entry = tls.mode === "ISTIO_MUTUAL" ? outsideEntry(mesh, rule.host) : undefined;
  if (entry) {
    yield {
      path: `${path}.mode`,
      message: `ISTIO_MUTUAL for ${quoted(rule.host)}: ${objectWords(entry.id)} says that it is outside the mesh, where nobody knows the mesh's certificates; write SIMPLE, or MUTUAL with certificates that the server knows`,
      related: [entry.id],
    };
  }
}

/** Mutual TLS with the mesh's certificates to a host outside. */
export const mutualTlsOutside = check({
  id: "mutual-tls-outside",
  code: "MESH0325",
  aliases: [],
  level: "warning",
  kinds: [Kind.DestinationRule],
  summary: "A DestinationRule has mode ISTIO_MUTUAL for a host outside the mesh.",
  why: "Clients show a certificate of the mesh and want one from the server, which has none: the handshake fails, and they get 503.",
  fix: "Use SIMPLE; or, if the host is a part of the mesh, set `location: MESH_INTERNAL` in its ServiceEntry.",
  url: "https://istio.io/latest/docs/ops/configuration/traffic-management/tls-configuration/",
  fires: `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: weather-api, namespace: farm}
spec:
  hosts: [api.weather.example.net]
  resolution: DNS
  ports: [{number: 443, name: http, protocol: HTTP}]
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: weather-api, namespace: farm}
spec:
  host: api.weather.example.net
  trafficPolicy:
    portLevelSettings:
    - port: {number: 443}
      tls:
        mode: ISTIO_MUTUAL # found
`,
  silent: `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: weather-api, namespace: farm}
spec:
  hosts: [api.weather.example.net]
  location: MESH_INTERNAL
  resolution: DNS
  ports: [{number: 443, name: http, protocol: HTTP}]
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: weather-api, namespace: farm}
spec:
  host: api.weather.example.net
  trafficPolicy:
    tls: {mode: ISTIO_MUTUAL}
`,
  *run({ id }, mesh) {
    const rule = mesh.ruleOf(id);
    yield* each(clientTlsOf(rule), (setting) => judge(mesh, rule, setting));
  },
});
