import type { Schema } from "../../schemas/kind-schema";
import { schemaOf, servedVersions } from "../../schemas/store";
import { checkRules } from "./cel";
import { withDefaults } from "./defaults";
import { type Finding, refused } from "./finding";
import type { MeshObject } from "./mesh-object";
import { kindRules } from "./rules";
import { checkStructure } from "./structure";

/** An object as its kind's schema reads it. */
export interface Structure {
  /** What the API server refuses by it: types, names, limits. */
  findings: Finding[];
  /** The schema of the specification; undefined for kinds that are neither Istio's nor the Gateway API's. */
  schema: Schema | undefined;
  /** The specification with the defaults that the API server fills in before it judges. */
  spec: unknown;
}

/** Reads an object by its kind's schema. `release` is as for `checkObject`. */
export function structureOf(object: MeshObject, release?: string): Structure {
  const whole = schemaOf(object.apiVersion, object.kind, release);
  if (whole === undefined) {
    return { findings: unservedVersion(object), schema: undefined, spec: object.spec };
  }
  const schema = whole.properties?.spec ?? {};
  if (object.spec === undefined && whole.required?.includes("spec")) {
    return { findings: [refused("spec", undefined, "is required")], schema, spec: undefined };
  }
  const spec = withDefaults(schema, object.spec ?? {});
  const findings = checkStructure(schema, spec, "spec");
  return { findings, schema, spec };
}

/** What is wrong with an object that has been read: first its structure, then its rules, then istiod. */
export function structuredFindings(
  object: MeshObject,
  { findings, schema, spec }: Structure,
): Finding[] {
  if (schema === undefined || findings.length > 0) {
    return findings;
  }
  const rules = checkRules(schema, object.spec === undefined ? undefined : spec, "spec");
  return rules.length > 0 ? rules : kindRules(object);
}

/**
 * What the API server and istiod would say of an object when it is created: first what the schema
 * and its rules refuse, and only then, as the API server asks istiod last, what istiod does.
 * Nothing for kinds that are neither Istio's nor the Gateway API's. `release` is one of
 * `laterReleases`; without it, the first release that is known judges.
 */
export const checkObject = (object: MeshObject, release?: string): Finding[] =>
  structuredFindings(object, structureOf(object, release));

function unservedVersion({ apiVersion, kind }: MeshObject): Finding[] {
  const versions = servedVersions(apiVersion, kind);
  return versions.length === 0
    ? []
    : [refused("apiVersion", apiVersion, `${kind} is served in ${versions.join(", ")}`)];
}
