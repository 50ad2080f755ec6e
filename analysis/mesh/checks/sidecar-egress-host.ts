import { coversHost } from "../../../values/host";
import { scopedHost } from "../../../values/scoped-host";
import { serviceOfHost } from "../../../values/service-host";
import { check, type Verdict } from "../check";
import { each } from "../each";
import { hostProblem, meantService } from "../host-reference";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import type { Host } from "../model/services";
import { namespaceNames } from "../namespace-names";
import { Thing } from "../scope";
import { slip } from "../slip";
import { quoted } from "../words";

interface Wildcard {
  readonly path: string;
  readonly entry: string;
  readonly host: string;
  readonly place: string;
}

const anyPlace = "*";

/** A wildcard that stands for nothing, as far as all is known that it may stand for. */
function* judgeWildcard(mesh: Mesh, { path, entry, host, place }: Wildcard): Iterable<Verdict> {
  const names = mesh.fact(namespaceNames);
  if (place !== anyPlace && !names.has(place)) {
    if (mesh.speaksFor(Thing.Namespace, place, place)) {
      const { hint, fix } = slip(path, place, names, (meant) => `${meant}/${host}`);
      const message = `${quoted(entry)}: there is no namespace ${place}${hint}`;
      yield { path, message, ...fix };
    } else {
      yield { path, notDeclared: `Namespace ${place}` };
    }
    return;
  }
  const isNamed = host !== "*" && !host.endsWith(`.svc.${mesh.config.domain}`);
  const declares = ({ host: one, namespace }: Host) =>
    coversHost(host, one) && (place === anyPlace || namespace === place);
  if (
    isNamed &&
    place !== anyPlace &&
    mesh.speaksFor(Thing.ServiceEntry, place) &&
    !mesh.hosts.all.some(declares)
  ) {
    yield {
      path,
      message: `${quoted(entry)}: namespace ${place} declares no host that it stands for`,
    };
  }
}

function* judge(mesh: Mesh, path: string, entry: string, own: string): Iterable<Verdict> {
  const { excludes, namespace, host } = scopedHost(entry);
  const place = namespace === "." ? own : namespace;
  if (excludes || namespace === "~") {
    return;
  }
  if (host.startsWith("*")) {
    yield* judgeWildcard(mesh, { path, entry, host, place });
    return;
  }
  const full = meantService(mesh, host);
  if (full !== undefined) {
    const value = `${namespace}/${full}`;
    yield {
      path,
      message: `${quoted(host)} is read as the name of a host outside: write ${quoted(value)}`,
      fix: { path, value },
    };
    return;
  }
  const known = mesh.hosts.covering(host);
  if (place !== "*" && known.length > 0 && !known.some((one) => one.namespace === place)) {
    const [first] = known;
    const value = `${first?.namespace}/${host}`;
    yield {
      path,
      message: `${quoted(entry)}: ${first?.source.id.kind} ${first?.source.id.name} is of namespace ${first?.namespace}, not of ${place}; write ${quoted(value)}`,
      related: first ? [first.source.id] : [],
      fix: { path, value },
    };
    return;
  }
  const problem = hostProblem(mesh, {
    path,
    written: host,
    host,
    namespace: serviceOfHost(host)?.[0] ?? own,
    viewers: [own],
  });
  if (problem) {
    yield "message" in problem && problem.fix
      ? { ...problem, level: "warning", fix: { path, value: `${namespace}/${problem.fix.value}` } }
      : { ...problem, ...("message" in problem && { level: "warning" as const }) };
  }
}

/** A host in the scope of sidecars that nothing declares. */
export const sidecarEgressHost = check({
  id: "sidecar-egress-host",
  code: "KIA1004",
  aliases: [],
  level: "warning",
  kinds: [Kind.Sidecar],
  summary: "The scope of a Sidecar names a host that does not exist.",
  why: "Sidecars see what is named there and nothing else: the host that was meant is not reached, or reached without its rules.",
  fix: "Write `namespace/host` with the full name of the host and the namespace that declares it.",
  url: "https://kiali.io/docs/features/validations/",
  fires: `apiVersion: v1
kind: Service
metadata: {name: geo, namespace: lookup}
spec: {ports: [{port: 5000, name: grpc}], selector: {app: geo}}
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: default, namespace: trips}
spec:
  egress:
  - hosts:
    - "lookup/geos.lookup.svc.cluster.local" # found
    - "./geo.lookup.svc.cluster.local" # found
    - "lookup/geo.lookup" # found
    - "istio-system/*"
`,
  silent: `apiVersion: v1
kind: Service
metadata: {name: geo, namespace: lookup}
spec: {ports: [{port: 5000, name: grpc}], selector: {app: geo}}
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: default, namespace: trips}
spec:
  egress:
  - hosts:
    - "lookup/geo.lookup.svc.cluster.local"
    - "*/fares.elsewhere.svc.cluster.local"
    - "istio-system/*"
`,
  *run({ id, spec }, mesh) {
    const entries = (spec.egress ?? []).flatMap(({ hosts }, i) =>
      [...hosts.entries()].map(([j, entry]) => ({ path: `spec.egress[${i}].hosts[${j}]`, entry })),
    );
    yield* each(entries, ({ path, entry }) => judge(mesh, path, entry, id.namespace));
  },
});
