import { check, type Verdict } from "../check";
import { type Fields, fields, list, text, texts } from "../fields";
import { Kind } from "../kinds";
import { kindOf } from "../kubernetes-object";
import { podSpecPath } from "../model/pod-references";
import { podKinds, type Workload } from "../model/workloads";
import { labelWords, listed, quoted } from "../words";

/** Kinds whose selector has to take the Pods of their own template. */
const selecting: readonly string[] = [
  Kind.Deployment,
  Kind.StatefulSet,
  Kind.DaemonSet,
  Kind.ReplicaSet,
];

/** Whether an object is a part of one, to be laid over it: what every such object has is missing. */
function isPatch({ source, pod }: Workload): boolean {
  const hasImage = list(fields(pod.spec).containers).some(({ image }) => image !== undefined);
  return (
    !hasImage &&
    (!selecting.includes(kindOf(source.id)) || fields(source.object.spec).selector === undefined)
  );
}

/** Labels that the selector asks for and the template does not have. */
function* notSelected({ source, labels }: Workload): Iterable<Verdict> {
  const selector = fields(fields(source.object.spec).selector);
  const wanted = texts(selector.matchLabels);
  const missing = Object.entries(wanted).filter(([key, value]) => labels[key] !== value);
  if (missing.length > 0) {
    yield {
      path: "spec.selector.matchLabels",
      message: `the template has not ${labelWords(Object.fromEntries(missing))}, which the selector asks for: its labels are ${labelWords(labels) || "none"}`,
    };
  }
}

/** Places at which a container wants a volume that the Pods do not have. */
function* withoutVolume(workload: Workload, spec: Fields): Iterable<Verdict> {
  const { volumeClaimTemplates } = fields(workload.source.object.spec);
  const claimed = list(volumeClaimTemplates).map(({ metadata }) => text(fields(metadata).name));
  const names = [...list(spec.volumes).map(({ name }) => text(name)), ...claimed];
  for (const field of ["containers", "initContainers"]) {
    for (const [i, { volumeMounts }] of list(spec[field]).entries()) {
      for (const [j, { name }] of list(volumeMounts).entries()) {
        if (!names.includes(text(name))) {
          yield {
            path: `${podSpecPath(workload)}.${field}[${i}].volumeMounts[${j}].name`,
            message: `the Pods have no volume ${quoted(text(name) ?? "")}; they have ${listed(names.map((one) => one ?? "")) || "none"}`,
          };
        }
      }
    }
  }
}

/** Pods of a Job end: what starts them again for ever is refused. */
function* restartedForEver(workload: Workload, { restartPolicy }: Fields): Iterable<Verdict> {
  const isJob = [Kind.Job, Kind.CronJob].some((kind) => kind === kindOf(workload.source.id));
  if (isJob && (restartPolicy === undefined || restartPolicy === "Always")) {
    yield {
      path:
        restartPolicy === undefined
          ? podSpecPath(workload)
          : `${podSpecPath(workload)}.restartPolicy`,
      message: `${restartPolicy === undefined ? "no restartPolicy is written, which means Always" : "Always"}, and a ${workload.source.id.kind} takes OnFailure or Never`,
    };
  }
}

const objects = (labels: string): string => `apiVersion: apps/v1
kind: Deployment
metadata: {name: cooks, namespace: cafe}
spec:
  selector:
    matchLabels: ${labels}
  template:
    metadata: {labels: {app: cooks, tier: back}}
    spec: {containers: [{name: cooks}]}
`;

/** What runs Pods, and is not taken by the API server. */
export const workloadRefused = check({
  id: "workload-refused",
  code: "MESH0431",
  aliases: [],
  level: "error",
  kinds: podKinds,
  summary: "The API server refuses what runs Pods: for its selector, a volume, or restartPolicy.",
  why: "The object is not made, and none of its Pods are.",
  fix: "Let the template have the labels of the selector, declare each volume that is mounted, and write restartPolicy of a Job.",
  url: "https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector",
  fires: objects("{app: cooks, tier: front} # found"),
  silent: objects("{app: cooks, tier: back}"),
  *run({ id }, mesh) {
    for (const workload of mesh.workloadsOf(id)) {
      const spec = fields(workload.pod.spec);
      if (isPatch(workload)) {
        continue;
      }
      if (selecting.includes(kindOf(id))) {
        yield* notSelected(workload);
      }
      yield* withoutVolume(workload, spec);
      yield* restartedForEver(workload, spec);
    }
  },
});
