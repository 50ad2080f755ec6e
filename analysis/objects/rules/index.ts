import type { Finding } from "../finding";
import type { MeshObject } from "../mesh-object";

type KindRules = (object: MeshObject) => Finding[];

const byKind: Readonly<Record<string, KindRules>> = {};

/** What istiod's webhook says of an object whose schema is right. */
export function kindRules(object: MeshObject): Finding[] {
  const group = object.apiVersion.split("/")[0];
  return byKind[`${object.kind}.${group}`]?.(object) ?? [];
}
