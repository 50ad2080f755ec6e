import type * as pulumi from "@pulumi/pulumi";
import type { Metadata } from "../validation/argument-check";
import type { MeshMode } from "./mesh-mode";

/** What decides the labels of a namespace. */
export interface Enrolment {
  mode: MeshMode;
  revision?: pulumi.Input<string>;
  waypoint?: pulumi.Input<string>;
}

/**
 * Exactly one of the labels that choose a mode: with two of them on a namespace, `istio-injection`
 * wins over a revision and a sidecar over ambient, whatever was meant.
 */
const labelsByMode: Record<MeshMode, (choice: Enrolment) => Metadata> = {
  sidecar: ({ revision }): Metadata =>
    revision === undefined ? { "istio-injection": "enabled" } : { "istio.io/rev": revision },
  ambient: ({ waypoint }): Metadata => ({
    "istio.io/dataplane-mode": "ambient",
    ...(waypoint !== undefined && { "istio.io/use-waypoint": waypoint }),
  }),
  none: () => ({ "istio-injection": "disabled" }),
};

export const enrolmentLabels = (choice: Enrolment): Metadata => labelsByMode[choice.mode](choice);

/** Labels that are never the user's to set beside a mode. */
export const enrolmentKeys = [
  "istio-injection",
  "istio.io/rev",
  "istio.io/dataplane-mode",
  "istio.io/use-waypoint",
];
