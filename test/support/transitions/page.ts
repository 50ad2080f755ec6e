import { allowances } from "./allowed";
import { Op, type Step } from "./effect";
import { absent, severalArguments, type Transition } from "./table";

const longest = 40;

/** Certificates and keys are new in each run. */
const plain = (_: string, value: unknown) =>
  typeof value === "string" && value.includes("-----BEGIN") ? "…PEM" : value;

function valueText(value: unknown): string {
  if (value === absent) {
    return "left out";
  }
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const safe = typeof value === "string" ? String(plain("", text)) : JSON.stringify(value, plain);
  const short = safe.length > longest ? `${safe.slice(0, longest)}…` : safe;
  return `\`${short.replaceAll("|", "\\|")}\``;
}

/** Pods are made anew when what they are made of changes. */
export const restarts = ({ op, paths }: Step): boolean =>
  op === Op.Update && paths.some((path) => /^spec\.template\b|podAnnotations/.test(path));

const order = Object.values(Op);

/** What an update does, in words: `deletes Namespace, updates 2 DestinationRule`. */
function effectText(steps: readonly Step[]): string {
  const parts = order.flatMap((op) => {
    const counts = new Map<string, number>();
    for (const step of steps.filter((one) => one.op === op)) {
      const kind = restarts(step) ? `${step.kind} with new Pods` : step.kind;
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    const kinds = [...counts].sort(([a], [b]) => a.localeCompare(b));
    const all = kinds.map(([kind, count]) => (count > 1 ? `${count} ${kind}` : kind));
    return all.length > 0 ? [`${op} ${all.join(", ")}`] : [];
  });
  return parts.length > 0 ? parts.join("; ") : "nothing";
}

const most = 4;

function changesText(found: readonly Transition[], ways: number): string {
  const where = new Set(found.map(({ base }) => base));
  const all = [...new Set(found.map(({ from, to }) => `${valueText(from)} → ${valueText(to)}`))];
  const more = all.length > most ? ` and ${all.length - most} more` : "";
  const text = `${all.slice(0, most).join(", ")}${more}`;
  return where.size < ways ? `${text} (${[...where].join(", ")})` : text;
}

const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;

/** The section of one component; what only updates is one row for all changes of the argument. */
function componentSection(component: string, found: readonly Transition[]): string {
  const groups = new Map<string, Transition[]>();
  for (const transition of found) {
    const key = `${transition.argument}\u0000${effectText(transition.steps)}`;
    groups.set(key, [...(groups.get(key) ?? []), transition]);
  }
  const ways = new Set(found.map(({ base }) => base).filter((base) => base !== "")).size;
  const inOrder = [...groups.values()].sort(([a], [b]) =>
    (a?.argument ?? "").localeCompare(b?.argument ?? ""),
  );
  const rows = inOrder.map((group) => {
    const [{ argument, steps }] = group as [Transition];
    const isWay = argument === severalArguments;
    const changes = changesText(group, isWay ? 0 : ways);
    return row([isWay ? "(its way)" : `\`${argument}\``, changes, effectText(steps)]);
  });
  return [
    `## ${component}`,
    "",
    row(["argument", "change", "an update"]),
    row(["---", "---", "---"]),
    ...rows,
  ].join("\n");
}

export const pageFile = "docs/transitions.md";

const heading = `# What a change of an argument does

Written by \`make transitions\`; do not edit. For each component, from each of its test values to each other one,
in each of the ways in which it is used: what an update deletes, replaces, leaves behind, creates and updates.
It is read off what the program asks the engine for, by the provider's rules of which fields cannot change in
place; \`kubernetes:enableConfigMapMutable\` and \`kubernetes:enableSecretMutable\` are set. A chart's objects are
not looked into: where the chart is updated, the objects that it no longer has are deleted. What a transform
changes in them is not seen.

- **deletes and makes anew**: under the same name, so that it is gone for a moment
- **moves**: to another name or namespace; the new one is made first
- **leaves in the cluster**: the program has it no longer, and the object stays (\`retainOnDelete\`)
`;

/** The whole page. */
export function transitionsPage(found: readonly Transition[]): string {
  const components = [...new Set(found.map(({ component }) => component))];
  const sections = components.map((component) =>
    componentSection(
      component,
      found.filter((one) => one.component === component),
    ),
  );
  const reasons = allowances.map(({ why }) => `- ${why}`);
  const why = ["## Why something is deleted or replaced", "", ...reasons].join("\n");
  return `${[heading, ...sections, why].join("\n\n").replaceAll("\n\n\n", "\n\n")}\n`;
}
