import type { ChartKeys } from "../../schemas/chart-value-store";

type Values = Record<string, unknown>;

const isMap = (value: unknown): value is Values =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Maps whose keys are the user's, or those of a Kubernetes type, also where a chart has some of them. */
const open =
  /annotations$|labels$|^(meshConfig|resources|requests|limits|env|selector|affinity|proxyMetadata)$|strategy$|seccompProfile$|securityContext$|selinuxOptions$|templates$/i;

/** Keys that are known below a map; 0 where everything is allowed, or nothing is below. */
function keysOf(value: unknown): ChartKeys {
  if (!isMap(value) || Object.keys(value).length === 0) {
    return 0;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, open.test(key) ? 0 : keysOf(inner)]),
  );
}

/** Both together; what one of them leaves open is open. */
function joined(one: ChartKeys, other: ChartKeys): ChartKeys {
  if (one === 0 || other === 0) {
    return 0;
  }
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return Object.fromEntries(
    keys.map((key) => {
      const [a, b] = [one[key], other[key]];
      return [key, a === undefined || b === undefined ? (a ?? b ?? 0) : joined(a, b)];
    }),
  );
}

/** Adds a key that a template reads. Below what is open, nothing has to be known. */
function withPath(keys: ChartKeys, [key, ...rest]: string[]): ChartKeys {
  if (keys === 0 || key === undefined) {
    return keys;
  }
  const inner = keys[key];
  return { ...keys, [key]: inner === undefined ? 0 : withPath(inner, rest) };
}

const reads = (template: string): string[][] =>
  [...template.matchAll(/\.Values((?:\.[A-Za-z_]\w*)+)/g)].map(([, path = ""]) =>
    path.slice(1).split("."),
  );

/** What a chart says of its values. */
export interface ChartText {
  /** Its `values.yaml`. */
  values: Values;
  /** Presets and platforms that it brings along. */
  profiles: Values[];
  templates: string[];
  /** Key under which it reads its values once more. */
  scope?: string;
}

/** Read by all of Istio's charts before anything else. */
const always = ["profile", "platform", "compatibilityVersion", "enabled", "global"];

/** What the charts' templates write to themselves. */
const notTheUsers = ["defaults", "_internal_defaults_do_not_set", "_original"];

/** All keys that a chart knows: those of its values, of its presets, and those that it reads. */
export function keyTree({ values, profiles, templates, scope }: ChartText): ChartKeys {
  const internal = values._internal_defaults_do_not_set;
  const own = keysOf(isMap(internal) ? internal : values);
  const scopes = ["pilot", "cni"];
  // Presets are for all charts; what one of them does not read is no mistake of its user.
  const presets = profiles.flatMap((profile) => [
    keysOf(Object.fromEntries(Object.entries(profile).filter(([key]) => !scopes.includes(key)))),
    keysOf(scope === undefined ? {} : profile[scope]),
  ]);
  const known = [own, ...presets].filter((keys) => keys !== 0).reduce(joined, {});
  const all = templates.flatMap(reads).reduce(withPath, known);
  const read = [...always, ...(scope ? [scope] : [])].reduce(
    (keys, key) => withPath(keys, [key]),
    all,
  );
  return Object.fromEntries(Object.entries(read).filter(([key]) => !notTheUsers.includes(key)));
}
