// Written by scripts/schemas from the custom resource definitions; not to be edited.
export * as v1 from "./v1";
export * as v1beta1 from "./v1beta1";
