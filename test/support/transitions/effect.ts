import { isDeepStrictEqual } from "node:util";
import type { Registered } from "../record";

/** What happens to one resource when its program is changed. */
export const Op = {
  Delete: "deletes",
  /** Under its name: it is gone for a moment. */
  Remake: "deletes and makes anew",
  /** Under another name or in another namespace, the new one first. */
  Move: "moves",
  Keep: "leaves in the cluster",
  Create: "creates",
  Update: "updates",
} as const;
export type Op = (typeof Op)[keyof typeof Op];

export interface Step {
  op: Op;
  /** Kind of the object; with its name for what stands for many, `Chart istiod`. */
  kind: string;
  /** What changes, for an update or a replacement. */
  paths: string[];
}

/**
 * Fields that the provider does not change in place, with the settings that the README asks for
 * (`enableConfigMapMutable`, `enableSecretMutable`); beside the name and namespace of every object.
 */
const fixedFields: Readonly<Record<string, readonly string[]>> = {
  Deployment: ["spec.selector"],
  DaemonSet: ["spec.selector"],
  Secret: ["type"],
  Service: ["spec.clusterIP"],
  RoleBinding: ["roleRef"],
  ClusterRoleBinding: ["roleRef"],
  Job: ["spec.template", "spec.completions", "spec.parallelism", "spec.selector"],
  GatewayClass: ["spec.controllerName"],
  ConfigFile: ["resourcePrefix"],
  ConfigGroup: ["resourcePrefix"],
};

/** An object is another one under another name; all that a chart makes is named after its own. */
const identifying: Readonly<Record<string, readonly string[]>> = {
  Chart: ["name", "namespace"],
  Release: ["name", "namespace"],
};
const always = ["metadata.name", "metadata.namespace"];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Paths of what differs, no deeper than where one side has nothing. */
export function differences(before: unknown, after: unknown, path = ""): string[] {
  if (isDeepStrictEqual(before, after)) {
    return [];
  }
  if (!isObject(before) || !isObject(after)) {
    return [path];
  }
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
    differences(before[key], after[key], path === "" ? key : `${path}.${key}`),
  );
}

const bareKind = (type: string): string => type.split(":").at(-1) ?? type;

const lastPart = (text: unknown): string => String(text).split("/").at(-1) ?? "";

const kindOf = ({ type, inputs, name }: Registered): string => {
  const kind = bareKind(type);
  if (kind === "Chart" || kind === "Release") {
    return `${kind} ${lastPart(inputs.chart)}`;
  }
  return /^Config(File|Group)$/.test(kind) ? `${kind} ${name}` : kind;
};

const within = (path: string, field: string) => path === field || path.startsWith(`${field}.`);

function change(before: Registered, after: Registered): Step[] {
  const paths = differences(before.inputs, after.inputs);
  if (paths.length === 0) {
    return [];
  }
  const kind = kindOf(after);
  const bare = bareKind(after.type);
  const among = (fields: readonly string[]) =>
    paths.filter((path) => fields.some((field) => within(path, field)));
  const moved = among(identifying[bare] ?? always);
  if (moved.length > 0) {
    return [{ op: before.retainOnDelete ? Op.Keep : Op.Move, kind, paths: moved }];
  }
  const fixed = among(fixedFields[bare] ?? []);
  return fixed.length > 0
    ? [{ op: Op.Remake, kind, paths: fixed }]
    : [{ op: Op.Update, kind, paths }];
}

const identity = ({ type, name, parent }: Registered) => [type, name, parent].join(" ");

const takesOver = (after: Registered, before: Registered): boolean =>
  after.name === before.name &&
  after.parent === before.parent &&
  after.aliases.some((alias) => alias.endsWith(before.type));

/** What an update does to the resources of a component, from one recording to the next. */
export function effect(before: readonly Registered[], after: readonly Registered[]): Step[] {
  const steps: Step[] = [];
  const left = new Map(after.map((resource) => [identity(resource), resource]));
  for (const old of before) {
    const now =
      left.get(identity(old)) ?? [...left.values()].find((resource) => takesOver(resource, old));
    if (now) {
      left.delete(identity(now));
      steps.push(...change(old, now));
    } else {
      steps.push({ op: old.retainOnDelete ? Op.Keep : Op.Delete, kind: kindOf(old), paths: [] });
    }
  }
  for (const created of left.values()) {
    steps.push({ op: Op.Create, kind: kindOf(created), paths: [] });
  }
  return steps;
}
