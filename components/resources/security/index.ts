// Written by scripts/update-schemas from Istio 1.31 and Istio 1.32 (schemas/sources.json); do not edit.
export * as v1 from "./v1";
export * as v1beta1 from "./v1beta1";
