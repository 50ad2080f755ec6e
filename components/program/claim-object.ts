import * as pulumi from "@pulumi/pulumi";
import type { InstalledRelease } from "../../analysis/objects/check-release";
import { isKnown } from "../../arguments/when-known";
import { productOf } from "../../schemas/releases";
import { clusterOf } from "./cluster";
import { currentProgram } from "./current-program";
import { type Claim, demand, kindWords, objectClaim } from "./part";

/** What to do about two resources that are one object. */
const anotherName = "give it another name, or declare both in one place";

/** Name and namespace of an object, which may arrive later, and with them or apart. */
interface Identity {
  name?: pulumi.Input<string | undefined>;
  namespace?: pulumi.Input<string | undefined>;
}

/** An object that is about to be registered. */
export interface DeclaredObject {
  kind: { group: string; kind: string };
  /** Name of the resource in the program. */
  name: string;
  metadata: pulumi.Input<Identity> | undefined;
  opts: pulumi.CustomResourceOptions;
  /** What some releases take and others do not. @default - all of them take all */
  doubtful?: { path: string; refusedBy(installed: InstalledRelease): string | undefined };
}

/**
 * Claims the name of an object for the component that makes it, or for itself when none does. Two
 * resources that are one object overwrite each other, and when one goes, the object is gone.
 */
export function claimObject({ kind, name, metadata, opts, doubtful }: DeclaredObject): void {
  const program = currentProgram();
  const member = program.member(opts.parent) ?? {
    owner: `${kind.kind} ${JSON.stringify(name)}`,
    cluster: clusterOf(opts),
  };
  const product = productOf(kind.group);
  if (doubtful && product !== undefined) {
    const { path, refusedBy: test } = doubtful;
    const definitions = { topic: "definitions", key: [product], path, test } as const;
    program.join(member, { demands: [demand(definitions)] });
  }
  // Inside a stack it is claimed with the objects that are made without these classes.
  if (pulumi.runtime.getStackResource() === undefined) {
    program.join(member, { claims: nameClaim(kind, metadata) });
  }
}

/** The claim on a name, as soon as there is one. */
export function nameClaim(
  kind: DeclaredObject["kind"],
  metadata: DeclaredObject["metadata"],
): Claim[] {
  if (metadata === undefined || !isKnown(metadata) || metadata.name === undefined) {
    return [];
  }
  const key = [metadata.namespace ?? "default", metadata.name] as pulumi.Input<string>[];
  return [objectClaim(kindWords(kind), key, "metadata.name", anotherName)];
}
