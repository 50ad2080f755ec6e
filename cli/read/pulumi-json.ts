import { fileText } from "./file-text";
import type { Input, InputObject, Place, Problem } from "./input";
import { unreadable } from "./input";
import { isMap, objectOf } from "./json-values";
import { pulumiDocument } from "./preview-events";
import { pulumiValue } from "./pulumi-value";

/** A resource as states and previews write it. */
export interface Resource {
  urn: string;
  type: string;
  inputs?: unknown;
  outputs?: unknown;
  delete?: boolean;
  /** Stays in the cluster when it is deleted. */
  retainOnDelete?: boolean;
  sourcePosition?: string;
}

/** Whether a value is a resource of a state or a preview. */
export const isResource = (value: unknown): value is Resource =>
  isMap(value) && typeof value.urn === "string" && typeof value.type === "string";

/** Steps after which a resource is not there. */
const ending = /^(?:delete|discard)/;

/** The resources that will be there when a preview has been carried out. */
function previewed(steps: readonly unknown[]): Resource[] {
  const last = new Map<string, Resource>();
  for (const step of steps) {
    if (isMap(step) && !ending.test(String(step.op)) && isResource(step.newState)) {
      last.set(step.newState.urn, step.newState);
    } else if (isMap(step) && step.op === "delete") {
      // With `--refresh` it was told before, as it was found.
      last.delete(String(step.urn));
    }
  }
  return [...last.values()];
}

/** Unchanged resources are part of the set; the CLI leaves them out unless it is asked. */
export function leftOut(
  preview: Record<string, unknown>,
  steps: readonly unknown[],
): string | undefined {
  const told = isMap(preview.changeSummary) ? Number(preview.changeSummary.same ?? 0) : 0;
  const seen = steps.filter((step) => isMap(step) && step.op === "same").length;
  return told > seen
    ? `is a preview without its ${told - seen} unchanged resources: pulumi preview --json --show-sames`
    : undefined;
}

interface Read {
  resources: Resource[];
  problem?: string | undefined;
}

/** The resources of an exported stack, a checkpoint of a backend, or a preview. */
function resourcesOf(value: unknown): Read | undefined {
  if (!isMap(value)) {
    return undefined;
  }
  if (Array.isArray(value.steps)) {
    return { resources: previewed(value.steps), problem: leftOut(value, value.steps) };
  }
  const checkpoint = isMap(value.checkpoint) ? value.checkpoint.latest : undefined;
  const deployment = [value.deployment, checkpoint].find(isMap);
  if (deployment === undefined) {
    return undefined;
  }
  const resources = Array.isArray(deployment.resources) ? deployment.resources : [];
  return { resources: resources.filter(isResource).filter((one) => one.delete !== true) };
}

/** Whether a value is an exported stack, a checkpoint of a backend, or a preview. */
export const isStack = (value: unknown): boolean => resourcesOf(value) !== undefined;

const position = /^project:\/\/\/(.+)#(\d+),(\d+)$/;

function placeOf({ sourcePosition = "" }: Resource, file: string): Place {
  const [, source, line, column] = position.exec(sourcePosition) ?? [];
  return source === undefined
    ? { file }
    : { file: source, line: Number(line), column: Number(column) };
}

/** Type of a release of Helm: what it renders is in no state. */
export const release = "kubernetes:helm.sh/v3:Release";

/** The object that a resource declares; a patch declares a part of one, of which only a namespace is of use. */
export function inputObject(resource: Resource, file: string): InputObject | undefined {
  const { type, inputs, outputs } = resource;
  if (!type.startsWith("kubernetes:") || type === release) {
    return undefined;
  }
  if (type.endsWith("Patch") && !type.endsWith(":NamespacePatch")) {
    return undefined;
  }
  const object = objectOf(pulumiValue(inputs)) ?? objectOf(pulumiValue(outputs));
  return object && { object, placeOf: () => placeOf(resource, file) };
}

/** The objects of a stack: `pulumi stack export`, a state file, or `pulumi preview --json --show-sames`. */
export async function readStack(file: string): Promise<Input> {
  let value: unknown;
  try {
    value = pulumiDocument(await fileText(file));
  } catch (error) {
    return unreadable({ file, message: (error as Error).message });
  }
  const read = resourcesOf(value);
  if (read === undefined) {
    const message =
      "is neither a Pulumi state (pulumi stack export) nor a preview (pulumi preview --json)";
    return unreadable({ file, message });
  }
  const releases = read.resources.filter(({ type }) => type === release);
  return {
    objects: read.resources.flatMap((resource) => inputObject(resource, file) ?? []),
    problems: read.problem === undefined ? [] : [{ file, message: read.problem }],
    skipped: releases.map(
      (one): Problem => ({
        ...placeOf(one, file),
        message: `${one.urn.split("::").at(-1)} is a Helm release: what it renders is in no state`,
      }),
    ),
  };
}
