import type * as pulumi from "@pulumi/pulumi";
import type { Metadata } from "../../arguments/argument-check";
import type { Test } from "../../arguments/predicates";
import { whenKnown } from "../../arguments/when-known";
import {
  dataplaneModeLabel,
  ingressUseWaypointLabel,
  injectionLabel,
  revisionLabel,
  useWaypointLabel,
  useWaypointNamespaceLabel,
} from "../../values/known-names";
import type { MeshMode } from "./mesh-namespace-args";

/** What decides the labels of a namespace. */
export interface Enrolment {
  dataPlaneMode: MeshMode;
  revision?: pulumi.Input<string>;
  waypoint?: pulumi.Input<string>;
  waypointNamespace?: pulumi.Input<string>;
  ingressUseWaypoint?: pulumi.Input<boolean>;
  /** Whether the namespace may have labels of somebody else. */
  adopt?: boolean;
}

/** A flag as labels and annotations hold it: `true` or `false`. */
export const asText = (flag: pulumi.Input<boolean>): pulumi.Input<string> =>
  whenKnown([flag], String);

/** Which waypoint requests pass, and whether those from an ingress gateway do. */
const waypointLabels = (choice: Enrolment): Metadata => ({
  ...(choice.waypoint !== undefined && { [useWaypointLabel]: choice.waypoint }),
  ...(choice.waypointNamespace !== undefined && {
    [useWaypointNamespaceLabel]: choice.waypointNamespace,
  }),
  ...(choice.ingressUseWaypoint !== undefined && {
    [ingressUseWaypointLabel]: asText(choice.ingressUseWaypoint),
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
    revision === undefined ? { [injectionLabel]: "enabled" } : { [revisionLabel]: revision },
  ambient: (choice): Metadata => ({
    [dataplaneModeLabel]: "ambient",
    ...(choice.adopt && { [injectionLabel]: "disabled" }),
    ...waypointLabels(choice),
  }),
  none: ({ adopt }): Metadata => ({
    [injectionLabel]: "disabled",
    ...(adopt && { [dataplaneModeLabel]: "none" }),
  }),
};

/** The labels by which a namespace gets the mode that is chosen. */
export const enrolmentLabels = (choice: Enrolment): Metadata =>
  labelsByMode[choice.dataPlaneMode](choice);

/** Labels of a namespace as they are in the cluster, whoever set them. */
export interface LabelledNamespace {
  name: string;
  labels?: { [key: string]: string };
}

/**
 * istiod's webhooks for revisions want a namespace without `istio-injection`, whatever it says, so
 * there is no neutral value to write; and a label of somebody else cannot be taken away by a patch.
 */
export const revisionCounts: Test<LabelledNamespace> = ({ name, labels }) => {
  const foreign = labels?.[injectionLabel];
  return foreign === undefined
    ? undefined
    : `has no effect beside the label "${injectionLabel}: ${foreign}", which somebody else set on the namespace (IST0123); remove it by "kubectl label namespace ${name} ${injectionLabel}-", then run "pulumi up --refresh"`;
};

/** Labels that are never the user's to set beside a mode. */
export const enrolmentKeys = [
  injectionLabel,
  revisionLabel,
  dataplaneModeLabel,
  useWaypointLabel,
  useWaypointNamespaceLabel,
  ingressUseWaypointLabel,
];
