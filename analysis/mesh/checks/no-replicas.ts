import { check, type Verdict } from "../check";
import { each } from "../each";
import { fields } from "../fields";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { selects } from "../model/selector";
import type { RouteDestination } from "../model/virtual-services";
import type { Workload } from "../model/workloads";
import { named, quoted } from "../words";

/** What answers at a destination, as far as it is declared. */
function workloadsOf(mesh: Mesh, { host, subset }: RouteDestination): readonly Workload[] {
  const labels =
    mesh
      .rulesNamed(host)
      .flatMap(({ subsets }) => subsets)
      .find(({ name }) => name === subset)?.labels ?? {};
  return mesh.hosts
    .named(host)
    .flatMap((one) => mesh.podsOf(one))
    .filter((workload) => selects(labels, workload.labels));
}

/**
 * Whether something else decides how many Pods run: their number in the set is the first one only. A Rollout
 * may run Pods by the template of a Deployment, which has none itself.
 */
const isScaled = (mesh: Mesh, { namespace, name }: Workload): boolean =>
  mesh.set.inNamespace(namespace).some(({ object }) => {
    const { scaleTargetRef, workloadRef } = fields(object.spec);
    return fields(scaleTargetRef).name === name || fields(workloadRef).name === name;
  });

function* judge(mesh: Mesh, to: RouteDestination): Iterable<Verdict> {
  const workloads = to.used ? workloadsOf(mesh, to) : [];
  const runs = (one: Workload) => one.replicas !== 0 || isScaled(mesh, one);
  if (workloads.length === 0 || workloads.some(runs)) {
    return;
  }
  const subset = to.subset === undefined ? "" : `subset ${quoted(to.subset)} of `;
  const ids = workloads.map(({ source }) => source.id);
  yield {
    path: `${to.path}.${to.subset === undefined ? "host" : "subset"}`,
    message: `${subset}${quoted(to.written)} gets requests, and ${named(ids)} has 0 replicas`,
    related: ids,
    ...(to.mirror && { level: "warning" }),
  };
}

const service = `apiVersion: v1
kind: Service
metadata: {name: player, namespace: media}
spec: {ports: [{port: 8000, name: http}], selector: {app: player}}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: player, namespace: media}
spec:
  host: player
  subsets: [{name: old, labels: {rev: "41"}}, {name: new, labels: {rev: "42"}}]
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: player-41, namespace: media}
spec:
  replicas: 3
  selector: {matchLabels: {app: player, rev: "41"}}
  template:
    metadata: {labels: {app: player, rev: "41"}}
    spec: {containers: [{name: player, image: "player:41"}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: player-42, namespace: media}
spec:
  replicas: 0
  selector: {matchLabels: {app: player, rev: "42"}}
  template:
    metadata: {labels: {app: player, rev: "42"}}
    spec: {containers: [{name: player, image: "player:42"}]}
`;

/** Requests for a version that runs no Pod. */
export const noReplicas = check({
  id: "no-replicas",
  code: "MESH0110",
  aliases: [],
  level: "error",
  kinds: [Kind.VirtualService],
  summary: "A route sends requests to Pods of which none is to run.",
  why: "Envoy has no endpoint: these requests are answered with 503.",
  fix: "Scale the version up before it gets requests, and take its weight and matches away before it is scaled down.",
  url: "https://istio.io/latest/docs/concepts/traffic-management/#routing-rules",
  fires: `${service}---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: player, namespace: media}
spec:
  hosts: [player]
  http:
  - match: [{headers: {x-beta: {exact: "yes"}}}]
    route:
    - destination:
        host: player
        subset: new # found
  - route:
    - {destination: {host: player, subset: old}, weight: 100}
    - {destination: {host: player, subset: new}, weight: 0}
`,
  silent: `${service}---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: player, namespace: media}
spec:
  hosts: [player]
  http:
  - route:
    - {destination: {host: player, subset: old}, weight: 100}
    - {destination: {host: player, subset: new}, weight: 0}
`,
  *run({ id }, mesh) {
    yield* each(mesh.routesOf(id).destinations, (to) => judge(mesh, to));
  },
});
