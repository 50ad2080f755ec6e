import { didYouMean } from "../../values/closest";
import { fieldPath } from "../objects/path";
import type { Fix, Verdict } from "./check";
import type { Declared } from "./declared-set";
import { fields } from "./fields";
import type { Mesh } from "./mesh";
import { type Attachable, choicePath, hasSelector, selectorOf, targetsOf } from "./model/policies";
import type { Labels } from "./model/selector";
import type { Workload } from "./model/workloads";
import { everyNamespace, Thing } from "./scope";
import { slip } from "./slip";
import { labelWords } from "./words";

/** A label of a selector that nothing has, what was probably meant, and the change that mends it. */
export interface NearMiss {
  readonly words: string;
  readonly fix: Fix | undefined;
}

/** Why a selector takes none of what has labels: the first of its labels that nothing has. */
export function nearMiss(selector: Labels, all: readonly Labels[], path: string): NearMiss {
  for (const [key, value] of Object.entries(selector)) {
    const values = all.flatMap((labels) => labels[key] ?? []);
    if (values.length === 0) {
      const keys = new Set(all.flatMap((labels) => Object.keys(labels)));
      return {
        words: `none has a label ${key}${didYouMean(key, keys)}`,
        fix: undefined,
      };
    }
    if (!values.includes(value)) {
      const { hint, fix } = slip(fieldPath(path, key), value, values);
      return { words: `none has ${key}: ${JSON.stringify(value)}${hint}`, fix: fix.fix };
    }
  }
  return { words: "none has all of them", fix: undefined };
}

/** What would bring Pods into the mesh. */
function wayIn({ namespace, pod }: Workload, mesh: Mesh): string {
  const isEnrolled = mesh.namespaces.get(namespace)?.mode !== "none";
  if (!isEnrolled) {
    return `enrol namespace ${namespace}`;
  }
  return fields(pod.spec).hostNetwork === true
    ? "its Pods have hostNetwork, and neither a sidecar nor ztunnel stands before those"
    : "its Pods are labelled to stay out";
}

/** A policy that chooses workloads, and chooses none that could follow it. */
export function* choosesNothing(policy: Declared<Attachable>, mesh: Mesh): Iterable<Verdict> {
  const { id, spec } = policy;
  const meshWide = id.namespace === mesh.config.rootNamespace;
  if (targetsOf(spec).length > 0 || (meshWide && !hasSelector(spec))) {
    return;
  }
  const chosen = mesh.chosenBy(policy);
  if (chosen.some(({ outside }) => !outside)) {
    return;
  }
  const path = choicePath(spec);
  const [first] = chosen;
  if (first !== undefined) {
    yield {
      path,
      message: `all that it is for is outside the mesh, such as ${first.source.id.kind} ${first.name}: ${wayIn(first, mesh)}`,
      related: chosen.map(({ source }) => source.id),
    };
    return;
  }
  const place = meshWide ? "the mesh" : `namespace ${id.namespace}`;
  const isKnown =
    mesh.speaksFor(Thing.Workload, meshWide ? everyNamespace : id.namespace) ||
    (!meshWide && meansGateway(selectorOf(spec), mesh.workloadsIn(id.namespace)));
  if (!isKnown) {
    yield { path, notDeclared: `workloads of ${place}` };
    return;
  }
  const selector = selectorOf(spec);
  const all = (meshWide ? mesh.workloads : mesh.workloadsIn(id.namespace)).map(
    ({ labels }) => labels,
  );
  const { words, fix } = nearMiss(selector, all, path);
  yield {
    path,
    message: hasSelector(spec)
      ? `${labelWords(selector)} chooses no workload of ${place}: ${words}`
      : `${place} has no workloads`,
    ...(fix && { fix }),
  };
}

/** Whether labels are those of a chart's gateway, and all that is known of a namespace are gateways of the other API. */
const meansGateway = ({ istio }: Labels, workloads: readonly Workload[]): boolean =>
  istio !== undefined &&
  workloads.length > 0 &&
  workloads.every(({ gateway }) => gateway === "api");
