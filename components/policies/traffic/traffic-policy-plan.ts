import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck, Safe } from "../../../arguments/argument-check";
import { checkArguments } from "../../../arguments/check-arguments";
import { checkList, type LateList } from "../../../arguments/late-list";
import { dnsLabel, dnsName, host as hostName, type Test } from "../../../arguments/predicates";
import { checkSelector } from "../../../arguments/selector";
import { shown } from "../../../arguments/shown";
import { checkUnique } from "../../../arguments/unique";
import { isKnown } from "../../../arguments/when-known";
import { withMetadata } from "../../metadata";
import type { Part } from "../../program/part";
import { nothingSaid, type View } from "../../program/view";
import type { NamedObject } from "../../resources/named-object";
import type { DestinationRuleSpec } from "../../resources/networking/destination-rule";
import { clusterDomainOf, domainDemands } from "../../routing/cluster-domain";
import { serviceHost } from "../../routing/service-host";
import type { TrafficPolicyArgs } from "./traffic-policy-args";
import { checkTrafficPolicy, trafficPolicySpec } from "./traffic-policy-options";
import { prefersNear, serviceOf, trafficPolicyPart } from "./traffic-policy-together";

const exported: Test<string> = (value) =>
  value === "." || value === "*" || !dnsLabel(value)
    ? undefined
    : `${shown(value)} is no namespace; allowed: a namespace, "." for the own one, "*" for all`;

/** Namespaces that see an object. */
function checkExportTo(
  check: ArgumentCheck,
  path: string,
  exportTo: LateList<string> | undefined,
): void {
  checkList(check, path, exportTo, exported);
  if (exportTo === undefined || !isKnown(exportTo)) {
    return;
  }
  if (exportTo.length === 0) {
    check.fail(path, "is empty; leave it out for all namespaces");
  }
  checkUnique(check, exportTo, (i) => `${path}[${i}]`);
  exportTo.forEach((to, i) => {
    if (to === "*" && exportTo.length > 1) {
      check.fail(`${path}[${i}]`, '"*" is all namespaces already; name it alone');
    }
  });
}

/** Arguments with all defaults filled in, and the object that follows from them. */
interface TrafficPolicyPlan {
  /** What Pulumi shows and keeps as the component's inputs. */
  inputs: Safe<TrafficPolicyArgs>;
  /** Full host name that the policy is for. */
  host: pulumi.Input<string>;
  object: NamedObject<DestinationRuleSpec>;
  /** What it says to the program that it is part of. */
  part: Part;
}

/** How the fields of the DestinationRule are called among the arguments. */
export const trafficPolicyArgument = (field: string): string =>
  field
    .replace(/^spec\.trafficPolicy\./, "")
    .replace(/^spec\.workloadSelector\.matchLabels/, "workloadSelector")
    .replace(/^spec\.host$/, "service")
    .replace(/^(spec|metadata)\./, "");

/** Throws one error with everything that is wrong. `program` is what it is part of. */
export function trafficPolicyPlan(
  component: string,
  unchecked: TrafficPolicyArgs,
  program: View = nothingSaid,
): TrafficPolicyPlan {
  const check = checkArguments("TrafficPolicy", component, unchecked);
  const { args } = check;
  const { workloadSelector } = args;
  const clusterDomain = clusterDomainOf(args.clusterDomain, program);
  const short = check.input("service", args.service, hostName);
  if (args.service === "*") {
    check.fail("service", '"*" is every service; set that in the mesh config, or name a host');
  }
  const namespace = check.input("namespace", args.namespace, dnsLabel);
  const name = check.input("name", args.name ?? component, dnsName);
  check.plain("clusterDomain", args.clusterDomain, dnsName);
  checkTrafficPolicy(check, "", args);
  const selector = checkSelector(
    check,
    "workloadSelector",
    workloadSelector,
    "is empty; leave it out to choose all clients",
  );
  checkExportTo(check, "exportTo", args.exportTo);
  const seenIn = args.exportTo && isKnown(args.exportTo) ? args.exportTo : [];
  if (workloadSelector && seenIn.some((to) => isKnown(to) && to !== ".")) {
    check.fail(
      "exportTo",
      'a policy with workloadSelector is for its own namespace; allowed: ["."]',
    );
  }
  check.labels(args.labels);
  check.annotations(args.annotations);
  const safe = check.done();
  const host = serviceHost(short, namespace, clusterDomain);
  const service = serviceOf(host);
  const declared = service ? program.said("service", service) : [];
  const preferNear = declared.some(prefersNear);
  const exportTo = safe.exportTo ?? (workloadSelector && ["."]);
  return {
    inputs: { ...safe, name },
    part: trafficPolicyPart(
      {
        owner: `TrafficPolicy ${shown(component)}`,
        host,
        namespace,
        name,
        demands: domainDemands(args.clusterDomain, program, [{ service: short, path: "service" }]),
        ...(safe.exportTo && { exportTo: safe.exportTo }),
        ...(selector && { selector }),
      },
      safe,
      preferNear,
      program,
    ),
    host,
    object: {
      name,
      namespace,
      labels: withMetadata(safe.labels),
      annotations: withMetadata(safe.annotations),
      spec: {
        host,
        trafficPolicy: trafficPolicySpec(safe, { preferNear }),
        ...(selector && { workloadSelector: { matchLabels: selector } }),
        ...(exportTo && { exportTo }),
      },
    },
  };
}
