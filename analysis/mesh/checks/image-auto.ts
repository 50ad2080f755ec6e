import { check, type Verdict } from "../check";
import { each } from "../each";
import { fields, list } from "../fields";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { injectorsOf, injects } from "../model/injectors";
import { proxyContainer, type Workload } from "../model/workloads";
import { Thing } from "../scope";

/** Image that the injector replaces. */
const replaced = "auto";

const autoIndex = ({ pod }: Workload): number =>
  list(fields(pod.spec).containers).findIndex(
    ({ name, image }) => name === proxyContainer && image === replaced,
  );

const autoPath = ({ labelsPath }: Workload, i: number): string =>
  `${labelsPath.slice(0, -"metadata.labels".length)}spec.containers[${i}].image`;

/** Whether an injector takes the Pods: a declared one says it, otherwise the labels do. */
function isInjected(workload: Workload, mesh: Mesh): boolean {
  const injectors = mesh.fact(injectorsOf);
  const labels = mesh.namespaces.get(workload.namespace)?.labels ?? {};
  return injectors.length === 0
    ? workload.mode === "sidecar"
    : injectors.some((injector) => injects(injector, labels, workload.labels));
}

function* judge(workload: Workload, mesh: Mesh): Iterable<Verdict> {
  const i = autoIndex(workload);
  if (i < 0 || isInjected(workload, mesh)) {
    return;
  }
  const { namespace } = workload;
  if (
    mesh.namespaces.get(namespace)?.declared !== true &&
    !mesh.speaksFor(Thing.Namespace, namespace, namespace)
  ) {
    yield { path: autoPath(workload, i), notDeclared: `Namespace ${namespace}` };
    return;
  }
  yield {
    path: autoPath(workload, i),
    message: `the injector is to replace image "auto", and it takes neither these Pods nor namespace ${namespace}`,
  };
}

/** A proxy whose image nobody replaces, in a template. */
export const imageAuto = check({
  id: "image-auto",
  code: "IST0146",
  aliases: [],
  level: "warning",
  kinds: [Kind.Deployment, Kind.StatefulSet, Kind.DaemonSet, Kind.Rollout],
  summary: "Pods have an image that the injector replaces, and no injector takes them.",
  why: 'There is no image "auto": the Pods do not start.',
  fix: 'Label the Pods with sidecar.istio.io/inject: "true", or the namespace for injection.',
  url: "https://istio.io/latest/docs/reference/config/analysis/ist0146/",
  fires: `apiVersion: v1
kind: Namespace
metadata: {name: dmz}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: entry, namespace: dmz}
spec:
  template:
    metadata: {labels: {istio: entry}, annotations: {inject.istio.io/templates: gateway}}
    spec:
      containers:
      - name: istio-proxy
        image: auto # found
`,
  silent: `apiVersion: v1
kind: Namespace
metadata: {name: dmz}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: entry, namespace: dmz}
spec:
  template:
    metadata: {labels: {istio: entry, sidecar.istio.io/inject: "true"}, annotations: {inject.istio.io/templates: gateway}}
    spec:
      containers:
      - name: istio-proxy
        image: auto
`,
  *run({ id }, mesh) {
    yield* each(mesh.workloadsOf(id), (workload) => judge(workload, mesh));
  },
});

/** A Pod by itself whose proxy's image nobody replaces. */
export const podImageAuto = check({
  id: "pod-image-auto",
  code: "IST0147",
  aliases: [],
  level: "error",
  kinds: [Kind.Pod],
  summary: "A Pod has an image that the injector replaces, and no injector takes it.",
  why: 'There is no image "auto": the Pod does not start.',
  fix: 'Label the Pod with sidecar.istio.io/inject: "true", or the namespace for injection.',
  url: "https://istio.io/latest/docs/reference/config/analysis/ist0147/",
  fires: `apiVersion: v1
kind: Namespace
metadata: {name: pier, labels: {istio-injection: disabled}}
---
apiVersion: v1
kind: Pod
metadata: {name: dock, namespace: pier, labels: {app: dock}}
spec:
  containers:
  - name: istio-proxy
    image: auto # found
`,
  silent: `apiVersion: v1
kind: Namespace
metadata: {name: pier, labels: {istio-injection: enabled}}
---
apiVersion: v1
kind: Pod
metadata: {name: dock, namespace: pier, labels: {app: dock}}
spec:
  containers:
  - name: istio-proxy
    image: auto
`,
  *run({ id }, mesh) {
    yield* each(mesh.workloadsOf(id), (workload) => judge(workload, mesh));
  },
});
