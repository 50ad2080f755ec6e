import { recall } from "../../../arguments/known-output";
import { namespaceNameLabel } from "../../../values/known-names";
import { waypointFor } from "../../policies/waypoint-use";
import type { EndCheck } from "../../program/part";
import type { NamedObject } from "../../resources/named-object";
import type { EgressRouteArgs } from "./egress-route-args";

/** A ztunnel reads no routes, so that its Pods call the host past the gateway. */
export const pastGateway = (
  { tls }: EgressRouteArgs,
  { namespace, name }: Pick<NamedObject<unknown>, "name" | "namespace">,
): EndCheck => ({
  path: "host",
  names: [namespace, name],
  reason(program, [where = "", entry = ""]) {
    const ambient = program
      .said("namespace")
      .filter(({ mode, labels }) => mode === "ambient" && labels?.[namespaceNameLabel] !== where);
    const waypoint = waypointFor(program, { namespace: where, name: entry }, "serviceEntry");
    const isServed = waypoint === "later" || (waypoint && waypoint.name !== "none");
    if (ambient.length === 0 || isServed) {
      return undefined;
    }
    const names = ambient.flatMap(({ labels }) => labels?.[namespaceNameLabel] ?? []);
    const which = names.length === ambient.length ? ` (${names.join(", ")})` : "";
    const effect = tls && recall(tls.mode) ? ", without the TLS that it adds" : "";
    return `is called past the gateway by Pods of ambient namespaces${which}${effect}: a ztunnel reads no VirtualService; use an ExternalService with a waypoint, which takes the place of the gateway`;
  },
});
