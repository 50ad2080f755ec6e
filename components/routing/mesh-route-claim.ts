import type * as pulumi from "@pulumi/pulumi";
import { whenKnown } from "../../arguments/when-known";
import type { Claim } from "../program/part";

/** Of two lists of routes for one host a client in the mesh follows one, and takes no notice of the other. */
export const meshRouteClaim = (host: pulumi.Input<string>, path: string, way: string): Claim => ({
  what: "route in the mesh of",
  key: [host],
  path,
  way,
});

/** The same for what is routed at one port, where routes of the Gateway API may name another one. */
export const portRouteClaim = (
  host: pulumi.Input<string>,
  port: pulumi.Input<number>,
  path: string,
  way: string,
): Claim =>
  meshRouteClaim(
    whenKnown([host, port], (name: string, number: number) => `${name}:${number}`),
    path,
    way,
  );

/** All requests for a host, and those at the port that is named. */
export const meshRouteClaims = (
  host: pulumi.Input<string>,
  port: pulumi.Input<number> | undefined,
  path: string,
  way: string,
): Claim[] => [
  meshRouteClaim(host, path, way),
  ...(port === undefined ? [] : [portRouteClaim(host, port, path, way)]),
];
