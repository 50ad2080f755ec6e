import { proxyResources } from "../../../values/known-names";
import { check } from "../check";
import { type Fields, fields } from "../fields";
import { type ObjectId, objectWords } from "../kubernetes-object";
import { grouped } from "../lazy";
import type { Mesh } from "../mesh";
import { podKinds } from "../model/workloads";
import { listed } from "../words";

/** What a quota asks of every container, and the annotation that says it of the proxy. */
const demands: Readonly<Record<string, string>> = {
  "requests.cpu": proxyResources.cpu.request,
  cpu: proxyResources.cpu.request,
  "requests.memory": proxyResources.memory.request,
  memory: proxyResources.memory.request,
  "limits.cpu": proxyResources.cpu.limit,
  "limits.memory": proxyResources.memory.limit,
};
const annotationNames = new Set(Object.values(demands));

interface Quota {
  readonly id: ObjectId;
  readonly hard: Fields;
}

const ofKind = (mesh: Mesh, kind: string) => mesh.set.objects.filter(({ id }) => id.kind === kind);

/** Quotas by namespace; a LimitRange fills in what containers do not say. */
function quotas(mesh: Mesh): ReadonlyMap<string, readonly Quota[]> {
  const filled = new Set(ofKind(mesh, "LimitRange").map(({ id }) => id.namespace));
  return grouped(
    ofKind(mesh, "ResourceQuota")
      .filter(({ id }) => !filled.has(id.namespace))
      .map(({ id, object }) => ({ id, hard: fields(fields(object.spec).hard) })),
    ({ id }) => id.namespace,
  );
}

const objects = (annotations: string): string => `apiVersion: v1
kind: Namespace
metadata: {name: market, labels: {istio-injection: enabled}}
---
apiVersion: v1
kind: ResourceQuota
metadata: {name: market, namespace: market}
spec: {hard: {limits.cpu: "8"}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: stalls, namespace: market}
spec:
  template:
    metadata:
      labels: {app: stalls}
      annotations: {${annotations}} # found
    spec: {containers: [{name: stalls, resources: {limits: {cpu: 1}}}]}
`;

/** A proxy without what a quota asks of every container. */
export const quotaOfProxies = check({
  id: "quota-of-proxies",
  code: "MESH0250",
  aliases: [],
  level: "error",
  kinds: podKinds,
  summary:
    "A ResourceQuota asks for limits of every container, and annotations leave the proxy without.",
  why: "One of these annotations takes the place of all that the mesh gives a proxy by default; the API server refuses Pods with a container that says nothing of what the quota counts.",
  fix: "Write the other annotations of the proxy's resources too, or a LimitRange for the namespace.",
  url: "https://istio.io/latest/docs/setup/additional-setup/sidecar-injection/#customizing-injection",
  fires: objects('sidecar.istio.io/proxyCPU: "100m"'),
  silent: objects('sidecar.istio.io/proxyCPU: "100m", sidecar.istio.io/proxyCPULimit: "1"').replace(
    " # found",
    "",
  ),
  *run({ id }, mesh) {
    for (const { annotations, labelsPath, mode, gateway } of mesh.workloadsOf(id)) {
      const isOwn = Object.keys(annotations).some((name) => annotationNames.has(name));
      const all = mode === "sidecar" && !gateway && isOwn ? mesh.fact(quotas) : undefined;
      for (const quota of all?.get(id.namespace) ?? []) {
        const missing = Object.keys(quota.hard).flatMap((name) => {
          const annotation = demands[name];
          return annotation === undefined || annotations[annotation] ? [] : annotation;
        });
        if (missing.length > 0) {
          yield {
            path: labelsPath.replace("labels", "annotations"),
            message: `${objectWords(quota.id)} counts ${listed(Object.keys(quota.hard))}, and the proxy has no ${listed(missing)}`,
            related: [quota.id],
          };
        }
      }
    }
  },
});
