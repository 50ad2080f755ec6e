// Written by scripts/schemas from the custom resource definitions; not to be edited.
export * as v1 from "./v1";
export * as v1alpha1 from "./v1alpha1";
