import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** A Pulumi program of this repository. */
export interface Program {
  /** Name of the stack or of the example's folder. */
  name: string;
  /** Folder with its Pulumi.yaml. */
  dir: string;
  /** Stack file with its configuration; an example has its values in the program. */
  config?: string;
}

/** Examples that cannot be rendered, and why. */
export const notRendered: Readonly<Record<string, string>> = {
  "cert-manager": "its chart is installed by Helm, which needs a cluster",
};

/** Every stack of the project and every example. */
export function allPrograms(root: string): Program[] {
  const stacks = readdirSync(root).flatMap((file) => {
    const name = /^Pulumi\.(.+)\.yaml$/.exec(file)?.[1];
    return name === undefined ? [] : [{ name, dir: root, config: join(root, file) }];
  });
  const folder = join(root, "examples");
  const examples = readdirSync(folder)
    .map((name) => ({ name, dir: join(folder, name) }))
    .filter(({ dir }) => existsSync(join(dir, "Pulumi.yaml")));
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
