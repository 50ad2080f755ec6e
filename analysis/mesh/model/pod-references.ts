import { type Fields, fields, list, text } from "../fields";
import { Kind } from "../kinds";
import type { Workload } from "./workloads";

/** Values that Pods read from a ConfigMap or a Secret. */
export interface PodReference {
  readonly kind: typeof Kind.ConfigMap | typeof Kind.Secret;
  readonly name: string;
  /** The one value that is read; undefined where all are. */
  readonly key: string | undefined;
  /** Path of the reference in the object of the workload. */
  readonly path: string;
}

/** Fields by which Pods read one value, all of them, and files. */
const sources = [
  {
    kind: Kind.ConfigMap,
    one: "configMapKeyRef",
    all: "configMapRef",
    files: "configMap",
    called: "name",
  },
  {
    kind: Kind.Secret,
    one: "secretKeyRef",
    all: "secretRef",
    files: "secret",
    called: "secretName",
  },
] as const;

/** A reference with the values that it names one by one; one that is optional keeps no Pod waiting. */
function referenceIn(
  kind: PodReference["kind"],
  value: unknown,
  path: string,
  called = "name",
): PodReference[] {
  const own = fields(value);
  const name = text(own[called]) ?? "";
  if (name === "" || own.optional === true) {
    return [];
  }
  const one = text(own.key);
  const keys = list(own.items).map(({ key }, i) => ({
    key: text(key),
    path: `${path}.items[${i}].key`,
  }));
  return keys.length === 0
    ? [{ kind, name, key: one, path }]
    : keys.map((own) => ({ kind, name, ...own }));
}

const ofContainer = ({ env, envFrom }: Fields, path: string): PodReference[] =>
  sources.flatMap(({ kind, one, all }) => [
    ...list(env).flatMap(({ valueFrom }, i) =>
      referenceIn(kind, fields(valueFrom)[one], `${path}.env[${i}].valueFrom.${one}`),
    ),
    ...list(envFrom).flatMap((own, i) =>
      referenceIn(kind, own[all], `${path}.envFrom[${i}].${all}`),
    ),
  ]);

const ofVolume = (volume: Fields, path: string): PodReference[] =>
  sources.flatMap(({ kind, files, called }) => [
    ...referenceIn(kind, volume[files], `${path}.${files}`, called),
    ...list(fields(volume.projected).sources).flatMap((own, i) =>
      referenceIn(kind, own[files], `${path}.projected.sources[${i}].${files}`),
    ),
  ]);

/** Path of the Pods' specification in the object of a workload. */
export const podSpecPath = ({ labelsPath }: Workload): string =>
  labelsPath.replace(/metadata\.labels$/, "spec");

/** The ConfigMaps and Secrets without which Pods do not start. */
export function podReferences(workload: Workload): PodReference[] {
  const spec = fields(workload.pod.spec);
  const at = podSpecPath(workload);
  return [
    ...["containers", "initContainers"].flatMap((field) =>
      list(spec[field]).flatMap((own, i) => ofContainer(own, `${at}.${field}[${i}]`)),
    ),
    ...list(spec.volumes).flatMap((own, i) => ofVolume(own, `${at}.volumes[${i}]`)),
  ];
}
