import type { ArgumentCheck } from "../../../arguments/argument-check";
import { checkAtMostOne } from "../../../arguments/choice";
import { dnsLabel, dnsName, integer, labelValue, type Test } from "../../../arguments/predicates";
import { shown } from "../../../arguments/shown";
import { checkUnique } from "../../../arguments/unique";
import { isKnown } from "../../../arguments/when-known";
import { revisionLabel, waitForAnnotation, waypointForLabel } from "../../../values/known-names";
import { checkBounds } from "../../control-plane/scaling-check";
import { checkAmounts } from "../chart/gateway-chart-check";
import type { WaypointArgs } from "./waypoint-args";

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
export function checkWaypoint(check: ArgumentCheck<WaypointArgs>) {
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
