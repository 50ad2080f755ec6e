import type { TelemetrySpec } from "../../../schemas/kinds/telemetry/telemetry";
import { serviceOfHost } from "../../../values/service-host";
import { check } from "../check";
import type { Declared } from "../declared-set";
import { type Fields, fields } from "../fields";
import { Kind } from "../kinds";
import type { ObjectId } from "../kubernetes-object";
import { grouped } from "../lazy";
import type { Mesh } from "../mesh";
import { attachmentOf } from "../model/attachments";
import { serviceOf } from "../model/providers";
import { selects } from "../model/selector";
import { followersOf, isInScope } from "../model/sidecar-scope";
import type { Sidecar } from "../model/sidecars";
import { providersOf, type TelemetryUse } from "../model/telemetry-providers";
import type { Workload } from "../model/workloads";
import { named, quoted } from "../words";

/** A provider that proxies are told to send to, and by what. */
interface Used {
  readonly name: string;
  readonly by: ObjectId;
  /** Whether requests wait for its answer. */
  readonly isAsked: boolean;
}

const uses: readonly TelemetryUse[] = ["accessLogging", "metrics", "tracing"];

const telemetries = (mesh: Mesh): ReadonlyMap<string, readonly Declared<TelemetrySpec>[]> =>
  grouped(
    mesh.set.all(Kind.Telemetry).filter((one) => attachmentOf(one).targets.length === 0),
    ({ id }) => id.namespace,
  );

/** Providers of Telemetries for a workload: for each use those of the nearest that names some. */
function ofTelemetry({ namespace, labels }: Workload, mesh: Mesh): Used[] {
  const all = mesh.fact(telemetries);
  const own = (all.get(namespace) ?? []).filter((one) => selects(attachmentOf(one).labels, labels));
  const isWide = (one: Declared<TelemetrySpec>) =>
    Object.keys(attachmentOf(one).labels).length === 0;
  const nearest = [
    ...own.filter((one) => !isWide(one)),
    ...own.filter(isWide),
    ...(all.get(mesh.config.rootNamespace) ?? []).filter(isWide),
  ];
  return uses.flatMap((use) => {
    const [first = []] = nearest
      .map(({ id, spec }) =>
        providersOf(spec)
          .filter((one) => one.use === use)
          .map(({ name }) => ({ name, by: id, isAsked: false })),
      )
      .filter((found) => found.length > 0);
    return first;
  });
}

const ofPolicies = (workload: Workload, mesh: Mesh): Used[] =>
  mesh.authorizations
    .on(workload)
    .filter(({ spec }) => spec.action === "CUSTOM")
    .map(({ id, spec }) => ({ name: spec.provider?.name ?? "", by: id, isAsked: true }));

const usedBy = (workload: Workload, mesh: Mesh): Used[] =>
  workload.mode === "sidecar" && workload.gateway === undefined
    ? [...ofPolicies(workload, mesh), ...ofTelemetry(workload, mesh)]
    : [];

/** The Service of a provider that a Sidecar leaves out. */
function hiddenHost(provider: Fields, { id, spec }: Sidecar, mesh: Mesh): string | undefined {
  const host = serviceOf(provider);
  const [namespace] = host === undefined ? [] : (serviceOfHost(host) ?? []);
  const known = host === undefined ? [] : mesh.hosts.named(host);
  const places = known.length > 0 ? known.map((one) => one.namespace) : [namespace];
  const isSeen = places.some(
    (place) =>
      host === undefined ||
      place === undefined ||
      isInScope(spec.egress ?? [], id.namespace, { host, namespace: place }),
  );
  return isSeen ? undefined : host;
}

const objects = (host: string): string => `apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data:
  mesh: "{extensionProviders: [{name: spans, zipkin: {service: zipkin.tracing.svc.cluster.local, port: 9411}}]}"
---
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: {name: spans, namespace: istio-system}
spec: {tracing: [{providers: [{name: spans}]}]}
---
apiVersion: v1
kind: Namespace
metadata: {name: farm, labels: {istio-injection: enabled}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: barn, namespace: farm}
spec:
  template:
    metadata: {labels: {app: barn}}
    spec: {containers: [{name: barn}]}
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: default, namespace: farm}
spec:
  egress:
  - hosts: [./*, ${host}]
`;

/** A Sidecar that leaves out what its proxies send spans or logs to, or ask for permission. */
export const sidecarHidesProvider = check({
  id: "sidecar-hides-provider",
  code: "MESH0381",
  aliases: [],
  level: "warning",
  kinds: [Kind.Sidecar],
  summary: "A Sidecar leaves out the Service of a provider that its proxies are told to use.",
  why: "The proxies do not know the Service: logs and spans are lost, and where permission is asked, every request is refused.",
  fix: "Add the Service to the egress hosts of the Sidecar, with its namespace.",
  url: "https://github.com/istio/istio/issues/53701",
  fires: objects("istio-system/*] # found").replace("found]", "found"),
  silent: objects("tracing/zipkin.tracing.svc.cluster.local"),
  *run(sidecar, mesh) {
    if (sidecar.spec.egress === undefined || mesh.config.extensionProviders.size === 0) {
      return;
    }
    const told = new Set<string>();
    for (const workload of followersOf(sidecar, mesh)) {
      for (const { name, by, isAsked } of usedBy(workload, mesh)) {
        const provider = fields(mesh.config.extensionProviders.get(name));
        const host = told.has(name) ? undefined : hiddenHost(provider, sidecar, mesh);
        told.add(name);
        if (host !== undefined) {
          yield {
            path: "spec.egress",
            message: `${quoted(host)} of provider ${name}, which ${named([by])} names, is not among the hosts`,
            related: [by, workload.source.id],
            ...(isAsked && { level: "error" }),
          };
        }
      }
    }
  },
});
