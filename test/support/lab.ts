import { spawn } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a command to its end; the caller judges the outcome. */
export function run(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const outcome = { code: 0, stdout: "", stderr: "" };
    child.stdout.on("data", (chunk) => {
      outcome.stdout += chunk;
    });
    child.stderr.on("data", (chunk) => {
      outcome.stderr += chunk;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ ...outcome, code: code ?? -1 }));
  });
}

/** Runs a command that has to succeed and returns what it printed. */
export async function must(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<string> {
  const { code, stdout, stderr } = await run(command, args, env);
  if (code !== 0) {
    throw new Error(`${command} ${args.join(" ")}: exit code ${code}\n${stdout}\n${stderr}`);
  }
  return stdout;
}

/** Repeats a check until it holds; what it throws last is the error. */
export async function eventually<T>(check: () => Promise<T>, seconds = 30): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) {
        throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

interface PulumiStep {
  op: string;
  urn: string;
}

const typeAndName = (urn: string) => {
  const [type = "", name = ""] = urn.split("::").slice(2);
  return `${type.split("$").at(-1)} ${name}`;
};

/** A lab of its own, in which one stack file is deployed. */
export class Lab {
  private readonly work: string;
  private readonly config: string;
  private readonly env: NodeJS.ProcessEnv;

  constructor(
    readonly name: string,
    readonly stack: string,
  ) {
    this.work = join("build", "test", name);
    this.config = join(this.work, `Pulumi.${stack}.yaml`);
    this.env = { ISTIO_MESH_LAB: name, PULUMI_NODEJS_SKIP_COMPONENT_INPUTS: "true" };
  }

  async up(): Promise<void> {
    await must("lab/lab", ["--name", this.name, "down"]);
    await must("lab/lab", ["--name", this.name, "up"]);
    rmSync(this.work, { recursive: true, force: true });
    mkdirSync(this.work, { recursive: true });
    copyFileSync("Pulumi.yaml", join(this.work, "Pulumi.yaml"));
    this.configure((text) => text);
    await this.pulumi("--cwd", this.work, "stack", "select", "--create", this.stack);
  }

  async down(): Promise<void> {
    await must("lab/lab", ["--name", this.name, "down"]);
  }

  /** Writes the stack file, changed by `edit`, as a user would with an editor. */
  configure(edit: (text: string) => string): void {
    const original = readFileSync(`Pulumi.${this.stack}.yaml`, "utf8");
    writeFileSync(this.config, edit(original));
  }

  pulumi(...args: string[]): Promise<string> {
    return must("lab/lab", ["pulumi", ...args], this.env);
  }

  /** `pulumi COMMAND` on the stack, successful or not. */
  tryStack(...args: string[]): Promise<Outcome> {
    return run("lab/lab", ["pulumi", ...args, ...this.options()], this.env);
  }

  deploy(): Promise<string> {
    return this.pulumi("up", "--yes", "--skip-preview", "--suppress-progress", ...this.options());
  }

  destroy(): Promise<string> {
    return this.pulumi(
      "destroy",
      "--yes",
      "--skip-preview",
      "--suppress-progress",
      ...this.options(),
    );
  }

  refresh(): Promise<string> {
    return this.pulumi(
      "refresh",
      "--yes",
      "--skip-preview",
      "--suppress-progress",
      "--expect-no-changes",
      ...this.options(),
    );
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
    return JSON.parse(await this.pulumi("stack", "output", "--json", "--stack", this.stack));
  }

  kubectl(...args: string[]): Promise<string> {
    return must("lab/lab", ["kubectl", ...args], this.env);
  }

  async get<T>(...args: string[]): Promise<T> {
    return JSON.parse(await this.kubectl("get", ...args, "-o", "json"));
  }

  /** Creates or changes objects beside the stack's own. */
  async apply(name: string, manifest: string): Promise<Outcome> {
    const file = join(this.work, `${name}.yaml`);
    writeFileSync(file, manifest);
    return run("lab/lab", ["kubectl", "apply", "-f", file], this.env);
  }

  /** curl from inside a Pod's network. */
  curl(from: string, ...args: string[]): Promise<Outcome> {
    return run(
      "lab/lab",
      ["curl", "--from", from, "--silent", "--max-time", "10", ...args],
      this.env,
    );
  }

  /** Runs a command of this machine in the network of a Pod. */
  exec(pod: string, ...command: string[]): Promise<string> {
    return must("lab/lab", ["exec", pod, ...command], this.env);
  }

  /** Runs a script of the repository on the lab's node. */
  script(...args: string[]): Promise<string> {
    return must("lab/lab", ["exec", "node", "node", "--import", "tsx", ...args], this.env);
  }

  private options(): string[] {
    return ["--stack", this.stack, "--config-file", this.config];
  }
}
