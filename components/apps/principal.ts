import type * as pulumi from "@pulumi/pulumi";
import { ownTrustDomain, principalOf } from "../../values/principal";
import { whenKnown } from "../validation/when-known";

/** Identity of a workload of the mesh as policies name it. */
export const principal = (
  namespace: pulumi.Input<string>,
  account: pulumi.Input<string>,
): pulumi.Input<string> => whenKnown([ownTrustDomain, namespace, account], principalOf);
