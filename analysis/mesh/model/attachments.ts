import type { Declared } from "../declared-set";
import { fields, list, text, texts } from "../fields";
import { Kind } from "../kinds";
import { kindOf } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import { Thing } from "../scope";
import type { Labels } from "./selector";
import type { Workload } from "./workloads";

/** What an object is attached to by name. */
export interface Target {
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  /** Name of the one port that is meant. */
  readonly sectionName: string | undefined;
  /** Path of the reference in the object. */
  readonly path: string;
}

/** How a policy or an extension of proxies chooses what it is for. */
export interface Attachment {
  /** Labels of Pods; none where it is for its whole namespace, or attached by name. */
  readonly labels: Labels;
  /** Path of the labels in the object. */
  readonly labelsPath: string;
  readonly targets: readonly Target[];
}

function targetsOf(spec: ReturnType<typeof fields>): Target[] {
  const target = (value: unknown, path: string): Target => {
    const { group, kind, name, sectionName } = fields(value);
    return {
      group: text(group) ?? "",
      kind: text(kind) ?? "",
      name: text(name) ?? "",
      sectionName: text(sectionName),
      path,
    };
  };
  const all = list(spec.targetRefs).map((one, i) => target(one, `spec.targetRefs[${i}]`));
  return all.length === 0 && spec.targetRef !== undefined
    ? [target(spec.targetRef, "spec.targetRef")]
    : all;
}

/** How an object chooses; those of routing have another word for it than policies. */
export function attachmentOf({ object }: Declared): Attachment {
  const spec = fields(object.spec);
  const { labels, matchLabels } = fields(spec.workloadSelector);
  const own = labels === undefined ? "matchLabels" : "labels";
  const place =
    spec.workloadSelector === undefined ? "selector.matchLabels" : `workloadSelector.${own}`;
  return {
    labels: texts(labels ?? matchLabels ?? fields(spec.selector).matchLabels),
    labelsPath: `spec.${place}`,
    targets: targetsOf(spec),
  };
}

/** Kinds whose labels choose Pods of their own namespace alone, also in the root namespace. */
const ofOwnNamespace: readonly string[] = [Kind.Telemetry, Kind.ProxyConfig];

/** Namespaces whose Pods an object may choose: its own, or all where it is for the mesh. */
const reachOf = (mesh: Mesh, { id }: Declared): readonly string[] =>
  id.namespace === mesh.config.rootNamespace && !ofOwnNamespace.includes(kindOf(id))
    ? [...mesh.namespaces.keys()]
    : [id.namespace];

/** The workloads that the labels of an object choose. */
export const chosenBy = (mesh: Mesh, object: Declared): readonly Workload[] =>
  reachOf(mesh, object).flatMap((place) => mesh.selected(attachmentOf(object).labels, place));

/** Whether all Pods that an object might choose are declared. */
export const knowsWorkloadsFor = (mesh: Mesh, object: Declared): boolean =>
  reachOf(mesh, object).every((place) => mesh.speaksFor(Thing.Workload, place));
