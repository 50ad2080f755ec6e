import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { passingState } from "../../scripts/passing-state";
import { must, type Outcome, run } from "./command";

interface PulumiStep {
  op: string;
  urn: string;
}

const typeAndName = (urn: string) => {
  const [type = "", name = ""] = urn.split("::").slice(2);
  return `${type.split("$").at(-1)} ${name}`;
};

const quiet = ["--yes", "--skip-preview", "--suppress-progress"];

/** One stack of a Pulumi program, deployed into a lab. Its stack file is a copy that tests may edit. */
export class Program {
  private readonly work: string;
  private readonly config: string;
  private readonly env: NodeJS.ProcessEnv;

  /** `dir` holds the Pulumi.yaml; the stack file there, if there is one, is where the copy begins. */
  constructor(
    lab: string,
    readonly stack: string,
    readonly dir = ".",
  ) {
    this.work = resolve("build", "test", lab, stack);
    this.config = join(this.work, `Pulumi.${stack}.yaml`);
    this.env = { ISTIO_MESH_LAB: lab, ...passingState };
  }

  /** Begins without a state. */
  async init(): Promise<void> {
    rmSync(this.work, { recursive: true, force: true });
    mkdirSync(this.work, { recursive: true });
    copyFileSync(join(this.dir, "Pulumi.yaml"), join(this.work, "Pulumi.yaml"));
    this.configure((text) => text);
    await this.pulumi("--cwd", this.work, "stack", "select", "--create", this.stack);
  }

  /** Writes the stack file, changed by `edit`, as a user would with an editor. */
  configure(edit: (text: string) => string): void {
    const own = join(this.dir, `Pulumi.${this.stack}.yaml`);
    const original = existsSync(own) ? readFileSync(own, "utf8") : "config: {}\n";
    writeFileSync(this.config, edit(original));
  }

  /** The same with values instead of text. */
  configureWith(values: Record<string, unknown>): void {
    this.configure(() => JSON.stringify({ config: values }));
  }

  pulumi(...args: string[]): Promise<string> {
    return must("lab/lab", ["pulumi", ...args], this.env);
  }

  /** `pulumi COMMAND` on the stack, successful or not. */
  try(...args: string[]): Promise<Outcome> {
    return run("lab/lab", ["pulumi", ...args, ...this.options()], this.env);
  }

  deploy(): Promise<string> {
    return this.pulumi("up", ...quiet, ...this.options());
  }

  /** Deploys over what others own, by the variable that the provider has for it. */
  takeOver(): Promise<string> {
    const env = { ...this.env, PULUMI_K8S_ENABLE_PATCH_FORCE: "true" };
    return must("lab/lab", ["pulumi", "up", ...quiet, ...this.options()], env);
  }

  destroy(): Promise<string> {
    return this.pulumi("destroy", ...quiet, ...this.options());
  }

  refresh(): Promise<string> {
    return this.pulumi("refresh", ...quiet, "--expect-no-changes", ...this.options());
  }

  /** What an update would change: operation, type and name of each resource. */
  async preview(): Promise<string[]> {
    const text = await this.pulumi("preview", "--json", ...this.options());
    const steps: PulumiStep[] = JSON.parse(text).steps;
    return steps
      .filter(({ op }) => op !== "same")
      .map(({ op, urn }) => `${op} ${typeAndName(urn)}`);
  }

  async outputs(): Promise<Record<string, unknown>> {
    return JSON.parse(
      await this.pulumi("stack", "output", "--json", "--stack", this.stack, "--cwd", this.dir),
    );
  }

  private options(): string[] {
    return ["--cwd", this.dir, "--stack", this.stack, "--config-file", this.config];
  }
}
