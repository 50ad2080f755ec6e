import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** A Pulumi program of this repository. */
export interface Program {
  /**
   * Name of the example's folder, with that of its stack where it has several; or of a stack of the
   * project, with `stack-` before it, since an example may be called like it.
   */
  name: string;
  /** Folder with its Pulumi.yaml. */
  dir: string;
  /** Stack file with its configuration; an example has its values in the program. */
  config?: string;
  /** Whether it is an example, which takes from its configuration where this machine has the charts. */
  isExample: boolean;
}

/** Examples that cannot be rendered, and why. */
export const notRendered: Readonly<Record<string, string>> = {
  "cert-manager": "its chart is installed by Helm, which needs a cluster",
  "platform-shop": "it takes what another stack hands out, which has to run first",
  "two-clusters": "its providers are those of two clusters of yours",
};

/** Sections of stack files that cannot be rendered, and why. */
export const sectionsNotRendered: Readonly<Record<string, string>> = {
  "istio-mesh:certManager": "its chart is installed by Helm, which needs a cluster",
};

/** Stacks whose files are in a folder, with their configuration. */
const stacksIn = (dir: string) =>
  readdirSync(dir).flatMap((file) => {
    const stack = /^Pulumi\.(.+)\.yaml$/.exec(file)?.[1];
    return stack === undefined ? [] : [{ stack, config: join(dir, file) }];
  });

/** Names of the stacks whose files are in a folder. */
export const stackNames = (dir: string): string[] => stacksIn(dir).map(({ stack }) => stack);

/** Every stack of the project and every example; one with stack files is that many programs more. */
export function allPrograms(root: string): Program[] {
  const stacks = stacksIn(root).map(({ stack, config }) => ({
    name: `stack-${stack}`,
    dir: root,
    config,
    isExample: false,
  }));
  const folder = join(root, "examples");
  const examples = readdirSync(folder)
    .map((name) => ({ name, dir: join(folder, name), isExample: true }))
    .filter(({ dir }) => existsSync(join(dir, "Pulumi.yaml")))
    .flatMap((example) => [
      example,
      ...stacksIn(example.dir).map(({ stack, config }) => ({
        ...example,
        name: `${example.name}-${stack}`,
        config,
      })),
    ]);
  return [...stacks, ...examples];
}

/** The programs called so, all without a name. */
export function choosePrograms(programs: readonly Program[], names: readonly string[]): Program[] {
  const unknown = names.filter((name) => !programs.some((program) => program.name === name));
  if (unknown.length > 0) {
    const known = programs.map(({ name }) => name).join(", ");
    throw new Error(`there is no stack or example ${unknown.join(", ")}; there are: ${known}`);
  }
  return programs.filter(({ name }) => names.length === 0 || names.includes(name));
}
