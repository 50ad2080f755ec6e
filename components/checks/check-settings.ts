import * as pulumi from "@pulumi/pulumi";
import type { Level } from "../../analysis/mesh/check";
import { checks } from "../../analysis/mesh/checks";
import { objectRules } from "../../analysis/mesh/object-rules";
import { type Suppression, suppressionOf } from "../../analysis/mesh/suppression";
import { oneOf } from "../../arguments/one-of";
import { problemsFound } from "../../arguments/problems-found";
import { shown } from "../../arguments/shown";
import { didYouMean } from "../../values/closest";

/** How findings of a check are told. */
export const CheckLevel = {
  /** The preview, or the update, ends. */
  Error: "error",
  /** A warning at the resource. */
  Warning: "warning",
  /** Counted, not told. */
  Info: "info",
  /** Not even counted. */
  Off: "off",
} as const;
export type CheckLevel = (typeof CheckLevel)[keyof typeof CheckLevel];

/** Settings of the checks between the objects of a program. */
export interface MeshChecksArgs {
  /**
   * Whether the objects of the program are checked together at its end.
   * @default true
   */
  enabled?: boolean;
  /**
   * Levels by code (`IST0101`, `KIA1107`), or by a check's own name.
   * @default - each check's own
   * @see https://istio.io/latest/docs/reference/config/analysis/
   */
  levels?: Readonly<Record<string, CheckLevel>>;
  /**
   * What is not to be told, as istioctl writes it: `IST0103=Pod name.namespace`; `*` stands for any
   * text.
   * @default - all is told
   */
  suppress?: readonly string[];
  /**
   * What lies in the cluster and not in this program: `namespace/*`, `namespace/name`, `Kind
   * namespace/name` or the full host of a Service. May be an output of another stack.
   * @default - a namespace of which the program declares nothing of a kind is another's
   */
  external?: pulumi.Input<pulumi.Input<string>[]>;
}

/** The settings as they are used. */
export interface Settings {
  enabled: boolean;
  levelOf(names: readonly string[], own: Level): CheckLevel;
  suppressions: readonly Suppression[];
  external: pulumi.Input<pulumi.Input<string>[]>;
}

interface Problem {
  propertyPath: string;
  reason: string;
}

const names = (): Set<string> =>
  new Set([...objectRules, ...checks].flatMap(({ id, code, aliases }) => [id, code, ...aliases]));

function nameProblem(path: string, name: string): Problem[] {
  const known = names();
  return known.has(name)
    ? []
    : [
        {
          propertyPath: path,
          reason: `${shown(name)} is no code or name of a check${didYouMean(name, known)}`,
        },
      ];
}

const levelTest = oneOf(Object.values(CheckLevel));

function problemsOf({ levels = {}, suppress = [] }: MeshChecksArgs): Problem[] {
  return [
    ...Object.entries(levels).flatMap(([name, level]) => {
      const reason = levelTest(level);
      return [
        ...nameProblem(`levels.${name}`, name),
        ...(reason === undefined ? [] : [{ propertyPath: `levels.${name}`, reason }]),
      ];
    }),
    ...suppress.flatMap((text, i) => {
      const path = `suppress[${i}]`;
      const one = suppressionOf(text);
      if (one === undefined) {
        const reason = `${shown(text)}: "CODE=Kind name.namespace" is expected`;
        return [{ propertyPath: path, reason }];
      }
      return one.code === "*" ? [] : nameProblem(path, one.code);
    }),
  ];
}

/** Throws for settings that cannot be meant; `owner` says where they stand. */
export function settingsOf(owner: string, args: MeshChecksArgs): Settings {
  const problems = problemsOf(args);
  if (problems.length > 0) {
    throw problemsFound(owner, problems);
  }
  const { enabled = true, levels = {}, suppress = [], external = [] } = args;
  return {
    enabled,
    levelOf: (called, own) =>
      called.map((name) => levels[name]).find((level) => level !== undefined) ?? own,
    suppressions: suppress.flatMap((text) => suppressionOf(text) ?? []),
    external,
  };
}

/** Where the stack's configuration has settings of the checks. */
const configKey = "istio-mesh:checks";

/** What the stack's configuration says; `false` or `off` for no checks at all. */
export function configuredChecks(): MeshChecksArgs {
  const config = new pulumi.Config("istio-mesh");
  const text = config.get("checks");
  if (text === undefined || text === "on" || text === "true") {
    return {};
  }
  if (text === "off" || text === "false") {
    return { enabled: false };
  }
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      return value;
    }
  } catch {
    // Told below, like anything else that is no settings.
  }
  throw new pulumi.RunError(
    `${configKey}: ${shown(text)}: "off", or a map with enabled, levels, suppress or external, is expected`,
  );
}
