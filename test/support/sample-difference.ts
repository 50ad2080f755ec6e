import type { KubernetesObject } from "./objects";
import { isDefault, isSameImage, settingsIn } from "./understood";

/** Reads whether a text of a sample and one of an example are the same. */
type Same = (wanted: unknown, found: unknown) => boolean;

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether something is there that says nothing else; in YAML it may be left empty. */
const isEmpty = (value: unknown): boolean =>
  value === null || (typeof value === "object" && Object.keys(value as object).length === 0);

const isNamed = (one: unknown, name: unknown): boolean => isMap(one) && one.name === name;

/** Elements with names are found by them, texts wherever they stand, others by their place. */
function elementOf(found: readonly unknown[], wanted: unknown, place: number, same: Same): unknown {
  if (!isMap(wanted)) {
    return found.find((one) => same(wanted, one));
  }
  const { name } = wanted;
  return name === undefined || isNamed(found[place], name)
    ? found[place]
    : (found.find((one) => isNamed(one, name)) ?? found[place]);
}

/** What is switched off need not be there. */
const isOff = (wanted: unknown, found: readonly unknown[]): boolean =>
  isMap(wanted) && wanted.enabled === false && !found.some((one) => isNamed(one, wanted.name));

function missing(path: string, wanted: unknown, found: unknown, same: Same): string[] {
  const settings = settingsIn(found);
  if (settings !== undefined) {
    return missing(path, settingsIn(wanted) ?? wanted, settings, same);
  }
  if (isEmpty(wanted)) {
    return wanted === found || (typeof found === "object" && found !== null) ? [] : [path];
  }
  if (Array.isArray(wanted)) {
    return missingElements(path, wanted, Array.isArray(found) ? found : [], same);
  }
  if (isMap(wanted)) {
    const all = isMap(found) ? found : {};
    return Object.entries(wanted).flatMap(([key, one]) =>
      missing(path ? `${path}.${key}` : key, one, all[key], same),
    );
  }
  return isSaid(path, wanted, found, same) ? [] : [path];
}

const isSaid = (path: string, wanted: unknown, found: unknown, same: Same): boolean =>
  same(wanted, found) ||
  (found === undefined && isDefault(path, wanted)) ||
  isSameImage(path, wanted, found);

const missingElements = (
  path: string,
  wanted: readonly unknown[],
  found: readonly unknown[],
  same: Same,
): string[] =>
  wanted.flatMap((one, i) =>
    isOff(one, found) ? [] : missing(`${path}[${i}]`, one, elementOf(found, one, i, same), same),
  );

/**
 * What of an object is compared; its namespace is that of the scenario. What istioctl's files are called
 * says nothing.
 */
function compared({ kind, metadata, status, ...rest }: KubernetesObject): object {
  const { name, labels } = (metadata ?? {}) as { name?: string; labels?: object };
  const isFile = kind === "IstioOperator";
  return { metadata: isFile ? {} : { name, ...(labels && { labels }) }, ...rest };
}

const namespaceOf = ({ metadata }: KubernetesObject) => metadata?.namespace as string | undefined;

/**
 * A short name of the scenario's namespace is the same as its full one, and its Services are those of the
 * sample's namespace, in whose place it stands.
 */
const sameIn =
  (namespace: string | undefined, ofSample: string | undefined): Same =>
  (wanted, found) =>
    wanted === found ||
    (typeof wanted === "string" &&
      [
        `${wanted}.${namespace}.svc.cluster.local`,
        `${namespace}/${wanted}`,
        wanted.replace(`.${ofSample}.svc.`, `.${namespace}.svc.`),
      ].includes(`${found}`));

/** Every rule for one host as one object, as istiod reads them. */
function joinedRules(objects: readonly KubernetesObject[]): KubernetesObject[] {
  const rules = objects.filter(({ kind }) => kind === "DestinationRule");
  return rules.map((rule) => {
    const spec = rule.spec as { host: string };
    const all = rules
      .filter(({ metadata }) => metadata?.namespace === rule.metadata?.namespace)
      .map((one) => one.spec as { host: string; subsets?: readonly unknown[] })
      .filter(({ host }) => host === spec.host);
    const subsets = all.flatMap((one) => one.subsets ?? []);
    return { ...rule, spec: { ...spec, ...(subsets.length > 0 && { subsets }) } };
  });
}

/** Whether an object is in another namespace than the sample's, where the scenario names none in its place. */
const isElsewhere = (
  sample: KubernetesObject,
  found: KubernetesObject,
  namespace: string | undefined,
): boolean =>
  namespace === undefined &&
  namespaceOf(sample) !== undefined &&
  namespaceOf(found) !== undefined &&
  namespaceOf(sample) !== namespaceOf(found);

/**
 * Paths of a sample's object that no object of an example says; those of the object that comes nearest.
 * Undefined when there is none of its kind.
 */
export function lacks(
  sample: KubernetesObject,
  objects: readonly KubernetesObject[],
  namespace?: string,
): string[] | undefined {
  const places = [namespace, sample.metadata?.namespace, undefined];
  const [nearest] = [...objects, ...joinedRules(objects)]
    .filter(
      ({ kind, metadata }) =>
        kind === sample.kind && (namespace === undefined || places.includes(metadata?.namespace)),
    )
    .map((one) => [
      ...(isElsewhere(sample, one, namespace) ? ["metadata.namespace"] : []),
      ...missing(
        "",
        compared(sample),
        compared(one),
        sameIn(namespaceOf(one), namespaceOf(sample)),
      ),
    ])
    .sort((a, b) => a.length - b.length);
  return nearest;
}
