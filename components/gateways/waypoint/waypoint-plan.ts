import type * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import type { Safe } from "../../../arguments/argument-check";
import { checkArguments } from "../../../arguments/check-arguments";
import { shown } from "../../../arguments/shown";
import { whenKnown } from "../../../arguments/when-known";
import {
  hbonePort,
  ingressUseWaypointLabel,
  revisionLabel,
  useWaypointLabel,
  waitForAnnotation,
  waypointForLabel,
} from "../../../values/known-names";
import { ownTrustDomain, principalOf } from "../../../values/principal";
import { withMetadata } from "../../metadata";
import { asText } from "../../namespaces/enrolment-labels";
import type { Part } from "../../program/part";
import { nothingSaid, type View } from "../../program/view";
import type { GatewayListener, GatewaySpec } from "../../resources/gateway/gateway";
import type { NamedObject } from "../../resources/named-object";
import type { WaypointArgs } from "./waypoint-args";
import { checkWaypoint } from "./waypoint-check";
import { waypointParameters } from "./waypoint-parameters";
import { waypointPart } from "./waypoint-part";

type ObjectMeta = k8s.types.input.meta.v1.ObjectMeta;

/** Arguments with all defaults filled in, and the objects that follow from them. */
export interface WaypointPlan {
  /** What Pulumi shows and keeps as the component's inputs. */
  inputs: Safe<WaypointArgs>;
  object: NamedObject<GatewaySpec>;
  /** What istiod lays over its Deployment, when that is asked for. */
  parameters?: { metadata: ObjectMeta; data: Record<string, pulumi.Input<string>> };
  /** Labels of the namespace, when it is enrolled. */
  namespacePatch?: ObjectMeta;
  /** Labels of Services, by their name. */
  servicePatches: [service: string, patch: ObjectMeta][];
  principal: pulumi.Output<string>;
  part: Part;
}

interface Checked {
  namespace: pulumi.Input<string>;
  name: pulumi.Input<string>;
  waypointFor?: pulumi.Input<string>;
  revision?: pulumi.Input<string>;
  canaryWeight?: pulumi.Input<number>;
  trustDomain?: pulumi.Input<string>;
}

/** Which routes and Services of which namespaces may name it; nothing for its own namespace alone. */
function allowedRoutes({
  allowedNamespaces,
  namespaceSelector,
}: WaypointArgs): Pick<GatewayListener, "allowedRoutes"> {
  if (namespaceSelector) {
    const selector = { matchLabels: namespaceSelector };
    return { allowedRoutes: { namespaces: { from: "Selector", selector } } };
  }
  return allowedNamespaces === undefined
    ? {}
    : { allowedRoutes: { namespaces: { from: allowedNamespaces } } };
}

const parametersName = (waypoint: pulumi.Input<string>) =>
  whenKnown([waypoint], (name: string) => `${name}-parameters`);

function gateway(
  args: Safe<WaypointArgs>,
  { namespace, name, waypointFor, revision }: Checked,
): NamedObject<GatewaySpec> {
  const parametersRef = waypointParameters(args) && {
    group: "",
    kind: "ConfigMap",
    name: parametersName(name),
  };
  return {
    name,
    namespace,
    labels: withMetadata(args.labels, {
      ...(waypointFor !== undefined && { [waypointForLabel]: waypointFor }),
      ...(revision !== undefined && { [revisionLabel]: revision }),
    }),
    // Routes and enrolments that come after it find a proxy that answers.
    annotations: withMetadata(args.annotations, { [waitForAnnotation]: "condition=Programmed" }),
    spec: {
      gatewayClassName: "istio-waypoint",
      listeners: [{ name: "mesh", port: hbonePort, protocol: "HBONE", ...allowedRoutes(args) }],
      ...(parametersRef && { infrastructure: { parametersRef } }),
    },
  };
}

const canaryLabel = "istio.io/use-waypoint-canary";
const canaryWeightAnnotation = "istio.io/use-waypoint-canary-weight";

/** Metadata of what is labelled once the waypoint is ready. */
function enrolment(args: Safe<WaypointArgs>, { name, canaryWeight }: Checked) {
  const ingress = args.ingressUseWaypoint;
  return {
    labels: withMetadata(args.labels, {
      [canaryWeight === undefined ? useWaypointLabel : canaryLabel]: name,
      ...(ingress !== undefined && { [ingressUseWaypointLabel]: asText(ingress) }),
    }),
    annotations: withMetadata(
      args.annotations,
      canaryWeight === undefined
        ? {}
        : {
            [canaryWeightAnnotation]: whenKnown([canaryWeight], (weight: number) => `${weight}`),
          },
    ),
  };
}

const trustDomainOf = (program: View): pulumi.Input<string> =>
  program.said("controlPlane")[0]?.trustDomain ?? ownTrustDomain;

/** Throws one error with everything that is wrong. */
export function waypointPlan(
  component: string,
  unchecked: WaypointArgs,
  program: View = nothingSaid,
): WaypointPlan {
  const check = checkArguments("Waypoint", component, unchecked);
  const checked = checkWaypoint(check);
  const args = check.done();
  const { namespace, name } = checked;
  const data = waypointParameters(args);
  const common = { labels: withMetadata(args.labels), annotations: withMetadata(args.annotations) };
  return {
    inputs: { ...args, name },
    object: gateway(args, checked),
    ...(data && {
      parameters: { metadata: { name: parametersName(name), namespace, ...common }, data },
    }),
    ...(args.enrol && { namespacePatch: { name: namespace, ...enrolment(args, checked) } }),
    servicePatches: (args.enrolServices ?? []).map((service) => [
      service,
      { name: service, namespace, ...enrolment(args, checked) },
    ]),
    principal: pulumi.output(
      whenKnown([checked.trustDomain ?? trustDomainOf(program), namespace, name], principalOf),
    ),
    part: waypointPart({
      owner: `Waypoint ${shown(component)}`,
      args,
      namespace,
      name,
      hasParameters: data !== undefined,
    }),
  };
}
