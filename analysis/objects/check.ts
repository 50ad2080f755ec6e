import { schemaOf, servedVersions } from "../../schemas/store";
import { checkRules } from "./cel";
import { withDefaults } from "./defaults";
import { type Finding, refused } from "./finding";
import type { MeshObject } from "./mesh-object";
import { kindRules } from "./rules";
import { checkStructure } from "./structure";

/** What the API server refuses of an object by the structure that its schema has: types, names, limits. */
export function structureFindings(object: MeshObject, release?: string): Finding[] {
  const schema = schemaOf(object.apiVersion, object.kind, release);
  if (schema === undefined) {
    return unservedVersion(object);
  }
  const spec = schema.properties?.spec ?? {};
  if (object.spec === undefined) {
    return schema.required?.includes("spec") ? [refused("spec", undefined, "is required")] : [];
  }
  return checkStructure(spec, withDefaults(spec, object.spec), "spec");
}

/**
 * What the API server and istiod would say of an object when it is created: first what the schema
 * and its rules refuse, and only then, as the API server asks istiod last, what istiod does.
 * Nothing for kinds that are neither Istio's nor the Gateway API's. `release` is one of
 * `laterReleases`; without it, the first release that is known judges.
 */
export function checkObject(object: MeshObject, release?: string): Finding[] {
  const structure = structureFindings(object, release);
  const schema = schemaOf(object.apiVersion, object.kind, release);
  if (schema === undefined || structure.length > 0) {
    return structure;
  }
  const spec = schema.properties?.spec ?? {};
  // The API server fills defaults in before it judges.
  const rules = checkRules(spec, withDefaults(spec, object.spec), "spec");
  return rules.length > 0 ? rules : kindRules(object);
}

function unservedVersion({ apiVersion, kind }: MeshObject): Finding[] {
  const versions = servedVersions(apiVersion, kind);
  return versions.length === 0
    ? []
    : [refused("apiVersion", apiVersion, `${kind} is served in ${versions.join(", ")}`)];
}
