import { readdirSync } from "node:fs";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import * as mesh from "../../components";
import type { ComponentChanges } from "./transitions/changes";

/** Arguments that work. */
interface Sample {
  /** What is special about it, e.g. `in the Gateway API's dialect`. */
  what: string;
  create(
    name: string,
    opts?: pulumi.ComponentResourceOptions,
    common?: mesh.CommonArgs,
  ): pulumi.ComponentResource;
}

/** Arguments that cannot work, in a component that is called "x". */
interface Refusal {
  what: string;
  create(): unknown;
  /** Path of the argument, e.g. `versions[1].weight`. */
  at: string;
  /** The reason: it holds the value and what is allowed. */
  says: RegExp;
}

/** What a component is tried with by the tests that hold for all components. */
export interface ComponentCase {
  /** Name of the exported class. */
  component: string;
  /** One for each way in which the component creates different resources. */
  samples: Sample[];
  /** At least three. */
  refusals: Refusal[];
  /** Its outputs, in the order of the alphabet. */
  outputs: string[];
  /** Scalar arguments that decide which resources exist and are therefore no inputs. */
  plain?: string[];
  /** Arguments that another stack can pass on, and which are therefore inputs. */
  handles?: string[];
  /** Set when the objects come from a chart or manifest, whose rendering needs the engine. */
  rendered?: true;
  /** Why no proxy gets anything from it, when that is so. */
  notTranslated?: string;
  /** Why it makes no object that istiod's webhook or a definition judges, when that is so. */
  notSubmitted?: string;
  /** What its arguments change between. */
  changes: ComponentChanges;
}

const folder = join(__dirname, "../components");

/** The cases of all components; the files are found, not listed. */
export const componentCases: readonly ComponentCase[] = readdirSync(folder)
  .filter((file) => file.endsWith(".case.ts"))
  .sort()
  .map((file) => require(join(folder, file)).default);

/** What the arguments of each change between. */
export const allChanges: readonly ComponentChanges[] = componentCases.map(({ changes }) => changes);

/** Names of the exported components. */
export const componentClasses: readonly string[] = Object.entries(mesh)
  .filter(
    ([, value]) =>
      typeof value === "function" && value.prototype instanceof pulumi.ComponentResource,
  )
  .map(([name]) => name);

/** Folder below examples/ of the program that shows a component. */
export const exampleOf = (component: string): string =>
  component.replace(/(?<=[a-z])[A-Z]/g, "-$&").toLowerCase();

/** istiod warns of every object of these kinds, however right it is. */
export const alwaysWarned: ReadonlySet<string> = new Set(["EnvoyFilter"]);

/** What a test shows of a component; these titles fill the table of components. */
export const Claim = {
  PreviewAndUp: "preview and up",
  Twice: "twice",
  Options: "options",
  Refusals: "refusals",
  Objects: "objects",
  Webhook: "webhook",
  Translated: "translated",
  Cluster: "cluster",
} as const;
export type Claim = (typeof Claim)[keyof typeof Claim];

export const claim = (component: string, what: Claim): string => `[${component}: ${what}]`;
