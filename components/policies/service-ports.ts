import type { PolicyReach } from "../program/facts/policy-facts";
import type { ServiceFact, ServicePortFact } from "../program/facts/service-facts";
import { labelsMeet } from "../program/labels";
import type { EndCheck } from "../program/part";
import type { View } from "../program/view";
import type { AuthorizationRule } from "./authorization/authorization-args";
import type { PolicyArgs } from "./policy-args";
import { reachOf } from "./policy-reach";
import { plainEntries } from "./text-list";
import { hasGateways } from "./without-proxy";

/** Port on which the Pods of a Service listen; undefined where it is called by a name. */
export function listening({ port, targetPort = port }: ServicePortFact): number | undefined {
  const number = Number(targetPort);
  return Number.isInteger(number) ? number : undefined;
}

/** Services of the program all of whose Pods are among those of the policy, or the other way round. */
export const servicesOf = (program: View, { namespace, labels }: PolicyReach): ServiceFact[] =>
  program
    .said("service")
    .filter(
      ({ place, selector }) =>
        namespace !== undefined &&
        place?.namespace === namespace &&
        selector !== undefined &&
        Object.keys(selector).length > 0 &&
        labelsMeet(labels, selector) === "surely",
    );

/** A port that a policy names, and the argument that does. */
export interface PortUse {
  path: string;
  port: number;
}

/** Why a port is that of a Service and none of its Pods, or nothing. */
function takenForListening(program: View, reach: PolicyReach, port: number): string | undefined {
  const services = servicesOf(program, reach);
  const known = services.flatMap((service) => service.ports.map(listening));
  const isOpen =
    services.some(({ portsArriveLater }) => portsArriveLater) ||
    // Gateways listen on the ports of their Services.
    (reach.labels === undefined && hasGateways(program, reach.namespace ?? ""));
  if (isOpen || known.includes(undefined) || known.includes(port)) {
    return undefined;
  }
  const service = services.find(({ ports }) => ports.some((one) => one.port === port));
  const found = service?.ports.find((one) => one.port === port);
  const own = found && listening(found);
  return service && own !== undefined
    ? `${port} is the port of Service ${service.place?.namespace}/${service.place?.name}, whose Pods listen on ${own}: policies are for ports of Pods, so that nothing comes in there; did you mean ${own}?`
    : undefined;
}

/** A policy is for the ports that Pods listen on; waypoints alone see the ports of Services. */
export const servicePortChecks = (
  { namespace, selector, targets }: Pick<PolicyArgs, "namespace" | "selector" | "targets">,
  uses: readonly PortUse[],
): EndCheck[] =>
  targets
    ? []
    : uses.map(({ path, port }) => ({
        path,
        names: [namespace],
        reason: (program, [own = ""]) =>
          takenForListening(
            program,
            { ...reachOf({ namespace, ...(selector && { selector }) }), namespace: own },
            port,
          ),
      }));

/** Ports that rules name. */
export const portsOfRules = (rules: readonly AuthorizationRule[] = []): PortUse[] =>
  rules.flatMap(({ to = [], when = [] }, i) => [
    ...to.flatMap((operation, j) =>
      (["ports", "notPorts"] as const).flatMap((field) =>
        plainEntries(operation[field]).map(([k, port]) => ({
          path: `rules[${i}].to[${j}].${field}[${k}]`,
          port,
        })),
      ),
    ),
    ...when.flatMap(({ attribute, values, notValues }, j) =>
      attribute === "destination.port"
        ? Object.entries({ values, notValues }).flatMap(([field, list]) =>
            plainEntries(list).map(([k, port]) => ({
              path: `rules[${i}].when[${j}].${field}[${k}]`,
              port: Number(port),
            })),
          )
        : [],
    ),
  ]);
