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

/** A route of the component, under the name of its routes with the suffix. */
export function plannedRoute<Spec>(
  { routeName, namespace, labels, annotations }: EdgeSpec,
  suffix: string,
  spec: Spec,
): Planned<Spec> {
  return {
    suffix,
    object: { name: suffixed(routeName, suffix), namespace, labels, annotations, spec },
  };
}

/** The Gateway of the component. */
export const plannedGateway = <Spec>(
  { name, namespace, labels, annotations }: EdgeSpec,
  spec: Spec,
): NamedObject<Spec> => ({ name, namespace, labels, annotations, spec });

/** What routes have to know beside themselves. */
export const contextOf = (
  { namespace, clusterDomain }: EdgeSpec,
  { service, port }: { service?: pulumi.Input<string>; port?: pulumi.Input<number> } = {},
) => ({ namespace, service, port, clusterDomain });
