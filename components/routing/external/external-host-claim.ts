import type * as pulumi from "@pulumi/pulumi";
import { recall } from "../../../arguments/known-output";
import { whenKnown } from "../../../arguments/when-known";
import type { Claim } from "../../program/part";

/** Namespaces that see what is exported: `*` for all. */
export const visibleIn = (
  namespace: pulumi.Input<string>,
  exportTo: pulumi.Input<pulumi.Input<string>[]> | undefined,
): pulumi.Input<string>[] => {
  const named = exportTo === undefined ? ["*"] : recall(exportTo);
  return (named ?? []).map((to) => (to === "." ? namespace : to));
};

/** Namespaces that see something, in words. */
export const inWords = (namespace: string): string =>
  namespace === "*" ? "all namespaces" : namespace;

/**
 * A host's port that is declared twice for one namespace is called as one of both says, and which it
 * is depends on which came first.
 */
export const externalHostClaims = (
  host: pulumi.Input<string>,
  port: pulumi.Input<number>,
  namespaces: readonly pulumi.Input<string>[],
  path: string,
  way: string,
): Claim[] =>
  namespaces.map((namespace) => ({
    what: "external host",
    key: [
      whenKnown([host, port], (name: string, number: number) => `${name}:${number}`),
      whenKnown([namespace], inWords),
    ],
    path,
    way,
  }));
