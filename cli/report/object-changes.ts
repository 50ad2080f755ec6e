import { identityOf, type ObjectId, objectWords } from "../../analysis/mesh/kubernetes-object";
import { isMap } from "../read/json-values";
import { type Resource, release } from "../read/pulumi-json";
import { stepsOf } from "../read/yaml-nodes";
import { type FieldChange, fieldChanges } from "./field-changes";
import { objectPatch } from "./object-patch";
import { Fate, type Preview, type Step } from "./preview";
import { secretWords, shownInputs } from "./shown-value";

/** An object that is not as it was. */
export interface ObjectChange {
  readonly fate: Exclude<Fate, "same">;
  /** `VirtualService reviews.bookinfo`, or Pulumi's type and name of what is no object. */
  readonly object: string;
  /** Where an object is changed or replaced. */
  readonly fields: readonly FieldChange[];
  /** Fields for whose sake it is replaced. */
  readonly replaceReasons: readonly string[];
  /** Why requests are lost, where what serves them is taken away on the way. */
  readonly outage?: string;
  /** The whole difference as lines of a diff. */
  readonly patch: string;
}

/** Kinds on which requests hang while they are made anew. */
const live = new Set([
  "Namespace",
  "Service",
  "Deployment",
  "StatefulSet",
  "DaemonSet",
  "Pod",
  "VirtualService",
  "DestinationRule",
  "Gateway",
  "ServiceEntry",
  "WorkloadEntry",
  "HTTPRoute",
  "GRPCRoute",
  "TCPRoute",
  "TLSRoute",
]);

const typeOf = (urn: string): string => urn.split("::").at(-2)?.split("$").at(-1) ?? "";
const nameOf = (urn: string): string => urn.split("::").at(-1) ?? "";

/** What an object is called; undefined where a part of it is no object, or not known yet. */
function idOf(resource: Resource | undefined): ObjectId | undefined {
  const inputs = resource?.inputs;
  if (resource === undefined || !isMap(inputs) || !isMap(inputs.metadata)) {
    return undefined;
  }
  const { apiVersion, kind, metadata } = inputs;
  const { name, namespace = "" } = metadata;
  return typeof kind === "string" && typeof name === "string" && typeof namespace === "string"
    ? { apiVersion: String(apiVersion), kind, namespace, name }
    : undefined;
}

/** What is replaced is called as it was. */
const wordsOf = ({ urn, before, after }: Step): string => {
  const id = idOf(before) ?? idOf(after);
  return id === undefined ? `${typeOf(urn)} ${nameOf(urn)}` : objectWords(id);
};

/** By what an object is known in the cluster. */
const identityOfId = ({ apiVersion, kind, namespace, name }: ObjectId): string =>
  identityOf({ apiVersion, kind, metadata: { name, namespace } });

/** Of one name there is one object: the new one can be made only when the old one is gone. */
function replacementOutage({ before, after }: Step): string | undefined {
  const [old, made] = [idOf(before), idOf(after)];
  if (old === undefined || !live.has(old.kind) || before?.retainOnDelete === true) {
    return undefined;
  }
  if (made !== undefined && objectWords(old) !== objectWords(made)) {
    return old.kind === "Namespace" ? "it is deleted with all that is in it" : undefined;
  }
  return "it is deleted before it is made anew, and nothing serves its requests in between";
}

/** Pulumi makes what is new before it deletes what is gone, also where both are one object. */
function renameOutage({ after }: Step, deleted: ReadonlySet<string>): string | undefined {
  const made = idOf(after);
  return made !== undefined && live.has(made.kind) && deleted.has(identityOfId(made))
    ? "another resource was this object: making it fails, or that one's deletion takes it away; an alias keeps it"
    : undefined;
}

function outageOf(step: Step, deleted: ReadonlySet<string>): string | undefined {
  switch (step.fate) {
    case Fate.Replaced:
      return replacementOutage(step);
    case Fate.Created:
    case Fate.Imported:
      return renameOutage(step, deleted);
    default:
      return undefined;
  }
}

const valueAt = (value: unknown, path: string): unknown =>
  stepsOf(path).reduce<unknown>(
    (inner, step) => (isMap(inner) || Array.isArray(inner) ? inner[step as never] : undefined),
    value,
  );

/** Hidden values look the same before and after; that they differ is said by the provider alone. */
function secretChanges(paths: readonly string[], old: unknown, made: unknown): FieldChange[] {
  const isHidden = (value: unknown) => JSON.stringify(value ?? "").includes(secretWords);
  return paths
    .filter((path) => isHidden(valueAt(old, path)) && isHidden(valueAt(made, path)))
    .map((path) => ({ path, before: secretWords, after: secretWords }));
}

function changeOf(step: Step, deleted: ReadonlySet<string>): ObjectChange | undefined {
  const { fate, before, after } = step;
  if (fate === Fate.Same) {
    return undefined;
  }
  const [old, made] = [shownInputs(before), shownInputs(after)];
  const isBoth = fate === Fate.Changed || fate === Fate.Replaced;
  const outage = outageOf(step, deleted);
  const object = wordsOf(step);
  return {
    fate,
    object,
    fields: isBoth ? [...fieldChanges(old, made), ...secretChanges(step.paths, old, made)] : [],
    replaceReasons: step.replaceReasons,
    ...(outage !== undefined && { outage }),
    patch: objectPatch(object, old, made),
  };
}

/** Components and the stack itself are no things of their own: what is in them is told. */
const isThing = ({ urn }: Step): boolean => {
  const type = typeOf(urn);
  return type !== "pulumi:pulumi:Stack" && type !== "pulumi:pulumi:StackReference";
};

const isComponent = ({ before, after }: Step): boolean =>
  ((after ?? before) as { custom?: boolean } | undefined)?.custom === false;

/** Everything that is not as it was, in the order of the preview. */
export function objectChanges({ steps }: Preview): ObjectChange[] {
  const gone = steps.filter(({ fate }) => fate === Fate.Deleted).map(({ before }) => idOf(before));
  const deleted = new Set(gone.flatMap((id) => (id === undefined ? [] : [identityOfId(id)])));
  return steps
    .filter((step) => isThing(step) && !isComponent(step))
    .flatMap((step) => changeOf(step, deleted) ?? []);
}

/** Releases of Helm that are not as they were, whose objects no preview shows. */
export const unseenReleases = ({ steps }: Preview): string[] =>
  steps
    .filter(({ urn, fate }) => typeOf(urn) === release && fate !== Fate.Same)
    .map(({ urn }) => nameOf(urn));
