import type * as pulumi from "@pulumi/pulumi";
import { whenKnown } from "../validation/when-known";

/**
 * Identity of a workload as policies name it. `cluster.local` stands for the mesh's own trust domain
 * there, whatever that is called.
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/#Source
 */
export const principalOf = (
  namespace: pulumi.Input<string>,
  account: pulumi.Input<string>,
): pulumi.Input<string> =>
  whenKnown(
    [namespace, account],
    (ns: string, name: string) => `cluster.local/ns/${ns}/sa/${name}`,
  );
