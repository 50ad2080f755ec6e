import { dataplaneModeLabel, useWaypointLabel } from "../../../values/known-names";
import { fieldPath } from "../../objects/path";
import { check } from "../check";
import { Kind } from "../kinds";

const modeWords = { sidecar: "gets sidecars", none: "is in no mesh" } as const;

/** A namespace that uses a waypoint and is not ambient. */
export const waypointWithoutAmbient = check({
  id: "waypoint-without-ambient",
  code: "KIA1312",
  aliases: [],
  level: "warning",
  kinds: [Kind.Namespace],
  summary: "A namespace uses a waypoint and is not ambient.",
  why: "Its own Pods do not go through a waypoint; ambient clients of other namespaces do.",
  fix: "Label it with istio.io/dataplane-mode: ambient, or take out istio.io/use-waypoint.",
  url: "https://istio.io/latest/docs/ambient/usage/waypoint/",
  fires: `apiVersion: v1
kind: Namespace
metadata:
  name: tickets
  labels:
    istio-injection: enabled
    istio.io/use-waypoint: gate # found
`,
  silent: `apiVersion: v1
kind: Namespace
metadata:
  name: tickets
  labels:
    istio-injection: enabled
    istio.io/use-waypoint: none
`,
  *run({ id }, mesh) {
    const { waypoint, mode = "none", name } = mesh.namespaces.get(id.name) ?? {};
    if (waypoint !== undefined && mode !== "ambient") {
      yield {
        path: fieldPath("metadata.labels", useWaypointLabel),
        message: `namespace ${name} ${modeWords[mode]}, and waypoint ${waypoint} is for ambient clients; add ${dataplaneModeLabel}: ambient`,
      };
    }
  },
});
