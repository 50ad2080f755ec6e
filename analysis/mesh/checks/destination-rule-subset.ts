import type { Subset } from "../../../schemas/kinds/networking/destination-rule";
import { fieldPath } from "../../objects/path";
import { check, type Found, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { isTopologyLabel, nodesHave } from "../model/nodes";
import { type Labels, selects } from "../model/selector";
import type { Host } from "../model/services";
import { Thing } from "../scope";
import { slip } from "../slip";
import { labelWords, listed, quoted } from "../words";

/** Labels of everything that a host stands for. */
function labelsBehind(mesh: Mesh, host: Host): readonly Labels[] {
  const { source } = host;
  const isEntry = source.id.kind === "ServiceEntry";
  const entry = isEntry && mesh.set.find(Kind.ServiceEntry, source.id.namespace, source.id.name);
  return [
    ...mesh.podsOf(host).map(({ labels }) => labels),
    ...(entry ? (entry.spec.endpoints ?? []) : []).map(({ labels = {} }) => labels),
  ];
}

/** Whether the set knows all that a host stands for. */
function isKnown(mesh: Mesh, { source, selector, externalName, namespace }: Host): boolean {
  return source.id.kind === "ServiceEntry" && selector === undefined
    ? true
    : selector !== undefined &&
        externalName === undefined &&
        mesh.speaksFor(Thing.Workload, namespace);
}

function missing(
  mesh: Mesh,
  path: string,
  { name, labels = {} }: Subset,
  host: Host,
  behind: readonly Labels[],
): Found {
  const [wrong] = Object.keys(labels).filter(
    (key) => !behind.some((one) => one[key] === labels[key]),
  );
  const key = wrong ?? Object.keys(labels)[0] ?? "";
  const wanted = labels[key] ?? "";
  const values = [...new Set(behind.flatMap((one) => one[key] ?? []))];
  const own = fieldPath(`${path}.labels`, key);
  const { hint, fix } = slip(own, wanted, values);
  const there =
    behind.length === 0
      ? "it has no Pods at all"
      : values.length === 0
        ? `its Pods have no label ${quoted(key)}`
        : `its Pods have ${key}=${listed(values)}${hint}`;
  const routed = mesh.routeIndex.to(host.host, name);
  return {
    path: behind.length > 0 ? own : path,
    message: `subset ${quoted(name)} chooses no Pod of ${host.source.id.kind} ${host.source.id.name} by ${labelWords(labels)}: ${there}${routed.length > 0 ? "; requests are routed to it" : ""}`,
    related: [host.source.id],
    ...fix,
    ...(routed.length === 0 && { level: "warning" }),
  };
}

function* judge(
  mesh: Mesh,
  path: string,
  subset: Subset,
  hosts: readonly Host[],
): Iterable<Verdict> {
  const labels = subset.labels ?? {};
  const own = Object.entries(labels).filter(([key]) => !isTopologyLabel(key));
  const places = Object.entries(labels).filter(([key]) => isTopologyLabel(key));
  const [host] = hosts;
  if (host === undefined || Object.keys(labels).length === 0) {
    return;
  }
  if (!hosts.every((one) => isKnown(mesh, one))) {
    yield { path, notDeclared: `Pods of ${host.host}` };
    return;
  }
  const behind = hosts.flatMap((one) => labelsBehind(mesh, one));
  const chosen = behind.some((one) => selects(Object.fromEntries(own), one));
  if (!(chosen && places.every(([key, value]) => nodesHave(mesh, key, value)))) {
    yield missing(mesh, path, subset, host, behind);
  }
}

/** A subset that chooses no Pod. */
export const destinationRuleSubset = check({
  id: "destination-rule-subset",
  code: "IST0173",
  aliases: ["KIA0203"],
  level: "error",
  kinds: [Kind.DestinationRule],
  summary: "A subset of a DestinationRule chooses no Pod.",
  why: "A request that is routed to the subset is answered with 503: nobody is there to take it.",
  fix: "Give the subset the labels of the Pods (those of the template, not of the Deployment), or deploy the version first.",
  url: "https://istio.io/latest/docs/reference/config/analysis/ist0173/",
  fires: `apiVersion: v1
kind: Service
metadata: {name: profile, namespace: people}
spec: {ports: [{port: 8088, name: http}], selector: {app: profile}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: profile-v1, namespace: people}
spec:
  selector: {matchLabels: {app: profile, version: v1}}
  template:
    metadata: {labels: {app: profile, version: v1}}
    spec: {containers: [{name: profile, image: profile:1}]}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: profile, namespace: people}
spec:
  host: profile
  subsets:
  - {name: v1, labels: {version: v1}}
  - name: v2
    labels:
      version: v2 # found
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: profile, namespace: people}
spec:
  hosts: [profile]
  http:
  - route:
    - {destination: {host: profile, subset: v1}, weight: 50}
    - {destination: {host: profile, subset: v2}, weight: 50}
`,
  silent: `apiVersion: v1
kind: Service
metadata: {name: profile, namespace: people}
spec: {ports: [{port: 8088, name: http}], selector: {app: profile}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: profile-v1, namespace: people}
spec:
  selector: {matchLabels: {app: profile, version: v1}}
  template:
    metadata: {labels: {app: profile, version: v1}}
    spec: {containers: [{name: profile, image: profile:1}]}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: profile, namespace: people}
spec:
  host: profile
  subsets:
  - {name: v1, labels: {version: v1}}
  - {name: here, labels: {topology.kubernetes.io/zone: eu-1a}}
`,
  *run({ id }, mesh) {
    const { host, subsets } = mesh.ruleOf(id);
    const hosts = mesh.hosts.named(host);
    yield* each(subsets.entries(), ([i, subset]) =>
      judge(mesh, `spec.subsets[${i}]`, subset, hosts),
    );
  },
});
