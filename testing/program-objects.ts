import { existsSync, readFileSync } from "node:fs";
import type { KubernetesObject } from "../analysis/mesh/kubernetes-object";
import { isClusterWide } from "../analysis/mesh/kubernetes-object";
import { standInFor } from "./charts";
import { documentsOf, type GivenObjects, givenObjects } from "./given-objects";
import { named } from "./named-object";
import type { AskedChart, Recording, Registered } from "./recording";
import { concealed, isMap, revealed, withoutData } from "./secrets";

/** An object of a program: as it is, and as it may be written down. */
export interface ProgramObject {
  /** With its secrets. */
  readonly object: KubernetesObject;
  /** With a mark in place of each secret. */
  readonly shown: KubernetesObject;
}

/** What a resource is, or brings. */
interface Brought {
  readonly objects: readonly ProgramObject[];
  /** What mocks do not render, in words. */
  readonly notRendered: readonly string[];
  /** Whether all of it stands for something else, and gives way to objects of the same name. */
  readonly standIn?: boolean;
}

const nothing: Brought = { objects: [], notRendered: [] };

const chartTypes = ["kubernetes:helm.sh/v4:Chart", "kubernetes:helm.sh/v3:Release"];
const textTypes = ["kubernetes:yaml/v2:ConfigGroup", "kubernetes:yaml/v2:ConfigFile"];

/** An object that marks no secret. */
export const plainObject = (object: KubernetesObject): ProgramObject => ({
  object,
  shown: withoutData(object) ?? object,
});

const both = (objects: readonly KubernetesObject[]): ProgramObject[] => objects.map(plainObject);

function ofChart(chart: AskedChart): Brought {
  const objects = standInFor(chart);
  return objects === undefined
    ? { objects: [], notRendered: [`chart ${JSON.stringify(chart.name)}`] }
    : { objects: both(objects), notRendered: [], standIn: true };
}

const text = (value: unknown): string | undefined =>
  typeof value === "string" ? value : undefined;

/** The chart of a resource; its name is that of the release. */
function chartOf({ name, inputs }: Registered): AskedChart {
  const { chart, namespace, values, name: release } = revealed(inputs) as Registered["inputs"];
  const where = text(namespace);
  return {
    chart: text(chart) ?? "",
    name: text(release) ?? name,
    ...(where !== undefined && { namespace: where }),
    values,
  };
}

const listOf = (value: unknown): unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

/** Texts and files that the provider reads; an address or a pattern of names is read by nobody here. */
function ofTexts({ name, inputs }: Registered): Brought {
  const { yaml, objs, file, files } = revealed(inputs) as Registered["inputs"];
  const paths = [...listOf(file), ...listOf(files)].map(String);
  const what = `ConfigGroup ${JSON.stringify(name)}`;
  const read = paths.filter(existsSync).map((path) => readFileSync(path, "utf8"));
  const given = [...listOf(yaml), ...read, ...listOf(objs)].flatMap((one) =>
    typeof one === "string" ? documentsOf(one, what) : [one],
  );
  return {
    objects: both(givenObjects(given as GivenObjects, what)),
    notRendered: paths.filter((path) => !existsSync(path)),
  };
}

function ofObject({ type, name, inputs }: Registered, usualNamespace: string | undefined): Brought {
  const { apiVersion, kind } = inputs;
  if (typeof apiVersion !== "string" || typeof kind !== "string" || type.endsWith("Patch")) {
    return nothing;
  }
  const made = (secretsAs: (value: unknown) => unknown): KubernetesObject => {
    const own = named(type, name, secretsAs(inputs) as Registered["inputs"]);
    const metadata = isMap(own.metadata) ? own.metadata : { name };
    const isPlaced = isClusterWide(kind) || metadata.namespace || !usualNamespace;
    return {
      ...own,
      apiVersion,
      kind,
      metadata: { ...metadata, ...(!isPlaced && { namespace: usualNamespace }) },
    };
  };
  const object = made(revealed);
  return { objects: [{ object, shown: withoutData(object) ?? made(concealed) }], notRendered: [] };
}

const providerType = "pulumi:providers:kubernetes";

/** Name of a provider in what a resource says of its own; undefined for the default one. */
const providerName = ({ provider }: Pick<Registered, "provider">): string | undefined =>
  provider.split("::").at(3);

/** Namespaces that providers give to objects without one. */
const namespacesOf = (registered: readonly Registered[]): ReadonlyMap<string, string> =>
  new Map(
    registered
      .filter(({ type }) => type === providerType)
      .flatMap(({ name, inputs }) => {
        const namespace = text(inputs.namespace);
        return namespace === undefined ? [] : [[name, namespace] as const];
      }),
  );

function broughtBy(one: Registered, namespace: string | undefined): Brought {
  if (chartTypes.includes(one.type)) {
    return ofChart(chartOf(one));
  }
  return textTypes.includes(one.type) ? ofTexts(one) : ofObject(one, namespace);
}

/** Resources of the one cluster that is meant. */
function ofOneCluster(
  all: readonly Registered[],
  providers: readonly string[] | undefined,
): readonly Registered[] {
  const own = all.filter(({ type }) => type.startsWith("kubernetes:"));
  const names = [...new Set(own.map((one) => providerName(one) ?? "default"))];
  if (providers === undefined && names.length > 1) {
    throw new Error(
      `the program sends objects to several providers (${names.sort().join(", ")}): ` +
        "name those of the cluster that is meant in `providers`",
    );
  }
  const missing = providers?.find((name) => !names.includes(name));
  if (missing !== undefined) {
    throw new Error(
      `no object goes to the provider ${JSON.stringify(missing)}; there are ${names.sort().join(", ")}`,
    );
  }
  return providers === undefined
    ? own
    : own.filter((one) => providers.includes(providerName(one) ?? "default"));
}

/** What a program declares. */
export interface ProgramObjects {
  readonly objects: readonly ProgramObject[];
  /** What stands for charts, and gives way to what they render. */
  readonly standIns: readonly ProgramObject[];
  readonly notRendered: readonly string[];
}

/**
 * All objects that a program has asked for, also by texts.
 *
 * @throws Error when they go to several clusters and none is named.
 */
export function programObjects(
  { registered, charts }: Recording,
  providers?: readonly string[],
): ProgramObjects {
  const namespaces = namespacesOf(registered);
  const brought = [
    ...ofOneCluster(registered, providers).map((one) =>
      broughtBy(one, namespaces.get(providerName(one) ?? "")),
    ),
    ...charts.map(ofChart),
  ];
  return {
    objects: brought.filter(({ standIn }) => !standIn).flatMap(({ objects }) => objects),
    standIns: brought.filter(({ standIn }) => standIn).flatMap(({ objects }) => objects),
    notRendered: brought.flatMap(({ notRendered }) => notRendered),
  };
}
