import * as pulumi from "@pulumi/pulumi";
import { freshly } from "./loaded-modules";
import type { MeshOptions } from "./mesh-options";
import { type ProgramObjects, programObjects } from "./program-objects";
import { type OwnMocks, type Place, type Recording, recordFrom } from "./recording";
import { meshOfProgram, type TestMesh } from "./test-mesh";

/** How a program is run. */
export interface ProgramOptions extends MeshOptions {
  /**
   * Configuration of the stack. Keys without a colon are the project's; what is no text is written as JSON.
   * @default - none
   */
  config?: Readonly<Record<string, unknown>>;
  /**
   * Name of the project.
   * @default "project"
   */
  project?: string;
  /**
   * Name of the stack.
   * @default "stack"
   */
  stack?: string;
  /**
   * Name of the organization.
   * @default "organization"
   */
  organization?: string;
  /**
   * Names of the providers whose cluster is meant, `default` for the default one; needed where the program has several.
   * @default - the only one
   */
  providers?: readonly string[];
  /**
   * Answers of mocks where the usual ones will not do, such as outputs of another stack.
   * @default - a resource has its inputs as state, a function gives back its arguments
   */
  mocks?: OwnMocks;
}

function setConfig(config: Readonly<Record<string, unknown>>, project: string): void {
  pulumi.runtime.setAllConfig(
    Object.fromEntries(
      Object.entries(config).map(([key, value]) => [
        key.includes(":") ? key : `${project}:${key}`,
        typeof value === "string" ? value : JSON.stringify(value),
      ]),
    ),
  );
}

/** A program may be a function itself, as Pulumi has it. */
async function whole(program: () => unknown): Promise<void> {
  const exported = await program();
  if (typeof exported === "function") {
    await exported();
  }
}

const turn = () => new Promise((done) => setImmediate(done));

/** Turns of the event loop after which nothing more is asked for. */
const quietTurns = 10;

/** Waits until a program has asked for all that it will. */
async function settled({ registered }: Recording): Promise<void> {
  let seen = -1;
  for (let quiet = 0; quiet < quietTurns; quiet += 1) {
    if (registered.length !== seen) {
      seen = registered.length;
      quiet = 0;
    }
    await turn();
  }
  await pulumi.runtime.disconnect();
}

/** The first error that nobody handles: what uses a value that failed would wait for ever. */
function failure(): { first: Promise<never>; end: () => void } {
  let listen: (reason: unknown) => void = () => {};
  const first = new Promise<never>((_, reject) => {
    listen = reject;
  });
  // Without a failure nobody looks at it.
  first.catch(() => {});
  process.on("unhandledRejection", listen);
  return { first, end: () => process.off("unhandledRejection", listen) };
}

async function run(program: () => unknown, options: ProgramOptions): Promise<ProgramObjects> {
  const { project = "project", stack = "stack", organization, config = {} } = options;
  const place: Place = { project, stack, ...(organization !== undefined && { organization }) };
  const recording = await recordFrom(place, options.mocks);
  setConfig(config, project);
  const failed = failure();
  try {
    await Promise.race([
      freshly(() => whole(program)).then(() => settled(recording)),
      failed.first,
    ]);
  } finally {
    failed.end();
  }
  if (recording.registered.length === 0) {
    throw new Error(
      'the program declares nothing; load it inside the function, as in meshOf(() => require("../index")), ' +
        "and nowhere before",
    );
  }
  return programObjects(recording, options.providers);
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Runs a Pulumi program under mocks, without an engine and a cluster, and hands back the mesh that it declares, to be
 * asked for requests. Programs run one after another: Pulumi has one set of mocks in a process.
 *
 * @example
 * ```ts
 * const mesh = await meshOf(() => require("../index"), { config: { weight: 20 } });
 * assert.deepEqual(shares(mesh.from("sleep", "bookinfo").get("http://reviews:9080/")), { v1: 80, v2: 20 });
 * ```
 *
 * @throws what the program throws; an Error when it declares nothing, or sends objects to several clusters.
 */
export function meshOf(program: () => unknown, options: ProgramOptions = {}): Promise<TestMesh> {
  const running = last.then(() => run(program, options));
  last = running.catch(() => {});
  return running.then((declared) => meshOfProgram(declared, options));
}
