import type { Level } from "../../analysis/mesh/check";
import { suppressionOf } from "../../analysis/mesh/suppression";
import { checksConfigKey } from "../../values/known-names";
import type { Located } from "../check/judgement";
import { isMap } from "../read/json-values";

/** What a stack's configuration says of the checks, in the words of the command's options. */
export interface StackSettings {
  /** `CODE=Kind name.namespace` each. */
  readonly suppress: readonly string[];
  readonly external: readonly string[];
  /** By a code or the name of a check. */
  readonly levels: ReadonlyMap<string, Level>;
}

const isLevel = (value: unknown): value is Level =>
  value === "error" || value === "warning" || value === "info";

const nothing: StackSettings = { suppress: [], external: [], levels: new Map() };

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];

function settingsFrom(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A secret, or no settings: the program itself refuses these.
    return undefined;
  }
}

/** The settings in the `config` of a preview. What is off for the program is off for its report. */
export function stackSettings(config: unknown): StackSettings {
  const text = isMap(config) ? config[checksConfigKey] : undefined;
  if (text === "off" || text === "false") {
    return { ...nothing, suppress: ["*=*"] };
  }
  const settings = typeof text === "string" ? settingsFrom(text) : undefined;
  if (!isMap(settings)) {
    return nothing;
  }
  const named = Object.entries(isMap(settings.levels) ? settings.levels : {});
  const off = named.filter(([, level]) => level === "off").map(([name]) => `${name}=*`);
  const all = settings.enabled === false ? ["*=*"] : [];
  return {
    // A rule that cannot be read hides nothing: the program itself refuses it.
    suppress: [...texts(settings.suppress), ...off, ...all].filter(suppressionOf),
    external: texts(settings.external),
    levels: new Map(
      named.flatMap(([name, level]): [string, Level][] => (isLevel(level) ? [[name, level]] : [])),
    ),
  };
}

/** Findings as grave as the stack has them. */
export const withLevels = (
  found: readonly Located[],
  { levels }: Pick<StackSettings, "levels">,
): Located[] =>
  found.map((one) => {
    const { check, code, aliases } = one.finding;
    const level = [check, code, ...aliases].map((name) => levels.get(name)).find(Boolean);
    return level === undefined ? one : { ...one, finding: { ...one.finding, level } };
  });
