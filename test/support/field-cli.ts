import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { stringify } from "yaml";
import { splitGatewayApi } from "../../scripts/gateway-api-manifest";
import { passingState } from "../../scripts/passing-state";
import { must, type Outcome, run } from "./command";
import type { FieldObject } from "./field-objects";

interface Step {
  op: string;
  urn: string;
  oldState?: FieldObject;
  newState?: FieldObject;
}

/** What the CLI says of an update that is not made. */
export interface Preview {
  /** Whether the program came to its end. */
  accepted: boolean;
  steps: Step[];
  /** Errors and warnings, and what was printed beside them. */
  said: string;
}

const root = resolve("build/test/field");

/** The tools' environment, and what the programs ask of this machine: where charts and definitions are. */
interface Workplace {
  env: Record<string, string>;
  config: Record<string, unknown>;
}

/** Asking for the tools once instead of for every command saves half of the commands' time. */
async function workplace(): Promise<Workplace> {
  rmSync(root, { recursive: true, force: true });
  const shown = await must("lab/lab", ["tools", "--state", root, "env"]);
  const entries = shown.split("\n").flatMap((line) => {
    const [, key, value] = /^([A-Z_0-9]+)=(.*)$/i.exec(line) ?? [];
    return key === undefined ? [] : [[key, value ?? ""] as const];
  });
  const env = { ...Object.fromEntries(entries), ...passingState };
  const { ISTIO_MESH_GATEWAY_API = "", ISTIO_MESH_CHARTS = "" } = env as Record<string, string>;
  const definitions = resolve(root, "gateway-api.yaml");
  // The provider cannot render the other objects of the manifest without a cluster to ask.
  const manifest = readFileSync(ISTIO_MESH_GATEWAY_API, "utf8");
  writeFileSync(definitions, splitGatewayApi(manifest).definitions);
  return {
    env,
    config: { "field:charts": { path: ISTIO_MESH_CHARTS }, "field:gatewayApi": definitions },
  };
}

let prepared: Promise<Workplace> | undefined;

const prepare = (): Promise<Workplace> => {
  prepared ??= workplace();
  return prepared;
};

/** A program of test/field/cases with the real CLI, which renders to files instead of a cluster. */
export class FieldStack {
  readonly #dir: string;
  readonly #name: string;

  constructor(readonly file: string) {
    this.#name = file.toLowerCase().replace(/[^a-z0-9]+/g, "-");
    this.#dir = resolve(root, this.#name);
  }

  async init(): Promise<this> {
    await prepare();
    mkdirSync(this.#dir, { recursive: true });
    const runtime = { name: "nodejs", options: { typescript: false, nodeargs: "--import tsx" } };
    const main = resolve(`test/field/cases/${this.file}.ts`);
    writeFileSync(resolve(this.#dir, "Pulumi.yaml"), stringify({ name: "field", main, runtime }));
    const { code, stderr } = await this.#pulumi("stack", "init", this.#name);
    if (code !== 0) {
      throw new Error(`no stack for ${this.file}: ${stderr}`);
    }
    return this;
  }

  async up(step: number): Promise<Outcome> {
    const quiet = ["--yes", "--skip-preview", "--suppress-progress"];
    return this.#pulumi("up", ...quiet, ...(await this.#options(step)));
  }

  async preview(step = 1): Promise<Preview> {
    return previewed(await this.#pulumi("preview", "--json", ...(await this.#options(step))));
  }

  /** A command of the CLI with options of its own, as a user reads it. */
  async run(command: "preview" | "up", options: readonly string[]): Promise<Outcome> {
    return this.#pulumi(command, "--color", "never", ...(await this.#options(1)), ...options);
  }

  /** Where the objects of an update are written. */
  get rendered(): string {
    return resolve(this.#dir, "rendered");
  }

  async previewDestroy(step: number): Promise<Preview> {
    const args = ["destroy", "--preview-only", "--json", ...(await this.#options(step))];
    return previewed(await this.#pulumi(...args));
  }

  /** Resources of the stack as its state has them. */
  async state(): Promise<FieldObject[]> {
    const { stdout } = await this.#pulumi("stack", "export", "--stack", this.#name);
    return JSON.parse(stdout).deployment.resources ?? [];
  }

  async #options(step: number): Promise<string[]> {
    const file = resolve(this.#dir, `Pulumi.step-${step}.yaml`);
    const config = {
      ...(await prepare()).config,
      "field:step": step,
      "kubernetes:renderYamlToDirectory": this.rendered,
    };
    writeFileSync(file, stringify({ config }));
    return ["--stack", this.#name, "--config-file", file];
  }

  async #pulumi(...args: string[]): Promise<Outcome> {
    const { env } = await prepare();
    return run("pulumi", ["--cwd", this.#dir, ...args], env);
  }
}

function previewed({ code, stdout, stderr }: Outcome): Preview {
  const begin = stdout.search(/^\{/m);
  const json = begin < 0 ? {} : JSON.parse(stdout.slice(begin));
  const messages = (json.diagnostics ?? []).map(({ message }: FieldObject) => message);
  return {
    accepted: code === 0,
    steps: json.steps ?? [],
    said: [...messages, stderr, begin < 0 ? stdout : ""].join("\n"),
  };
}

const typeAndName = (urn: string) => {
  const [type = "", name = ""] = urn.split("::").slice(2);
  return `${type.split("$").at(-1)?.split(":").at(-1)} ${name}`;
};

/** Objects that an update would take away from the cluster: not those that are to stay there. */
export const taken = ({ steps }: Preview): string[] =>
  steps
    .filter(({ op }) => /^(delete|replace)/.test(op))
    .filter(({ oldState }) => oldState?.custom !== false && oldState?.retainOnDelete !== true)
    .map(({ urn }) => typeAndName(urn));

/** What an update would ask for, by kind and the end of the resource's name. */
export function planned({ steps }: Preview, kind: string, name: string): FieldObject {
  const found = steps.find(({ urn }) => {
    const [foundKind, foundName = ""] = typeAndName(urn).split(" ");
    return foundKind === kind && (foundName === name || foundName.endsWith(`/${name}`));
  });
  return found?.newState?.inputs;
}

/** What an update would do with the resource that `planned` finds. */
export const operation = ({ steps }: Preview, kind: string, name: string): string | undefined =>
  steps.find(({ urn }) => {
    const [foundKind, foundName = ""] = typeAndName(urn).split(" ");
    return foundKind === kind && (foundName === name || foundName.endsWith(`/${name}`));
  })?.op;

/** Runs so many at a time; the others wait. */
export function queue(atATime: number): <T>(job: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let free = atATime;
  return async (job) => {
    if (free === 0) {
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else {
      free -= 1;
    }
    try {
      return await job();
    } finally {
      const next = waiting.shift();
      if (next) {
        next();
      } else {
        free += 1;
      }
    }
  };
}
