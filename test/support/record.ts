import * as pulumi from "@pulumi/pulumi";
import { Callback } from "@pulumi/pulumi/proto/callback_pb";
import * as state from "@pulumi/pulumi/runtime/state";
import { endOfProgram } from "../../components/program/end-of-program";
import { expected } from "./unhandled-rejections";

/** One resource as the engine would have been asked to create it. */
export interface Registered {
  type: string;
  name: string;
  /** Name of the parent; undefined at the top. */
  parent: string | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: inputs of any resource
  inputs: any;
  /** `type name` of the resources that come before, with components resolved to their children. */
  dependencies: string[];
  /** Old types that the engine accepts for it. */
  aliases: string[];
  provider: string;
  protect: boolean;
  deleteBeforeReplace: boolean;
  /** Kept in the cluster when the program no longer has it. */
  retainOnDelete: boolean;
}

const plain = (urn: string) => {
  const [type = "", name = ""] = urn.split("::").slice(2);
  return { type: type.split("$").pop() ?? "", name };
};

/** Whether a resource is of a kind that Istio reads. */
export const isMeshKind = ({ type }: Pick<Registered, "type">): boolean =>
  /^kubernetes:[^/]*(istio\.io|gateway\.networking\.k8s\.io)\//.test(type);

/** The resources of one run of a program. */
export class Recording {
  /** `warnings` are those of the library, in their order. */
  constructor(
    readonly resources: readonly Registered[],
    readonly warnings: readonly string[] = [],
  ) {}

  /** `type name < parent` of all, sorted: the order of registration is not the program's. */
  get tree(): string[] {
    return this.resources
      .map(({ type, name, parent }) => `${type} ${name}${parent ? ` < ${parent}` : ""}`)
      .sort();
  }

  ofType(type: string): Registered[] {
    return this.resources.filter((resource) => resource.type === type);
  }

  /** The one resource of this type, and this name if given. */
  the(type: string, name?: string): Registered {
    const found = this.ofType(type).filter((r) => name === undefined || r.name === name);
    if (found.length !== 1 || !found[0]) {
      throw new Error(
        `${found.length} resources are ${type} ${name ?? ""}:\n${this.tree.join("\n")}`,
      );
    }
    return found[0];
  }

  /** Identities that Pulumi would refuse as duplicates. */
  get duplicates(): string[] {
    const seen = new Set<string>();
    return this.tree.filter((line) => seen.size === seen.add(line).size);
  }
}

export interface RecordOptions {
  preview?: boolean;
  /** State that a resource gets beside its inputs. */
  state?: (type: string, name: string) => object | undefined;
}

/** Without an engine Pulumi writes warnings to the console. */
async function warningsOf(run: () => Promise<void>): Promise<string[]> {
  const warnings: string[] = [];
  const { warn } = console;
  console.warn = (line: string) => {
    warnings.push(line.replace(/^warning: \[runtime\] /, ""));
  };
  try {
    await run();
  } finally {
    console.warn = warn;
  }
  return warnings;
}

const kindState = (type: string): object =>
  type === "kubernetes:helm.sh/v4:Chart" ? { resources: [] } : {};

/**
 * Runs a program against a recording monitor. What it shows is what is asked of the engine, and
 * nothing of what a cluster or chart makes of it.
 */
export async function record(
  program: () => void,
  { preview = false, state }: RecordOptions = {},
): Promise<Recording> {
  await pulumi.runtime.setMocks(
    {
      newResource: ({ type, name, inputs, custom }) => ({
        id: custom === false ? undefined : `${name}-id`,
        state: { ...inputs, ...kindState(type), ...state?.(type, name) },
      }),
      call: ({ inputs }) => inputs,
    },
    "project",
    "stack",
    preview,
  );
  takeTransforms();
  // biome-ignore lint/suspicious/noExplicitAny: the monitor is an internal of the SDK
  const monitor = pulumi.runtime.getMonitor() as any;
  const register = monitor.registerResource.bind(monitor);
  const resources: Registered[] = [];
  // biome-ignore lint/suspicious/noExplicitAny: a protobuf request
  monitor.registerResource = (request: any, done: unknown) => {
    resources.push(registered(request));
    return register(request, done);
  };
  const warnings = await warningsOf(async () => {
    program();
    endOfProgram();
    await pulumi.runtime.disconnect();
  });
  return new Recording(resources, warnings);
}

/** Mocks know no transforms; they are taken here, and not applied: that is the engine's work. */
function takeTransforms(): void {
  // It is left out of the public types.
  const { getStore } = state as unknown as { getStore(): { supportsTransforms: boolean } };
  const store = getStore();
  store.supportsTransforms = true;
  const nothing = async () => {};
  const taken = {
    registerTransform: async () => new Callback(),
    awaitStackRegistrations: nothing,
    shutdown() {},
  };
  Object.assign(store, { callbacks: taken });
}

// biome-ignore lint/suspicious/noExplicitAny: a protobuf request
function registered(request: any): Registered {
  const parent: string = request.getParent();
  return {
    type: request.getType(),
    name: request.getName(),
    parent: parent ? plain(parent).name : undefined,
    inputs: request.getObject().toJavaScript(),
    dependencies: request
      .getDependenciesList()
      .map((urn: string) => `${plain(urn).type} ${plain(urn).name}`)
      .sort(),
    aliases: request
      .getAliasesList()
      // biome-ignore lint/suspicious/noExplicitAny: a protobuf message
      .map((alias: any) => alias.getSpec()?.getType() ?? alias.getUrn()),
    provider: request.getProvider(),
    protect: request.getProtect(),
    deleteBeforeReplace: request.getDeletebeforereplace(),
    retainOnDelete: request.getRetainondelete(),
  };
}

/** What an output holds; `undefined` also when it stays unknown, see `isKnown`. */
export async function settled<T>(output: pulumi.Output<T>): Promise<T> {
  // `promise` is left out of the public types; unlike `apply` it does not hang on a failed output.
  return (output as unknown as { promise(): Promise<T> }).promise();
}

/** Why an output failed. */
export async function failureOf(output: pulumi.Input<unknown>): Promise<Error> {
  try {
    await settled(pulumi.output(output));
  } catch (error) {
    await expected(error);
    return error as Error;
  }
  throw new Error("the output did not fail");
}

export async function isKnown(output: pulumi.Output<unknown>): Promise<boolean> {
  return (output as unknown as { isKnown: Promise<boolean> }).isKnown;
}
