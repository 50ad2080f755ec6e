import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../../../arguments/argument-check";
import { under } from "../../../arguments/fields";
import type { Test } from "../../../arguments/predicates";
import { shown } from "../../../arguments/shown";
import { isKnown } from "../../../arguments/when-known";
import { nameOverrideAnnotation } from "../../../values/known-names";
import { Dialect } from "../../routing/dialect";
import type { AppGatewayArgs, GatewayInfrastructure } from "./app-gateway-args";
import type { HostGroup } from "./edge-host-groups";
import type { EdgeTarget } from "./edge-route";
import { fits, httpRouteLimits, ruleClusters } from "./edge-rule-clusters";
import type { EdgeServer } from "./edge-servers";

/** What the definitions of the Gateway API let an object hold. */
const most = { listeners: 64, backends: 16, annotations: 16, labels: 8, serviceName: 63 };

const orIstio = 'dialect "istio" has no such limit';

function checkListeners(
  check: ArgumentCheck,
  { servers: given }: AppGatewayArgs,
  servers: readonly EdgeServer[],
): void {
  const count = servers.flatMap(({ hosts }) => hosts).length;
  if (count > most.listeners) {
    check.fail(
      given ? "servers" : "hosts",
      `has ${count} hosts in all, each of which is a listener, and a Gateway of the Gateway API holds ${most.listeners}; serve several by a wildcard such as "*.example.com"; ${orIstio}`,
    );
  }
}

/** Rules that the API ranks alike have to stay in one object, and that has a limit. */
function checkRules(check: ArgumentCheck, groups: readonly HostGroup[]): void {
  const { rules, matches } = httpRouteLimits;
  const full = groups
    .flatMap(({ routes }) => ruleClusters(routes))
    .find((cluster) => !fits(cluster.routes));
  if (full) {
    check.fail(
      "routes",
      `has ${full.routes.length} rules in which only the order decides which one takes a request (${full.routes[0]?.at} and others, with as many conditions each), and an HTTPRoute holds ${rules} rules and ${matches} matches; tell them apart by path, by hosts or by more headers; ${orIstio}`,
    );
  }
}

function checkBackends(
  check: ArgumentCheck,
  path: string,
  targets: readonly EdgeTarget[] | undefined = [],
): void {
  targets.forEach(({ versions = [] }, i) => {
    if (versions.length > most.backends) {
      check.fail(
        `${path}[${i}].versions`,
        `has ${versions.length} versions, and a route of the Gateway API holds ${most.backends}; ${orIstio}`,
      );
    }
  });
}

const maps = ["annotations", "labels"] as const;

const overfull =
  (name: (typeof maps)[number]): Test<object> =>
  (entries) => {
    const count = Object.keys(entries).length;
    return count > most[name]
      ? `has ${count} entries, and a Gateway of the Gateway API holds ${most[name]}`
      : undefined;
  };

/** Settings of a gateway within what its object holds, safe to use. */
export function checkedInfrastructure(
  check: ArgumentCheck,
  infrastructure: pulumi.Input<GatewayInfrastructure> = {},
): pulumi.Input<GatewayInfrastructure> {
  if (!isKnown(infrastructure)) {
    return check.input<GatewayInfrastructure>("infrastructure", infrastructure, (late) =>
      maps
        .flatMap((name) => {
          const reason = overfull(name)(late[name] ?? {});
          return reason ? `${name} ${reason}` : [];
        })
        .at(0),
    );
  }
  const checked = maps.map((name) => [
    name,
    check.input(under("infrastructure", name), infrastructure[name], overfull(name)),
  ]);
  return {
    ...infrastructure,
    ...Object.fromEntries(checked.filter(([, map]) => map !== undefined)),
  };
}

/**
 * istiod calls Service and Deployment after the Gateway and its class; the API server refuses a longer one.
 * Of other classes nobody knows whether istiod makes anything for them.
 */
export function deployedName({
  dialect,
  gatewayClassName = "istio",
  annotations = {},
}: AppGatewayArgs): Test<string> {
  const isNamed = isKnown(annotations) && nameOverrideAnnotation in annotations;
  if (dialect !== Dialect.GatewayApi || gatewayClassName !== "istio" || isNamed) {
    return () => undefined;
  }
  return (own) => {
    const deployed = `${own}-${gatewayClassName}`;
    return deployed.length > most.serviceName
      ? `${shown(own)} makes a Service of ${deployed.length} characters, ${shown(deployed)}, which has at most ${most.serviceName}; write at most ${most.serviceName - gatewayClassName.length - 1}, or name the Service by the annotation ${nameOverrideAnnotation}`
      : undefined;
  };
}

/** Limits of the Gateway API's objects, in the words of the arguments. */
export function checkLimits(
  check: ArgumentCheck,
  args: AppGatewayArgs,
  servers: readonly EdgeServer[],
  groups: readonly HostGroup[],
): void {
  checkListeners(check, args, servers);
  checkRules(check, groups);
  checkBackends(check, "routes", args.routes);
  checkBackends(check, "tlsRoutes", args.tlsRoutes);
  checkBackends(check, "tcpRoutes", args.tcpRoutes);
}
