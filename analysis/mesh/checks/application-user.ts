import { check, type Verdict } from "../check";
import { each } from "../each";
import { fields, list } from "../fields";
import { isIstios } from "../model/managed";
import { podKinds, proxyContainer, type Workload } from "../model/workloads";

/** User of the proxy, whose connections are not taken by it. */
const proxyUser = 1337;

const runsAsProxy = (part: unknown): boolean =>
  fields(fields(part).securityContext).runAsUser === proxyUser;

function* judge({ pod, labelsPath }: Workload): Iterable<Verdict> {
  const spec = labelsPath.slice(0, -"metadata.labels".length).concat("spec");
  const containers = list(fields(pod.spec).containers);
  const message = `user ${proxyUser} is the proxy's: what the application sends is not taken by it`;
  if (runsAsProxy(pod.spec) && containers.some(({ name }) => name !== proxyContainer)) {
    yield { path: `${spec}.securityContext.runAsUser`, message };
  }
  for (const [i, container] of containers.entries()) {
    if (container.name !== proxyContainer && runsAsProxy(container)) {
      yield { path: `${spec}.containers[${i}].securityContext.runAsUser`, message };
    }
  }
}

/** An application that runs as the proxy's user. */
export const applicationUser = check({
  id: "application-user",
  code: "IST0144",
  aliases: [],
  level: "warning",
  kinds: podKinds,
  summary: "An application runs as user 1337, which is the sidecar's.",
  why: "What this user sends goes past the proxy: neither mutual TLS nor routes hold for it.",
  fix: "Run the application as another user.",
  url: "https://istio.io/latest/docs/reference/config/analysis/ist0144/",
  fires: `apiVersion: apps/v1
kind: Deployment
metadata: {name: sneaky, namespace: spy}
spec:
  template:
    metadata: {labels: {app: sneaky}}
    spec:
      containers:
      - name: sneaky
        securityContext:
          runAsUser: 1337 # found
`,
  silent: `apiVersion: apps/v1
kind: Deployment
metadata: {name: plain, namespace: spy}
spec:
  template:
    metadata: {labels: {app: plain}}
    spec:
      containers:
      - name: plain
        securityContext: {runAsUser: 1338}
      - name: istio-proxy
        image: docker.io/istio/proxyv2:latest
        securityContext: {runAsUser: 1337}
`,
  *run(object, mesh) {
    if (!isIstios(object)) {
      yield* each(mesh.workloadsOf(object.id), judge);
    }
  },
});
