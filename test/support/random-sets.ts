import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { checks } from "../../analysis/mesh/checks";
import { fields } from "../../analysis/mesh/fields";
import {
  isClusterWide,
  type KubernetesObject,
  kindOf,
} from "../../analysis/mesh/kubernetes-object";
import { readYaml } from "../../cli/read/yaml-objects";
import type { AnalyzedSet } from "./analyzed-sets";
import { moduleDir } from "./published";
import { analyzerCases } from "./published-analyzers";
import type { Random } from "./random";

/** Istio's own settings are asked apart from objects; what else such objects hold is never read. */
const isOfIstio = ({ kind, metadata }: KubernetesObject): boolean =>
  kind === "ConfigMap" && metadata.name === "istio";

/** Kinds that no analyzer and no check reads, and that are large. */
const unread =
  /^(?:ConfigMap|ClusterRole|ClusterRoleBinding|Role|RoleBinding|PersistentVolumeClaim)$/;

const objectsOf = (text: string): KubernetesObject[] =>
  readYaml(text).objects.map(({ object }) => object);

/**
 * A set as it was published, without what is of no use to it. One of Istio's analyzers remembers the first root
 * namespace that it is told of, and so asked in one process, all sets have the default one.
 */
function kept({ objects, meshConfig }: AnalyzedSet): AnalyzedSet {
  const declared = objects.find(isOfIstio);
  const own = declared && parse(String(fields(declared.data).mesh ?? "{}"));
  const { rootNamespace: _, ...settings } = { ...own, ...meshConfig };
  return {
    objects: objects.filter(({ kind }) => !unread.test(kind)).map(placed),
    meshConfig: settings,
  };
}

function placed(object: KubernetesObject): KubernetesObject {
  const { kind, metadata } = object;
  const namespace = isClusterWide(kind) ? undefined : metadata.namespace || "default";
  return { ...object, metadata: { ...metadata, namespace } as KubernetesObject["metadata"] };
}

function samplesOfIstio(): AnalyzedSet[] {
  const folder = join(moduleDir("istio"), "samples");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.ya?ml$/.test(file) && !/^(?:addons|cicd|ambient-argo)/.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), "utf8"))
    .filter((text) => !text.includes("{{"))
    .map((text) => ({ objects: objectsOf(text) }));
}

/** Sets that random ones are made of: the cases of Istio's analyzers, the examples of our checks, Istio's samples. */
export function startingSets(): AnalyzedSet[] {
  const ofChecks = checks.flatMap(({ fires, silent }) => [fires, silent]);
  return [
    ...analyzerCases(),
    ...ofChecks.map((text) => ({ objects: objectsOf(text) })),
    ...samplesOfIstio(),
  ]
    .map(kept)
    .filter(({ objects }) => objects.length > 0 && objects.length < 60);
}

const idOf = (object: KubernetesObject): string =>
  `${kindOf(object)} ${String(object.metadata.namespace ?? "")}/${String(object.metadata.name)}`;

/** One of each name: the last, as it is applied last. */
const unique = (objects: readonly KubernetesObject[]): KubernetesObject[] => [
  ...new Map(objects.map((object) => [idOf(object), object])).values(),
];

interface Place {
  holder: Record<string, unknown>;
  key: string;
  /** Names of fields, without positions: what stands at alike places is of one sort. */
  sort: string;
}

type Scalar = string | number | boolean;

const isScalar = (value: unknown): value is Scalar =>
  /^(?:string|number|boolean)$/.test(typeof value);

/** All single values of an object; the keys of its maps are no values. */
function placesOf(value: unknown, sort = ""): Place[] {
  if (typeof value !== "object" || value === null) {
    return [];
  }
  const holder = value as Record<string, unknown>;
  return Object.keys(holder)
    .filter((key) => !(sort === "" && (key === "apiVersion" || key === "kind" || key === "status")))
    .flatMap((key) => {
      const inner = Array.isArray(value) ? sort : key;
      return isScalar(holder[key]) ? [{ holder, key, sort: inner }] : placesOf(holder[key], inner);
    });
}

