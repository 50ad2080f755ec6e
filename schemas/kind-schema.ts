import type { Product } from "./releases";

/** A rule in the Common Expression Language that a value has to fulfil. */
interface CelRule {
  rule: string;
  fieldPath?: string;
  optionalOldSelf?: boolean;
}

/** A structural schema as in a custom resource definition, without prose. */
export interface Schema {
  type?: "object" | "array" | "string" | "integer" | "number" | "boolean";
  format?: string;
  properties?: Readonly<Record<string, Schema>>;
  additionalProperties?: Schema | boolean;
  items?: Schema;
  required?: readonly string[];
  enum?: readonly unknown[];
  default?: unknown;
  nullable?: boolean;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: boolean;
  exclusiveMaximum?: boolean;
  multipleOf?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  minProperties?: number;
  maxProperties?: number;
  oneOf?: readonly Schema[];
  anyOf?: readonly Schema[];
  allOf?: readonly Schema[];
  not?: Schema;
  "x-kubernetes-int-or-string"?: boolean;
  "x-kubernetes-list-type"?: "atomic" | "set" | "map";
  "x-kubernetes-list-map-keys"?: readonly string[];
  "x-kubernetes-map-type"?: "atomic" | "granular";
  "x-kubernetes-preserve-unknown-fields"?: boolean;
  "x-kubernetes-validations"?: readonly CelRule[];
}

/** One served version of a kind: its schema, or the version that has the same. */
export interface KindVersion {
  name: string;
  /** Whether the API server stores objects in this version. */
  storage: boolean;
  deprecated?: boolean;
  schema?: Schema;
  sameAs?: string;
}

/** What a custom resource definition says, newest version first. `status` is left out: nobody declares it. */
export interface KindSchema {
  group: string;
  kind: string;
  plural: string;
  namespaced: boolean;
  versions: KindVersion[];
}

/** Where the schemas come from. */
export interface SourceManifest {
  sources: {
    product: Product;
    /** The first of a product is what the others are compared with. */
    release: string;
    module: string;
    version: string;
    files: { path: string; sha256: string }[];
  }[];
}
