import { resolve } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { watchProgram } from "../../components/program/declared-object";
import { expected } from "./unhandled-rejections";

/** A refusal in the words that the user gets. */
interface Refusal {
  /** Component and name, e.g. `Canary "web"`; empty when the text has none. */
  subject: string;
  text: string;
  problems: { path: string; reason: string }[];
  /** Whether it ended the program before anything of the component was asked of the engine. */
  early: boolean;
}

/** A resource that the engine was asked for. */
export interface Asked {
  type: string;
  name: string;
  parent: string;
  // biome-ignore lint/suspicious/noExplicitAny: inputs of any resource
  inputs: any;
  retained: boolean;
  /** Name of the provider in the program; empty for the default one. */
  provider: string;
  /** Names of the resources that it waits for. */
  after: readonly string[];
}

/** What the stacks that a program refers to hand out, by their names. */
export type StackOutputs = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** What became of one run of a program. */
export interface Seen {
  refusals: Refusal[];
  warnings: string[];
  asked: Asked[];
}

/** Runs a program of a user, loaded as if for the first time. `config` is its configuration. */
export function runField(
  file: string,
  config: Record<string, unknown> = {},
  stacks: StackOutputs = {},
): Promise<Seen> {
  const path = resolve(file);
  const program = () => {
    delete require.cache[path];
    require(path);
  };
  return run(program, config, stacks);
}

/** Runs a program as its user does: its objects are checked together at its end. */
export const runChecked = (
  program: () => unknown,
  config: Record<string, unknown> = {},
): Promise<Seen> => run(program, config);

/** The same without the checks between objects, for what components say to each other. */
export const runProgram = (
  program: () => unknown,
  config: Record<string, unknown> = {},
): Promise<Seen> => run(program, { "istio-mesh:checks": "off", ...config });

/**
 * Runs a program as the CLI does, inside a stack, against a monitor that only takes notes, and keeps
 * what its user is told.
 */
async function run(
  program: () => unknown,
  config: Record<string, unknown>,
  stacks: StackOutputs = {},
): Promise<Seen> {
  const log = catchLog();
  const late = catchRejections();
  const thrown: unknown[] = [];
  const asked = await takeNotes(stacks);
  try {
    pulumi.runtime.setAllConfig(inProject(config));
    const ended = inStack(program, thrown).then(() => pulumi.runtime.disconnect());
    // What uses a value that was refused waits for ever; the CLI ends such a program at once.
    await Promise.race([ended, late.first]);
    await turns(5);
  } finally {
    log.restore();
    await late.restore();
  }
  const ends = thrown.map((error) => refusal(error, asked, true));
  const known = new Set(ends.map(({ text }) => text));
  const others = [...late.reasons, ...log.errors]
    .map((reason) => refusal(reason, asked, false))
    .filter(({ text }) => !known.has(text) && known.add(text));
  return { refusals: [...ends, ...others], warnings: log.warnings, asked };
}

const turns = async (count: number) => {
  for (let turn = 0; turn < count; turn += 1) {
    await new Promise((done) => setImmediate(done));
  }
};

const inProject = (config: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(config).map(([key, value]) => [
      key.includes(":") ? key : `project:${key}`,
      typeof value === "string" ? value : JSON.stringify(value),
    ]),
  );

async function inStack(program: () => unknown, thrown: unknown[]): Promise<void> {
  await pulumi.runtime.runInPulumiStack(async () => {
    watchProgram(); // Loading the library does it, in a process that runs one program.
    try {
      program();
    } catch (error) {
      thrown.push(error);
    }
    return {};
  });
  await turns(5); // The end of the program is looked at in the turns after it.
}

function kindState(type: string, name: string, stacks: StackOutputs): object {
  if (type === "pulumi:pulumi:StackReference") {
    return { outputs: stacks[name] ?? {} };
  }
  return type === "kubernetes:helm.sh/v4:Chart" ? { resources: [] } : {};
}

async function takeNotes(stacks: StackOutputs): Promise<Asked[]> {
  const asked: Asked[] = [];
  await pulumi.runtime.setMocks(
    {
      newResource: ({ type, name, inputs, custom }) => ({
        id: custom === false ? undefined : `${name}-id`,
        state: { ...inputs, ...kindState(type, name, stacks) },
      }),
      call: ({ inputs }) => inputs,
    },
    "project",
    "stack",
    false,
  );
  // biome-ignore lint/suspicious/noExplicitAny: the monitor is an internal of the SDK
  const monitor = pulumi.runtime.getMonitor() as any;
  const register = monitor.registerResource.bind(monitor);
  // biome-ignore lint/suspicious/noExplicitAny: a protobuf request
  monitor.registerResource = (request: any, done: unknown) => {
    asked.push({
      type: request.getType(),
      name: request.getName(),
      parent: request.getParent().split("::").at(3) ?? "",
      inputs: request.getObject().toJavaScript(),
      retained: Boolean(request.getRetainondelete()),
      provider: request.getProvider().split("::").at(3) ?? "",
      after: request.getDependenciesList().map((urn: string) => urn.split("::").at(3) ?? ""),
    });
    return register(request, done);
  };
  return asked;
}

function catchRejections() {
  const reasons: unknown[] = [];
  let seen = () => {};
  const first = new Promise<void>((resolve) => {
    seen = resolve;
  });
  const listen = (reason: unknown) => {
    reasons.push(reason);
    seen();
  };
  process.on("unhandledRejection", listen);
  const restore = async () => {
    process.off("unhandledRejection", listen);
    for (const reason of reasons) {
      await expected(reason);
    }
  };
  return { reasons, first, restore };
}

/** Without an engine Pulumi logs to the console. */
function catchLog() {
  const { warn, error } = console;
  const warnings: string[] = [];
  const errors: string[] = [];
  const take =
    (into: string[], mark: string, instead: typeof warn) =>
    (...said: unknown[]) => {
      const text = said.map(String).join(" ");
      if (text.startsWith(mark)) {
        into.push(text.slice(mark.length).trim());
      } else {
        instead(...said);
      }
    };
  console.warn = take(warnings, "warning: [runtime]", warn);
  console.error = take(errors, "error: [runtime]", error);
  return { warnings, errors, restore: () => Object.assign(console, { warn, error }) };
}

function refusal(reason: unknown, asked: readonly Asked[], ended: boolean): Refusal {
  const text = reason instanceof Error ? reason.message : String(reason);
  const [, subject = "", type, name] = /(?:^|: )((\w+) "([^"\n]*)"): /.exec(text) ?? [];
  const problems = text
    .split("\n")
    .slice(1)
    .flatMap((line) => {
      const [, path, why] = /^ {2}(\S.*?): (.*)$/.exec(line) ?? [];
      return path && why ? [{ path, reason: why }] : [];
    });
  const begun = asked.some((one) => one.type.split(":").at(-1) === type && one.name === name);
  return { subject, text, problems, early: ended && !begun };
}
