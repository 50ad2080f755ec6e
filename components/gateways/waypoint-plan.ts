import type { GatewaySpec } from "../resources/gateway/gateway";
import { withMetadata } from "../resources/metadata";
import type { NamedObject } from "../resources/named-object";
import { ArgumentCheck } from "../validation/argument-check";
import { dnsLabel, labelValue, oneOf, type Test } from "../validation/tests";
import type { WaypointArgs } from "./waypoint-args";
import { WaypointFor } from "./waypoint-for";

/** Arguments with all defaults filled in, and the object that follows from them. */
export interface WaypointPlan {
  /** What Pulumi shows and keeps as the component's inputs. */
  inputs: WaypointArgs;
  object: NamedObject<GatewaySpec>;
}

const forLabel = "istio.io/waypoint-for";
const revisionLabel = "istio.io/rev";
const waitFor = "pulumi.com/waitFor";

const waypointName: Test<string> = (value) =>
  value === "none" ? `"none" is reserved: Istio reads it as no waypoint` : dnsLabel(value);

/** Throws one error with everything that is wrong. */
export function waypointPlan(component: string, args: WaypointArgs): WaypointPlan {
  const check = new ArgumentCheck("Waypoint", component);
  const namespace = check.input("namespace", args.namespace, dnsLabel);
  const name = check.input("name", args.name ?? "waypoint", waypointName);
  const waypointFor = check.input<string>("waypointFor", args.waypointFor, oneOf(WaypointFor));
  const revision = check.input("revision", args.revision, labelValue);
  check.labels(args.labels, [forLabel, revisionLabel]);
  check.annotations(args.annotations, [waitFor]);
  check.done();
  return {
    inputs: { ...args, name },
    object: {
      name,
      namespace,
      labels: withMetadata(args.labels, {
        ...(waypointFor !== undefined && { [forLabel]: waypointFor }),
        ...(revision !== undefined && { [revisionLabel]: revision }),
      }),
      // Routes and enrolments that come after it find a proxy that answers.
      annotations: withMetadata(args.annotations, { [waitFor]: "condition=Programmed" }),
      spec: {
        gatewayClassName: "istio-waypoint",
        listeners: [{ name: "mesh", port: 15008, protocol: "HBONE" }],
      },
    },
  };
}
