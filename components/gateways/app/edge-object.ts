import type * as pulumi from "@pulumi/pulumi";
import { whenKnown } from "../../../arguments/when-known";
import type { NamedObject } from "../../resources/named-object";
import type { EdgeSpec } from "./app-gateway-plan";

/** An object, and what follows the component's name in the name of its resource. */
export interface Planned<Spec> {
  suffix: string;
  object: NamedObject<Spec>;
}

/** A name with something behind it; an empty suffix leaves it as it is. */
export const suffixed = (name: pulumi.Input<string>, suffix: string): pulumi.Input<string> =>
  suffix ? whenKnown([name], (known: string) => `${known}${suffix}`) : name;

/** An object of the component, under its name with the suffix. */
export function planned<Spec>(
  { name, namespace, labels, annotations }: EdgeSpec,
  suffix: string,
  spec: Spec,
): Planned<Spec> {
  return {
    suffix,
    object: { name: suffixed(name, suffix), namespace, labels, annotations, spec },
  };
}

/** What routes have to know beside themselves. */
export const contextOf = (
  { namespace, clusterDomain }: EdgeSpec,
  { service, port }: { service?: pulumi.Input<string>; port?: pulumi.Input<number> } = {},
) => ({ namespace, service, port, clusterDomain });
