import * as pulumi from "@pulumi/pulumi";
import { didYouMean } from "../../../analysis/closest";
import { recall } from "../../program/known-output";
import type { View } from "../../program/view";
import type { ArgumentCheck } from "../../validation/argument-check";
import { shown } from "../../validation/shown";
import { isKnown, whenKnown } from "../../validation/when-known";
import type { ControlPlane } from "../control-plane";
import type { ControlPlaneHandle } from "../control-plane-handle";
import { defaultRevision } from "../revision";
import { istiodOf } from "../revision-known";
import type { GatewayChartArgs } from "./gateway-chart-args";

/** The control plane of a gateway. */
export interface FoundControlPlane {
  handle: ControlPlaneHandle;
  /** What the gateway waits for: a Pod that is created before the webhook never starts. */
  component?: pulumi.Resource;
}

const keys = [
  "version",
  "revision",
  "charts",
  "platform",
  "imagePullSecrets",
  "trustDomain",
  "clusterDomain",
  "network",
  "proxySettings",
] as const satisfies (keyof ControlPlaneHandle)[];

const wanted = "give a ControlPlane, or its output handle";

/** A handle may come out of another stack, where nobody checked it. */
function handleTest(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return `${shown(value)} is not a control plane; ${wanted}`;
  }
  const unknown = Object.keys(value).find((key) => !keys.some((known) => known === key));
  return unknown === undefined
    ? undefined
    : `has ${shown(unknown)}, which is not taken over; allowed: ${keys.join(", ")}${didYouMean(unknown, keys)}`;
}

/** Each of its parts by itself, when the whole arrives later. */
const inParts = (later: pulumi.Output<ControlPlaneHandle>): ControlPlaneHandle =>
  Object.fromEntries(keys.map((key) => [key, later.apply((handle) => handle[key] as unknown)]));

const isControlPlane = (value: unknown): value is ControlPlane =>
  pulumi.Resource.isInstance(value) &&
  (value as { __pulumiType?: string }).__pulumiType === "istio-mesh:index:ControlPlane";

function given(
  check: ArgumentCheck,
  argument: NonNullable<GatewayChartArgs["controlPlane"]>,
): FoundControlPlane | undefined {
  if (isControlPlane(argument)) {
    return { handle: recall(argument.handle) ?? inParts(argument.handle), component: argument };
  }
  if (pulumi.Resource.isInstance(argument)) {
    check.fail("controlPlane", `${shown(argument)} is not a ControlPlane; ${wanted}`);
    return undefined;
  }
  const handle = check.input(
    "controlPlane",
    argument as pulumi.Input<ControlPlaneHandle>,
    handleTest,
  );
  const known = recall(argument as pulumi.Input<ControlPlaneHandle>);
  return { handle: known ?? inParts(pulumi.output(handle) as pulumi.Output<ControlPlaneHandle>) };
}

/** What the gateway is told of its control plane, or what its program declares. */
export function controlPlaneOf(
  check: ArgumentCheck<GatewayChartArgs>,
  program: View,
): FoundControlPlane | undefined {
  const { controlPlane, revision } = check.args;
  if (controlPlane !== undefined) {
    const found = given(check, controlPlane);
    const declared = program.said("controlPlane").find(({ handle }) => handle === found?.handle);
    return (
      found && { ...found, ...(declared?.self.component && { component: declared.self.component }) }
    );
  }
  const istiod = istiodOf(program, revision);
  if (!istiod) {
    return undefined;
  }
  // The default revision may move to another istiod, which the gateway then follows.
  const { revision: _, ...handle } = istiod.handle;
  return { handle, ...(istiod.self.component && { component: istiod.self.component }) };
}

/** The argument, or what the control plane has, or what holds otherwise; each may arrive later. */
export function orOf<T>(
  argument: pulumi.Input<T> | undefined,
  taken: pulumi.Input<T | undefined> | undefined,
  otherwise: T,
): pulumi.Input<T> {
  return argument ?? whenKnown([taken], (known: T | undefined) => known ?? otherwise);
}

/** The revision by name; an istiod without one is not named. */
export const revisionOf = (
  argument: pulumi.Input<string> | undefined,
  taken: pulumi.Input<string | undefined> | undefined,
): pulumi.Input<string> | undefined => {
  if (argument !== undefined || taken === undefined) {
    return argument;
  }
  const named = (revision: string | undefined) =>
    revision === defaultRevision ? undefined : revision;
  return isKnown(taken)
    ? named(taken)
    : (pulumi.output(taken).apply(named) as pulumi.Output<string>);
};

const minorOf = (version: string): number => Number(version.split(".")[1]);

/** What an argument says against the control plane that is known. */
export function checkAgainst(
  check: ArgumentCheck<GatewayChartArgs>,
  { handle }: FoundControlPlane,
): void {
  const { args } = check;
  for (const key of ["platform", "trustDomain", "clusterDomain"] as const) {
    const own = args[key];
    const theirs = recall(handle[key] as pulumi.Input<string | undefined>);
    if (own !== undefined && isKnown(own) && theirs !== undefined && own !== theirs) {
      check.fail(
        key,
        `${shown(own)} is not what the control plane has, ${shown(theirs)}; leave it out`,
      );
    }
  }
  const theirs = recall(handle.version as pulumi.Input<string | undefined>);
  const { version } = args;
  if (version && theirs && /^\d+\.\d+\./.test(version) && minorOf(version) > minorOf(theirs)) {
    check.fail(
      "version",
      `${shown(version)} is newer than the control plane, ${shown(theirs)}; leave it out, and upgrade the control plane first`,
    );
  }
}
