import type * as pulumi from "@pulumi/pulumi";
import type { Claim } from "../program/part";

/** Of two lists of routes for one host a client in the mesh follows one, and takes no notice of the other. */
export const meshRouteClaim = (host: pulumi.Input<string>, path: string, way: string): Claim => ({
  what: "route in the mesh of",
  key: [host],
  path,
  way,
});