/** Fields by which objects speak of each other are changed more often than others. */
const referring =
  /^(?:name|namespace|host|hosts|hostnames|subset|number|port|targetPort|gateways|app|version|istio|credentialName|exportTo|selector|protocol|mode|kind|principals|namespaces|serviceAccountName|istio-injection|type|sectionName|resolution|bind|provider|providers)$/;

/** Another value of the same sort from the set, or the value with a slip. */
function changed(random: Random, value: Scalar, alike: readonly Scalar[]): Scalar {
  const others = alike.filter((one) => typeof one === typeof value && one !== value);
  if (others.length > 0 && random.chance(0.7)) {
    return random.pick(others);
  }
  if (typeof value === "number") {
    return value + 1;
  }
  return typeof value === "boolean" ? !value : `${value}x`;
}

function changeValue(random: Random, objects: KubernetesObject[]): void {
  const places = objects.flatMap((object) => placesOf(object));
  const preferred = places.filter(({ sort }) => referring.test(sort));
  const place = random.pick(preferred.length > 0 && random.chance(0.8) ? preferred : places);
  const alike = places
    .filter(({ sort }) => sort === place.sort)
    .map(({ holder, key }) => holder[key] as Scalar);
  place.holder[place.key] = changed(random, place.holder[place.key] as Scalar, alike);
}

function leaveOutField(random: Random, objects: KubernetesObject[]): void {
  const { holder, key } = random.pick(objects.flatMap((object) => placesOf(object)));
  if (Array.isArray(holder)) {
    holder.splice(Number(key), 1);
  } else if (key !== "name") {
    delete holder[key];
  }
}

/** The same object once more: under another name, or in another namespace. */
function addTwice(random: Random, objects: KubernetesObject[]): void {
  const twin = structuredClone(random.pick(objects));
  const metadata = twin.metadata as Record<string, unknown>;
  const namespaces = objects.flatMap((object) => object.metadata.namespace ?? []);
  if (metadata.namespace !== undefined && random.chance(0.5)) {
    metadata.namespace = random.pick(namespaces);
  }
  metadata.name = random.chance(0.7) ? `${metadata.name}-too` : metadata.name;
  objects.push(twin);
}

function mutate(random: Random, objects: KubernetesObject[]): void {
  const way = random.next();
  if (way < 0.6) {
    changeValue(random, objects);
  } else if (way < 0.75) {
    addTwice(random, objects);
  } else if (way < 0.85) {
    leaveOutField(random, objects);
  } else if (objects.length > 1) {
    objects.splice(random.below(objects.length), 1);
  }
}

/** How a namespace that no object declares may join the mesh. */
const labelsOfNamespaces: readonly Readonly<Record<string, string>>[] = [
  {},
  { "istio-injection": "enabled" },
  { "istio-injection": "enabled" },
  { "istio-injection": "disabled" },
  { "istio.io/rev": "stable" },
  { "istio.io/dataplane-mode": "ambient" },
];

/** Namespaces that every cluster with Istio has. */
const always = ["default", "istio-system", "kube-system"];

/** With the namespaces that a cluster must have, so that none of its objects is nowhere. */
function withNamespaces(random: Random, objects: readonly KubernetesObject[]): KubernetesObject[] {
  const declared = new Set(
    objects.filter(({ kind }) => kind === "Namespace").map(({ metadata }) => String(metadata.name)),
  );
  const used = objects.flatMap(({ metadata }) =>
    metadata.namespace ? [String(metadata.namespace)] : [],
  );
  const added = [...new Set([...always, ...used])].filter((name) => !declared.has(name));
  return [
    ...objects,
    ...added.map((name) => ({
      apiVersion: "v1",
      kind: "Namespace",
      metadata: { name, labels: random.pick(labelsOfNamespaces) },
    })),
  ];
}

/** One to three of the sets together, with one to three changes of the kind that people make. */
export function randomSet(random: Random, starting: readonly AnalyzedSet[]): AnalyzedSet {
  const some = Array.from({ length: 1 + random.below(3) }, () => random.pick(starting));
  const objects = unique(structuredClone(some.flatMap((set) => set.objects)));
  for (let left = 1 + random.below(3); left > 0; left -= 1) {
    mutate(random, objects);
  }
  return {
    objects: withNamespaces(random, unique(objects.map(placed))),
    meshConfig: Object.assign({}, ...some.map(({ meshConfig }) => meshConfig)),
  };
}
