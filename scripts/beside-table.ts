import type { KubernetesObject } from "../analysis/mesh/kubernetes-object";

/** Whether a tool says of a change that something is otherwise. */
export const Told = {
  Yes: "yes",
  No: "no",
  /** It does not take one of the sets. */
  Unread: "unread",
} as const;
export type Told = (typeof Told)[keyof typeof Told];

/** An object whatever the order of its maps and the version of its API. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(canonical);
  }
  return typeof value === "object" && value !== null
    ? Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, inner]) => [key, canonical(inner)]),
      )
    : value;
}

function texts(objects: readonly KubernetesObject[]): string {
  return objects
    .map(({ apiVersion, ...rest }) => {
      const group = apiVersion.includes("/") ? apiVersion.split("/")[0] : "";
      return JSON.stringify([group, canonical(rest)]);
    })
    .sort()
    .join("\n");
}

/** Whether a comparison object by object shows anything, as `kubectl diff` makes it: it reads objects by name. */
export const isOtherSet = (sets: {
  readonly before: readonly KubernetesObject[];
  readonly after: readonly KubernetesObject[];
}): boolean => texts(sets.before) !== texts(sets.after);

const count = (all: readonly Told[], told: Told): number =>
  all.filter((one) => one === told).length;

/** Head of the table. */
export const besideHead =
  "| | told, of changes that clients see | told, of changes that nobody sees | sets not read |\n|---|---|---|---|\n";

/** What one tool says of changes that clients see and of others. */
export function besideRow(name: string, seen: readonly Told[], unseen: readonly Told[]): string {
  const unread = count(seen, Told.Unread) + count(unseen, Told.Unread);
  const told = (all: readonly Told[]) => `${count(all, Told.Yes)} of ${all.length}`;
  return `| ${name} | ${told(seen)} | ${told(unseen)} | ${unread} |\n`;
}
