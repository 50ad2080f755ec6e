import type * as pulumi from "@pulumi/pulumi";
import { recall } from "../../arguments/known-output";
import { isKnown } from "../../arguments/when-known";
import type { Cluster } from "./cluster";
import { ownerOf } from "./new-objects";
import { fields } from "./plain-fields";
import type { Program } from "./program";
import type { RegisteredResource } from "./registered-resource";

/** Whether anything of the program makes the namespace in this cluster, or runs in it there. */
function isThere(program: Program, cluster: Cluster, name: string): boolean {
  const ledger = program.ledger(cluster);
  return (
    ledger.said("namespace", name).length > 0 ||
    [...ledger.said("controlPlane"), ...ledger.said("gatewayTopology")].some(
      ({ namespace }) => namespace !== undefined && recall(namespace) === name,
    )
  );
}

/** Why the namespace of an object is none of its cluster, or nothing. */
function foreign(program: Program, { props, cluster }: RegisteredResource): string | undefined {
  const { namespace } = fields(props.metadata) as { namespace?: pulumi.Input<string> };
  const name = namespace === undefined ? undefined : recall(namespace);
  if (namespace === undefined || isKnown(namespace) || name === undefined) {
    return undefined;
  }
  const giver = program.giver(namespace as object);
  return giver && giver.member.cluster !== cluster && !isThere(program, cluster, name)
    ? `goes to another cluster than ${giver.member.owner}, whose output ${giver.output} is the namespace (${name}), and nothing of the program is in a namespace of this name there; give both the same provider`
    : undefined;
}

/**
 * What is put into the namespace of a component, and into another cluster, where the program has no such
 * namespace: the provider was forgotten on one of the two.
 */
export function foreignNamespaces(program: Program): { resource: pulumi.Resource; text: string }[] {
  return program.clusters < 2
    ? []
    : program.registered.flatMap((one) => {
        const reason = foreign(program, one);
        const owner = ownerOf(program, one)?.words ?? `${one.type.split(":").pop()} "${one.name}"`;
        return reason
          ? [{ resource: one.resource, text: `${owner}: opts.provider: ${reason}` }]
          : [];
      });
}
