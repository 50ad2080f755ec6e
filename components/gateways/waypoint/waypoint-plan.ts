import type * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck, Safe } from "../../../arguments/argument-check";
import { checkArguments } from "../../../arguments/check-arguments";
import { checkAtMostOne } from "../../../arguments/choice";
import { dnsLabel, dnsName, integer, labelValue, type Test } from "../../../arguments/predicates";
import { shown } from "../../../arguments/shown";
import { checkUnique } from "../../../arguments/unique";
import { isKnown, whenKnown } from "../../../arguments/when-known";
import {
  hbonePort,
  ingressUseWaypointLabel,
  revisionLabel,
  useWaypointCanaryLabel,
  useWaypointLabel,
  waitForAnnotation,
  waypointForLabel,
} from "../../../values/known-names";
import { ownTrustDomain, principalOf } from "../../../values/principal";
import { checkBounds } from "../../control-plane/scaling";
import { withMetadata } from "../../metadata";
import { asText } from "../../namespaces/enrolment-labels";
import type { Part } from "../../program/part";
import { nothingSaid, type View } from "../../program/view";
import type { GatewayListener, GatewaySpec } from "../../resources/gateway/gateway";
import type { NamedObject } from "../../resources/named-object";
import { checkAmounts, excesses, usualWaypointResources } from "../chart/pod-resources";
import type { WaypointArgs } from "./waypoint-args";
import { waypointPart } from "./waypoint-together";

const averageOf = (averageUtilization: pulumi.Input<number>) => [
  {
    type: "Resource",
    resource: { name: "cpu", target: { type: "Utilization", averageUtilization } },
  },
];

function deployment({ replicas, resources }: WaypointArgs) {
  const containers = resources && [{ name: "istio-proxy", resources }];
  return {
    spec: {
      ...(replicas !== undefined && { replicas }),
      ...(containers && { template: { spec: { containers } } }),
    },
  };
}

const autoscaler = ({ autoscaling: { min, max = 5, cpu = 80 } = {} }: WaypointArgs) => ({
  spec: {
    ...(min !== undefined && { minReplicas: min }),
    maxReplicas: max,
    metrics: averageOf(cpu),
  },
});

/**
 * What istiod lays over the objects that it makes for the waypoint, by object, as YAML or JSON.
 * Absent when nothing is asked for: the Gateway then names no ConfigMap.
 * @see https://istio.io/latest/docs/tasks/traffic-management/ingress/gateway-api/#automated-deployment
 */
function waypointParameters(args: WaypointArgs): Record<string, pulumi.Input<string>> | undefined {
  const { replicas, resources, autoscaling } = args;
  const data = {
    ...((replicas !== undefined || resources) && {
      deployment: pulumi.jsonStringify(deployment(args)),
    }),
    ...(autoscaling && { horizontalPodAutoscaler: pulumi.jsonStringify(autoscaler(args)) }),
  };
  return Object.keys(data).length > 0 ? data : undefined;
}

const waypointName =
  (services: string[]): Test<string> =>
  (value) => {
    if (value === "none") {
      return `"none" is reserved: Istio reads it as no waypoint`;
    }
    return services.includes(value)
      ? `"${value}" is a Service already, and istiod creates one of this name for the waypoint`
      : dnsLabel(value);
  };

function checkEnrolment(check: ArgumentCheck, args: WaypointArgs): void {
  const { enrol, enrolServices = [], ingressUseWaypoint, canaryWeight } = args;
  if (enrol && enrolServices.length > 0) {
    check.fail(
      "enrolServices",
      `${shown(enrolServices)} are in the namespace, all of which enrol labels; set one of them`,
    );
  }
  enrolServices.forEach((service, i) => {
    check.plain(`enrolServices[${i}]`, service, dnsLabel);
  });
  checkUnique(check, enrolServices, (i) => `enrolServices[${i}]`);
  for (const key of ["ingressUseWaypoint", "canaryWeight"] as const) {
    if (args[key] !== undefined && !enrol && enrolServices.length === 0) {
      check.fail(
        key,
        "is a label of what is enrolled, and nothing is; set enrol or enrolServices as well",
      );
    }
  }
  if (ingressUseWaypoint !== undefined && canaryWeight !== undefined) {
    check.fail(
      "ingressUseWaypoint",
      "is said where the other waypoint is named, of which this one takes a share; leave it out",
    );
  }
}

function checkScope(check: ArgumentCheck, args: WaypointArgs): void {
  const { namespaceSelector } = args;
  if (namespaceSelector === undefined) {
    return;
  }
  checkAtMostOne(check, "namespaceSelector", {
    object: args,
    names: ["allowedNamespaces", "namespaceSelector"],
  });
  if (isKnown(namespaceSelector) && Object.keys(namespaceSelector).length === 0) {
    check.fail("namespaceSelector", `is empty; write allowedNamespaces: "All" for all of them`);
  }
}

function checkPods(check: ArgumentCheck, args: WaypointArgs): void {
  const { replicas, autoscaling } = args;
  check.input("replicas", replicas, integer(0));
  checkBounds(check, autoscaling);
  checkAmounts(check, args.resources);
  checkAtMostOne(check, "replicas", { object: args, names: ["replicas", "autoscaling"] });
}

/** The values that are used further on, tested when they arrive. */
function checkWaypoint(check: ArgumentCheck<WaypointArgs>) {
  const { args } = check;
  const { enrolServices = [] } = args;
  const checked = {
    namespace: check.input("namespace", args.namespace, dnsLabel),
    name: check.input("name", args.name ?? "waypoint", waypointName(enrolServices)),
    waypointFor: args.waypointFor,
    revision: check.input("revision", args.revision, labelValue),
    canaryWeight: check.input("canaryWeight", args.canaryWeight, integer(0, 100)),
    trustDomain: check.input("trustDomain", args.trustDomain, dnsName),
  };
  checkEnrolment(check, args);
  checkScope(check, args);
  checkPods(check, args);
  check.labels(args.labels, [waypointForLabel, revisionLabel]);
  check.annotations(args.annotations, [waitForAnnotation]);
  return checked;
}

type ObjectMeta = k8s.types.input.meta.v1.ObjectMeta;

/** Arguments with all defaults filled in, and the objects that follow from them. */
interface WaypointPlan {
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
  /** What is shown at the component. */
  warnings: string[];
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

const canaryWeightAnnotation = "istio.io/use-waypoint-canary-weight";

/** Metadata of what is labelled once the waypoint is ready. */
function enrolment(args: Safe<WaypointArgs>, { name, canaryWeight }: Checked) {
  const ingress = args.ingressUseWaypoint;
  return {
    labels: withMetadata(args.labels, {
      [canaryWeight === undefined ? useWaypointLabel : useWaypointCanaryLabel]: name,
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

/** What istiod writes beside the amounts is among its values, which another program may have set. */
const amountWarnings = (owner: string, { resources = {} }: WaypointArgs): string[] =>
  excesses(resources, usualWaypointResources).map(
    ({ path, reason }) =>
      `${owner}: ${path}: ${reason}; unless global.waypoint.resources of the chart istiod says otherwise, no Pod is made`,
  );

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
  const owner = `Waypoint ${shown(component)}`;
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
      owner,
      args,
      namespace,
      name,
      hasParameters: data !== undefined,
    }),
    warnings: amountWarnings(owner, args),
  };
}
