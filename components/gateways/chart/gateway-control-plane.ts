import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../../../arguments/argument-check";
import { recall } from "../../../arguments/known-output";
import { registeredAs } from "../../../arguments/registered-as";
import { shown } from "../../../arguments/shown";
import { isKnown, whenKnown } from "../../../arguments/when-known";
import { minorOf, versionNumbers } from "../../../values/version";
import type { ControlPlane } from "../../control-plane/control-plane";
import type { ControlPlaneHandle } from "../../control-plane/control-plane-handle";
import { defaultRevision } from "../../control-plane/revision";
import { istiodOf } from "../../control-plane/revision-known";
import type { View } from "../../program/view";
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

/** Each of its parts by itself, when the whole arrives later. */
const inParts = (later: pulumi.Output<ControlPlaneHandle>): ControlPlaneHandle =>
  Object.fromEntries(keys.map((key) => [key, later.apply((handle) => handle[key] as unknown)]));

const isControlPlane = (value: unknown): value is ControlPlane =>
  pulumi.Resource.isInstance(value) && registeredAs(value).type === "istio-mesh:index:ControlPlane";

/** Arguments with the handle of a `ControlPlane` in its place: the checks take no resources. */
export const withHandle = <A extends GatewayChartArgs>(args: A): A =>
  isControlPlane(args?.controlPlane) ? { ...args, controlPlane: args.controlPlane.handle } : args;

/** What the gateway is told of its control plane, or what its program declares. */
export function controlPlaneOf(
  check: ArgumentCheck<GatewayChartArgs>,
  program: View,
): FoundControlPlane | undefined {
  const { controlPlane, revision } = check.args;
  if (controlPlane !== undefined) {
    const known = recall(controlPlane);
    const late = () => inParts(pulumi.output(controlPlane) as pulumi.Output<ControlPlaneHandle>);
    const declared = program.said("controlPlane").find((one) => one.handle === known);
    return {
      handle: known ?? late(),
      ...(declared?.self.component && { component: declared.self.component }),
    };
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
  if (version && theirs && versionNumbers(version) && minorOf(version) > minorOf(theirs)) {
    check.fail(
      "version",
      `${shown(version)} is newer than the control plane, ${shown(theirs)}; leave it out, and upgrade the control plane first`,
    );
  }
}
