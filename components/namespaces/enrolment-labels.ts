import type * as pulumi from "@pulumi/pulumi";
import type { Metadata } from "../validation/argument-check";
import { whenKnown } from "../validation/when-known";
import type { MeshMode } from "./mesh-mode";

/** What decides the labels of a namespace. */
export interface Enrolment {
  mode: MeshMode;
  revision?: pulumi.Input<string>;
  waypoint?: pulumi.Input<string>;
  waypointNamespace?: pulumi.Input<string>;
  ingressUseWaypoint?: pulumi.Input<boolean>;
  /** Whether the namespace may have labels of somebody else. */
  adopt?: boolean;
}

export const useWaypoint = "istio.io/use-waypoint";
const useWaypointNamespace = "istio.io/use-waypoint-namespace";
export const ingressUseWaypoint = "istio.io/ingress-use-waypoint";
const injection = "istio-injection";
const dataplane = "istio.io/dataplane-mode";

export const asText = (flag: pulumi.Input<boolean>): pulumi.Input<string> =>
  whenKnown([flag], String);

/** Which waypoint requests pass, and whether those from an ingress gateway do. */
const waypointLabels = (choice: Enrolment): Metadata => ({
  ...(choice.waypoint !== undefined && { [useWaypoint]: choice.waypoint }),
  ...(choice.waypointNamespace !== undefined && {
    [useWaypointNamespace]: choice.waypointNamespace,
  }),
  ...(choice.ingressUseWaypoint !== undefined && {
    [ingressUseWaypoint]: asText(choice.ingressUseWaypoint),
  }),
});

/**
 * Exactly one of the labels that choose a mode: with two of them on a namespace, `istio-injection`
 * wins over a revision and a sidecar over ambient, whatever was meant (IST0123). A namespace that is
 * adopted may have another one already; where that would win, its neutral value is written.
 */
const labelsByMode: Record<MeshMode, (choice: Enrolment) => Metadata> = {
  // A foreign label of ambient mode loses against a sidecar, and its neutral value is IST0123 too.
  sidecar: ({ revision }): Metadata =>
    revision === undefined ? { [injection]: "enabled" } : { "istio.io/rev": revision },
  ambient: (choice): Metadata => ({
    [dataplane]: "ambient",
    ...(choice.adopt && { [injection]: "disabled" }),
    ...waypointLabels(choice),
  }),
  none: ({ adopt }): Metadata => ({
    [injection]: "disabled",
    ...(adopt && { [dataplane]: "none" }),
  }),
};

export const enrolmentLabels = (choice: Enrolment): Metadata => labelsByMode[choice.mode](choice);

/** Labels that are never the user's to set beside a mode. */
export const enrolmentKeys = [
  injection,
  "istio.io/rev",
  dataplane,
  useWaypoint,
  useWaypointNamespace,
  ingressUseWaypoint,
];
