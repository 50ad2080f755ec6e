import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { must, type Outcome, run } from "./command";
import { Program } from "./program";

/** A lab of its own, in which a stack of the project is deployed; other programs may come beside it. */
export class Lab extends Program {
  private readonly files: string;
  private readonly inLab: NodeJS.ProcessEnv;

  constructor(
    readonly name: string,
    stack: string,
    dir = ".",
  ) {
    super(name, stack, dir);
    this.files = join("build", "test", name, "manifests");
    this.inLab = { ISTIO_MESH_LAB: name };
  }

  async up(): Promise<void> {
    await must("lab/lab", ["--name", this.name, "down"]);
    await must("lab/lab", ["--name", this.name, "up"]);
    await this.init();
  }

  async down(): Promise<void> {
    await must("lab/lab", ["--name", this.name, "down"]);
  }

  kubectl(...args: string[]): Promise<string> {
    return must("lab/lab", ["kubectl", ...args], this.inLab);
  }

  async get<T>(...args: string[]): Promise<T> {
    return JSON.parse(await this.kubectl("get", ...args, "-o", "json"));
  }

  /** Creates or changes objects beside the stack's own. */
  async apply(name: string, manifest: string): Promise<Outcome> {
    mkdirSync(this.files, { recursive: true });
    const file = join(this.files, `${name}.yaml`);
    writeFileSync(file, manifest);
    return run("lab/lab", ["kubectl", "apply", "-f", file], this.inLab);
  }

  /** curl from inside a Pod's network. */
  curl(from: string, ...args: string[]): Promise<Outcome> {
    return run(
      "lab/lab",
      ["curl", "--from", from, "--silent", "--max-time", "10", ...args],
      this.inLab,
    );
  }

  /** Runs a command of this machine in the network of a Pod. */
  exec(pod: string, ...command: string[]): Promise<string> {
    return must("lab/lab", ["exec", pod, ...command], this.inLab);
  }

  /** Runs a script of the repository on the lab's node. */
  script(...args: string[]): Promise<string> {
    return must("lab/lab", ["exec", "node", "node", "--import", "tsx", ...args], this.inLab);
  }
}
