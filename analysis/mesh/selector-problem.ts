import { closest } from "../../values/closest";
import { fieldPath } from "../objects/path";
import type { Verdict } from "./check";
import type { Declared } from "./declared-set";
import { Kind } from "./kinds";
import { kindOf, objectWords } from "./kubernetes-object";
import type { Mesh } from "./mesh";
import { attachmentOf, chosenBy, knowsWorkloadsFor } from "./model/attachments";
import { type Labels, selects } from "./model/selector";
import type { Workload } from "./model/workloads";
import { slip } from "./slip";
import { labelWords, quoted } from "./words";

/** A label that keeps a selector from Pods, with the value that was probably meant. */
export interface MeantLabel {
  key: string;
  value: string;
  /** A workload that has it. */
  workload: Workload;
}

/** The one label that keeps a selector from workloads, if another value for it is close. */
export function meantLabel(
  selector: Labels,
  workloads: readonly Workload[],
): MeantLabel | undefined {
  for (const [key, value] of Object.entries(selector)) {
    const near = workloads.filter(({ labels }) =>
      Object.entries(selector).every(
        ([other, wanted]) => other === key || labels[other] === wanted,
      ),
    );
    const own = closest(
      value,
      near.flatMap(({ labels }) => labels[key] ?? []),
    );
    const workload = near.find(({ labels }) => own !== undefined && labels[key] === own);
    if (own !== undefined && workload) {
      return { key, value: own, workload };
    }
  }
  return undefined;
}

/**
 * Workloads of other namespaces that are meant: one of the root namespace may seem to be for the whole mesh, and a
 * ServiceEntry to be for machines wherever they are.
 */
function meantElsewhere(mesh: Mesh, { id }: Declared, labels: Labels): readonly Workload[] {
  const isMeshWide = id.namespace === mesh.config.rootNamespace;
  const isEntry = kindOf(id) === Kind.ServiceEntry && mesh.workloadsIn(id.namespace).length === 0;
  return isMeshWide || isEntry
    ? mesh.workloads.filter(
        (workload) =>
          selects(labels, workload.labels) &&
          (isMeshWide || kindOf(workload.source.id) === Kind.WorkloadEntry),
      )
    : [];
}

/** What is wrong with the selector of an object that is for Pods of its namespace: it chooses none. */
export function* selectorProblems(mesh: Mesh, object: Declared): Iterable<Verdict> {
  const { labels, labelsPath } = attachmentOf(object);
  if (Object.keys(labels).length === 0 || chosenBy(mesh, object).length > 0) {
    return;
  }
  const { namespace, kind } = object.id;
  const [elsewhere] = meantElsewhere(mesh, object, labels);
  if (elsewhere !== undefined) {
    yield {
      path: labelsPath,
      message: `no Pod in namespace ${namespace} has the labels ${labelWords(labels)}; ${objectWords(elsewhere.source.id)} has them, and a ${kind} that chooses by labels is for its own namespace: declare it in ${elsewhere.namespace}`,
      related: [elsewhere.source.id],
    };
    return;
  }
  if (!knowsWorkloadsFor(mesh, object)) {
    yield { path: labelsPath, notDeclared: `Pods with the labels ${labelWords(labels)}` };
    return;
  }
  const meant = meantLabel(labels, mesh.workloadsIn(namespace));
  const path = meant ? fieldPath(labelsPath, meant.key) : labelsPath;
  yield {
    path,
    message: `no Pod in namespace ${namespace} has the labels ${labelWords(labels)}${
      meant ? `; did you mean ${meant.key}: ${quoted(meant.value)}?` : ""
    }`,
    ...(meant && {
      ...slip(path, labels[meant.key] ?? "", [meant.value]).fix,
      related: [meant.workload.source.id],
    }),
  };
}
