import type * as pulumi from "@pulumi/pulumi";
import { registeredAs } from "../../arguments/registered-as";
import { shown } from "../../arguments/shown";
import type { Contradiction, Entry, Ledger } from "./ledger";
import type { Member } from "./member";
import type { Claim } from "./part";
import type { Program } from "./program";

/** Namespaces that a component makes, and in which something is that it waits for: neither can be first. */
export const circles = (
  waitsFor: readonly Member[],
  claims: readonly Entry<Claim>[],
  ledger: Ledger,
): Contradiction[] =>
  claims
    .filter(({ what }) => what.what === "Namespace")
    .flatMap(({ what: { path }, names: [namespace = ""] }) =>
      waitsFor.flatMap((other) => {
        const [first] = ledger.objectsIn(namespace, other);
        return first === undefined
          ? []
          : [
              {
                path,
                reason: `makes Namespace ${namespace} and waits for ${other.owner}, which has ${first} in it: neither can be there first; take it out of dependsOn, or make the namespace on its own before both`,
              },
            ];
      }),
    );

/** What options put a resource into, from the inside outwards. */
function around(program: Program, parent: pulumi.Resource | undefined): pulumi.Resource[] {
  return parent === undefined ? [] : [parent, ...around(program, program.parentOf(parent))];
}

/**
 * Components around the one with these options that something waits for which it waits for by itself:
 * Pulumi would wait forever, and say nothing.
 */
export const enclosingCircles = (
  program: Program,
  opts: pulumi.ComponentResourceOptions | undefined,
  others: readonly pulumi.Resource[],
): Contradiction[] =>
  others.flatMap((other) => {
    const member = program.member(other);
    const outside = around(program, opts?.parent).find((one) => member?.waitsFor?.includes(one));
    return member && outside
      ? [
          {
            path: "opts.parent",
            reason: `${shown(registeredAs(outside).name)} is in dependsOn of ${member.owner}, which this waits for: neither can be there first; take it out of dependsOn there, declare this before ${member.owner}, or give it another parent`,
          },
        ]
      : [];
  });
