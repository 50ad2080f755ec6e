// render.ts [NAME…]: renders stacks and examples, two at a time, by the Kubernetes provider.
import { spawn } from "node:child_process";
import {
  copyFileSync,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, join, resolve } from "node:path";
import { parse, stringify } from "yaml";
import { type GatewayApiParts, splitGatewayApi } from "./gateway-api-manifest";
import { passingState } from "./passing-state";
import {
  allPrograms,
  choosePrograms,
  notRendered,
  type Program,
  sectionsNotRendered,
} from "./programs";

const atATime = 2;
const output = resolve("build/render");
const work = resolve("build/work/render");
const say = (text: string) => process.stdout.write(`${text}\n`);

interface Run {
  name: string;
  cwd: string;
  log: string;
  env: NodeJS.ProcessEnv;
}

function pulumi({ name, cwd, log, env }: Run, ...args: string[]) {
  return new Promise<void>((done, fail) => {
    const child = spawn("pulumi", args, { cwd, env: { ...process.env, ...env } });
    const file = createWriteStream(log, { flags: "a" });
    child.stdout.pipe(file, { end: false });
    child.stderr.pipe(file, { end: false });
    child.on("error", fail);
    child.on("close", (code) => {
      file.end(() =>
        code === 0
          ? done()
          : fail(
              new Error(
                `${name}: pulumi ${args[0]} ended with exit code ${code}\n${readFileSync(log, "utf8")}`,
              ),
            ),
      );
    });
  });
}

/** What examples that install something ask their configuration for: where this machine has it. */
function sources({ dir, isExample }: Program, definitions: string): Record<string, unknown> {
  if (!isExample) {
    return {};
  }
  const project = parse(readFileSync(join(dir, "Pulumi.yaml"), "utf8")).name;
  return {
    [`${project}:charts`]: { path: process.env.ISTIO_MESH_CHARTS },
    [`${project}:gatewayApi`]: definitions,
    [`${project}:addons`]: process.env.ISTIO_MESH_ADDONS,
  };
}

/** What a stack file says; an example has none. */
const stackFile = ({ config }: Program): { config?: Record<string, unknown> } =>
  config === undefined ? {} : parse(readFileSync(config, "utf8"));

/** Sections of a stack file that are not rendered. */
const leftOut = (program: Program): string[] =>
  Object.keys(stackFile(program).config ?? {}).filter((key) => key in sectionsNotRendered);

/** The stack's own configuration, but for what needs a cluster, and where the provider renders to. */
function renderConfig(program: Program, target: string, definitions: string): string {
  const own = stackFile(program);
  const rendered = Object.entries(own.config ?? {}).filter(
    ([key]) => !(key in sectionsNotRendered),
  );
  const config = {
    ...Object.fromEntries(rendered),
    ...sources(program, definitions),
    "kubernetes:renderYamlToDirectory": target,
  };
  return stringify({ ...own, config });
}

/** Adds what the provider could not render to a program that installs the Gateway API. */
function completeGatewayApi(target: string, { others }: GatewayApiParts): void {
  const definitions = join(target, "0-crd");
  const installed =
    existsSync(definitions) &&
    readdirSync(definitions).some((file) => file.includes(".gateway.networking.k8s.io"));
  if (installed) {
    for (const { kind, name, text } of others) {
      writeFileSync(
        join(target, "1-manifest", `gateway-api-${kind.toLowerCase()}-${name}.yaml`),
        text,
      );
    }
  }
}

async function render(program: Program, gatewayApi: GatewayApiParts): Promise<void> {
  const began = Date.now();
  const target = join(output, program.name);
  const own = join(work, program.name);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(own, { recursive: true });
  const config = join(own, "Pulumi.render.yaml");
  const log = join(own, "log");
  const definitions = join(own, "gateway-api.yaml");
  writeFileSync(definitions, gatewayApi.definitions);
  writeFileSync(config, renderConfig(program, target, definitions));
  const env = { ISTIO_MESH_GATEWAY_API: definitions, ...passingState };
  const run = { name: program.name, log, env };
  // Pulumi leaves a stack file where a stack is created; that is not to be the program's folder.
  copyFileSync(join(program.dir, "Pulumi.yaml"), join(own, "Pulumi.yaml"));
  await pulumi({ ...run, cwd: own }, "stack", "init", program.name);
  await pulumi(
    { ...run, cwd: program.dir },
    ...["up", "--yes", "--skip-preview", "--suppress-progress"],
    ...["--stack", program.name, "--config-file", config],
  );
  completeGatewayApi(target, gatewayApi);
  const files = readdirSync(target, { recursive: true, withFileTypes: true });
  const objects = files.filter((file) => file.isFile()).length;
  const seconds = ((Date.now() - began) / 1000).toFixed(0);
  say(`  ${program.name}: ${objects} objects in build/render/${basename(target)} (${seconds} s)`);
  for (const key of leftOut(program)) {
    say(`  ${program.name} is without ${key}: ${sectionsNotRendered[key]}`);
  }
}

async function main(): Promise<void> {
  const chosen = choosePrograms(allPrograms("."), process.argv.slice(2));
  for (const { name } of chosen.filter(({ name }) => name in notRendered)) {
    say(`Left out: ${name}, ${notRendered[name]}`);
  }
  const renderable = chosen.filter(({ name }) => !(name in notRendered));
  const programs = renderable.map((program) => ({
    ...program,
    dir: resolve(program.dir),
  }));
  const manifest = process.env.ISTIO_MESH_GATEWAY_API;
  if (manifest === undefined) {
    throw new Error("ISTIO_MESH_GATEWAY_API is not set; call scripts/render");
  }
  const gatewayApi = splitGatewayApi(readFileSync(manifest, "utf8"));
  if (process.argv.length === 2) {
    rmSync(output, { recursive: true, force: true });
  }
  say(`Rendering ${programs.length} programs`);
  const waiting = [...programs];
  const failures: Error[] = [];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      await render(next, gatewayApi).catch((error: Error) => failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: atATime }, worker));
  if (failures.length > 0) {
    const details = failures.map(({ message }) => message).join("\n");
    throw new Error(`${details}\n${failures.length} of ${programs.length} programs failed`);
  }
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
