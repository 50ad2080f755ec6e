// Written by scripts/update-schemas from Gateway API 1.6 and Gateway API 1.7 (schemas/sources.json); do not edit.
export * as v1 from "./v1";
export * as v1alpha2 from "./v1alpha2";
export * as v1beta1 from "./v1beta1";
