import type { Asked, Seen } from "./field-program";

/** An object as the engine was asked for it. */
// biome-ignore lint/suspicious/noExplicitAny: objects of every kind, read by their paths
export type FieldObject = any;

/** The mark that Pulumi's wire format wraps secret values with. */
const secretMark = "4dabf18193072939515e22adb298388d";

function revealed(value: FieldObject): FieldObject {
  if (Array.isArray(value)) {
    return value.map(revealed);
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  return secretMark in value
    ? revealed(value.value)
    : Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, revealed(inner)]));
}

export const resources = ({ asked }: Seen, kind: string): Asked[] =>
  asked.filter(({ type }) => type.startsWith("kubernetes:") && type.split(":").at(-1) === kind);

/** Objects of a kind that a program asked for. */
export const objects = (seen: Seen, kind: string): FieldObject[] =>
  resources(seen, kind).map(({ inputs }) => revealed(inputs));

/** The object of a kind and name; undefined when it is not there. */
export const object = (seen: Seen, kind: string, name: string): FieldObject =>
  objects(seen, kind).find(({ metadata }) => metadata?.name === name);

/** Values of the chart that is the resource of this name; undefined when it is not there. */
export const chartValues = (seen: Seen, name: string): FieldObject =>
  revealed(resources(seen, "Chart").find((chart) => chart.name === name)?.inputs)?.values;
