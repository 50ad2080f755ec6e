import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { KubernetesObject } from "../../analysis/mesh/kubernetes-object";
import { readYaml } from "../../cli/read/yaml-objects";

const folder = "test/conformance/kiali";
const world = "world.yaml";

/** A set that is nearly right, and what Kiali's checkers say of such a one. */
export interface KialiCase {
  case: string;
  /** `CODE Kind namespace/name` each, by Kiali's codes, sorted. */
  found: string[];
  /** The same for what only others have codes for, from warnings on. */
  also: string[];
  objects: KubernetesObject[];
  meshConfig: Record<string, unknown>;
}

const objectsIn = (yaml: string): KubernetesObject[] => {
  const { objects, problems } = readYaml(yaml);
  if (problems.length > 0) {
    throw new Error(`cannot be read: ${JSON.stringify(problems)}`);
  }
  return objects.map(({ object }) => object);
};

/** A mesh in which nothing is wrong, around each case. */
export const kialiWorld = objectsIn(readFileSync(join(folder, world), "utf8"));

type Written = Partial<Omit<KialiCase, "objects">> & { case: string; objects: string };

/** Every case, of the facts that Kiali's own tests have. */
export const kialiCases: readonly KialiCase[] = readdirSync(folder)
  .filter((file) => file !== world)
  .sort()
  .flatMap((file) =>
    (parse(readFileSync(join(folder, file), "utf8")) as Written[]).map((one) => ({
      found: [],
      also: [],
      meshConfig: {},
      ...one,
      objects: objectsIn(one.objects),
    })),
  );

const nameOf = ({ apiVersion, kind, metadata }: KubernetesObject): string =>
  `${apiVersion.split("/")[0]} ${kind} ${String(metadata.namespace)}/${String(metadata.name)}`;

/** Objects of which none is called like one of others. */
export function withoutNamesOf(
  objects: readonly KubernetesObject[],
  others: readonly KubernetesObject[],
): KubernetesObject[] {
  const names = new Set(others.map(nameOf));
  return objects.filter((object) => !names.has(nameOf(object)));
}
