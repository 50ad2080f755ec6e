import type { TelemetrySpec } from "../../../schemas/kinds/telemetry/telemetry";
import { fields } from "../fields";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";

/** What a provider is named for, in a Telemetry and among the default providers of the mesh config. */
export type TelemetryUse = "accessLogging" | "metrics" | "tracing";

/** A provider where it is named. */
export interface NamedProvider {
  readonly use: TelemetryUse;
  readonly name: string;
  readonly path: string;
}

/** The providers that a Telemetry names. */
export const providersOf = ({
  accessLogging = [],
  metrics = [],
  tracing = [],
}: TelemetrySpec): NamedProvider[] =>
  Object.entries({ accessLogging, metrics, tracing }).flatMap(([use, entries]) =>
    entries.flatMap(({ providers = [] }, i) =>
      providers.map(({ name }, j) => ({
        use: use as TelemetryUse,
        name,
        path: `spec.${use}[${i}].providers[${j}].name`,
      })),
    ),
  );

/** Names of the providers that something of the set asks for: a Telemetry, a policy, or the mesh by default. */
const namesUsed = (mesh: Mesh): ReadonlySet<unknown> =>
  new Set([
    ...mesh.set
      .all(Kind.Telemetry)
      .flatMap(({ spec }) => providersOf(spec).map(({ name }) => name)),
    ...mesh.authorizations.all.map(({ spec }) => spec.provider?.name),
    ...Object.values(fields(mesh.config.all.defaultProviders)).flat(),
  ]);

/** Whether anything of the set asks for a provider. */
export const isUsedProvider = (mesh: Mesh, name: string): boolean => mesh.fact(namesUsed).has(name);

/** Kinds of providers that take what is named for them. */
const kindsFor: Readonly<Record<TelemetryUse, readonly string[]>> = {
  accessLogging: ["envoyFileAccessLog", "envoyHttpAls", "envoyTcpAls", "envoyOtelAls"],
  metrics: ["prometheus"],
  tracing: ["zipkin", "datadog", "skywalking", "opentelemetry"],
};

/** Providers that istiod has by itself, and what they are. */
const builtIn: Readonly<Record<string, string>> = {
  envoy: "envoyFileAccessLog",
  prometheus: "prometheus",
};

/** What a provider is, by the field that says so; undefined where it is not declared. */
function kindOf(mesh: Mesh, name: string): string | undefined {
  const { name: _, ...declared } = mesh.config.extensionProviders.get(name) ?? {};
  const [kind = builtIn[name]] = Object.keys(declared);
  return kind;
}

/** What a provider is and what would be right, where it does not take what it is named for. */
export function misused(
  mesh: Mesh,
  { use, name }: NamedProvider,
): { kind: string; right: readonly string[] } | undefined {
  const kind = kindOf(mesh, name);
  const right = kindsFor[use];
  // Only kinds that this knows of some use are certain to have no other one.
  const isKnown =
    kind?.startsWith("envoy") ||
    Object.values(kindsFor)
      .flat()
      .includes(kind ?? "");
  return kind !== undefined && isKnown && !right.includes(kind) ? { kind, right } : undefined;
}
