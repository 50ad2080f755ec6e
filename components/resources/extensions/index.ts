// Written by scripts/update-schemas from Istio 1.31 and Istio 1.32 (schemas/sources.json); do not edit.
export * as v1alpha1 from "./v1alpha1";
