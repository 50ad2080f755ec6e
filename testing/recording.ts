import * as pulumi from "@pulumi/pulumi";
import { documentsOf } from "./given-objects";
import { named } from "./named-object";

/** A resource as a program asks the engine for it. */
export interface Registered {
  readonly type: string;
  readonly name: string;
  /** URN and id of the provider; empty for the default one. */
  readonly provider: string;
  /** Secrets are marked as Pulumi's wire has them. */
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** Chart that a program renders by itself, in place of which mocks have nothing. */
export interface AskedChart {
  readonly chart: string;
  readonly name: string;
  readonly namespace?: string;
  readonly values?: unknown;
}

/** What a program has asked for. */
export interface Recording {
  readonly registered: Registered[];
  readonly charts: AskedChart[];
}

/** Answers of mocks where the usual ones will not do; undefined for the usual one. */
export interface OwnMocks {
  /**
   * State of a resource.
   * @default - its inputs
   */
  newResource?: (
    args: pulumi.runtime.MockResourceArgs,
  ) => pulumi.runtime.MockResourceResult | undefined;
  /**
   * Result of a function of a provider.
   * @default - its arguments
   */
  call?: (args: pulumi.runtime.MockCallArgs) => Record<string, unknown> | undefined;
}

/** Where a program runs. */
export interface Place {
  readonly project: string;
  readonly stack: string;
  readonly organization?: string;
}

/** Those that bring objects say which; mocks bring none. */
const usualState = (type: string): object =>
  type === "kubernetes:helm.sh/v4:Chart" ? { resources: [] } : {};

function usualResource({
  type,
  name,
  inputs,
  custom,
  id,
}: pulumi.runtime.MockResourceArgs): pulumi.runtime.MockResourceResult {
  return {
    id: custom === false ? undefined : id || `${name}-id`,
    state: { ...named(type, name, inputs), ...usualState(type) },
  };
}

/** Functions of the provider by which its client-side kinds read texts and charts. */
function usualCall({ token, inputs }: pulumi.runtime.MockCallArgs, charts: AskedChart[]): object {
  if (token === "kubernetes:yaml:decode") {
    return { result: documentsOf(String(inputs.text), "a text of the program") };
  }
  if (token === "kubernetes:helm:template") {
    const { chart = "", release_name: name, namespace, values } = JSON.parse(inputs.jsonOpts);
    charts.push({ chart, name: name ?? chart, namespace, values });
    return { result: [] };
  }
  return token === "kubernetes:kustomize:directory" ? { result: [] } : inputs;
}

/** What the monitor is asked, as far as it is read here. */
interface Request {
  getType(): string;
  getName(): string;
  getProvider(): string;
  getObject(): { toJavaScript(): Record<string, unknown> } | undefined;
}

interface Monitor {
  registerResource(request: Request, done: unknown): unknown;
}

/** Sets mocks that take notes of every resource from now on, secrets marked. */
export async function recordFrom(place: Place, own: OwnMocks = {}): Promise<Recording> {
  const recording: Recording = { registered: [], charts: [] };
  await pulumi.runtime.setMocks(
    {
      newResource: (args) => own.newResource?.(args) ?? usualResource(args),
      call: (args) => own.call?.(args) ?? usualCall(args, recording.charts),
    },
    place.project,
    place.stack,
    false,
    place.organization,
  );
  // Mocks get a secret without its mark where it is a part of something.
  const monitor = pulumi.runtime.getMonitor() as unknown as Monitor;
  const register = monitor.registerResource.bind(monitor);
  monitor.registerResource = (request, done) => {
    recording.registered.push({
      type: request.getType(),
      name: request.getName(),
      provider: request.getProvider(),
      inputs: request.getObject()?.toJavaScript() ?? {},
    });
    return register(request, done);
  };
  return recording;
}
