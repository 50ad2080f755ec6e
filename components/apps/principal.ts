import type * as pulumi from "@pulumi/pulumi";
import { whenKnown } from "../../arguments/when-known";
import { ownTrustDomain, principalOf } from "../../values/principal";

/** Identity of a workload of the mesh as policies name it. */
export const principal = (
  namespace: pulumi.Input<string>,
  account: pulumi.Input<string>,
): pulumi.Input<string> => whenKnown([ownTrustDomain, namespace, account], principalOf);
