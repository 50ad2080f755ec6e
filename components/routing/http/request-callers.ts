import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../../../arguments/argument-check";
import { under } from "../../../arguments/fields";
import { namedLikeThat, waypointFor } from "../../policies/waypoint-use";
import type { EndCheck } from "../../program/part";
import type { RequestMatch } from "./request-match-args";

/** Conditions on who calls, which a sidecar decides of its own Pod. */
const ofCallers = ["sourceLabels", "sourceNamespace"] as const;

type OfCallers = (typeof ofCallers)[number];

const given = (match: RequestMatch): OfCallers[] =>
  ofCallers.filter((name) => match[name] !== undefined);

const instead = "match a header that the callers set";

/** Refuses conditions on callers where only gateways follow the route. */
export function refuseCallers(check: ArgumentCheck, path: string, match: RequestMatch): void {
  for (const name of given(match)) {
    check.fail(
      under(path, name),
      `is for callers with a sidecar: a gateway compares it with its own Pods, and takes all requests or none; ${instead}`,
    );
  }
}

const atWaypoint: Record<OfCallers, string> = {
  sourceLabels:
    "takes no request there: a waypoint does not know its callers' labels (istio/istio#51565), and the next rule decides",
  sourceNamespace:
    "takes all requests there or none: a waypoint compares it with its own namespace",
};

/** A route in the mesh is followed by the sidecars of clients, and by the waypoint of its Service. */
export const callersAtWaypoint = (
  namespace: pulumi.Input<string>,
  service: pulumi.Input<string>,
  matches: readonly { path: string; match: RequestMatch }[],
): EndCheck[] =>
  matches.flatMap(({ path, match }) =>
    given(match).map(
      (name): EndCheck => ({
        path: under(path, name),
        names: [namespace, service],
        reason(program, [where = "", what = ""]) {
          const used = waypointFor(program, { namespace: where, name: what });
          if (used === undefined || used === "later" || used.name === "none") {
            return undefined;
          }
          const owner = namedLikeThat(program, used)?.owner ?? `waypoint ${used.name}`;
          return `is for callers with a sidecar, and requests of ambient callers to ${where}/${what} pass ${owner}: it ${atWaypoint[name]}; ${instead}`;
        },
      }),
    ),
  );
