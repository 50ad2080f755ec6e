import type * as pulumi from "@pulumi/pulumi";
import { recall } from "../../../arguments/known-output";
import type { LateList } from "../../../arguments/late-list";
import { shown } from "../../../arguments/shown";
import { serviceOfHost } from "../../../values/service-host";
import type { ServiceFact } from "../../program/facts/service-facts";
import { chosenBy } from "../../program/labels";
import {
  type Demand,
  demand,
  type EndCheck,
  type Fact,
  objectClaim,
  type Part,
} from "../../program/part";
import type { View } from "../../program/view";
import { visibleIn } from "../../routing/external/external-host-claim";
import { needsWaypoint } from "../../routing/needs-waypoint";
import { shownPort } from "../../routing/port-protocol";
import { homesOf, hostRuleFacts, isLookedFor, notInsteadOf, tlsPorts } from "./host-rule";
import { httpOnlyDemands } from "./http-only";
import { actsFrom, actsOnlyFrom, decidingField } from "./outlier-detection";
import type { OutlierDetection } from "./outlier-detection-args";
import { plainTextChecks } from "./plain-text";
import { portSettingChecks } from "./port-settings";
import type { TrafficPolicyOptions } from "./traffic-policy-args";
import { type PolicyPlace, trafficPolicyClaim } from "./traffic-policy-claim";

/** Namespace and name of the Service that a full host stands for. */
export const serviceOf = (host: pulumi.Input<string>) => serviceOfHost(recall(host) ?? "");

/** Pods behind a Service, when the program says how many each of its Deployments has. */
function podsOf(namespace: string, { selector }: ServiceFact, program: View): number | undefined {
  const wanted = selector ?? {};
  const chosen = program
    .said("workload")
    .filter(({ namespace: own, labels }) => own === namespace && chosenBy(wanted, labels));
  const counts = chosen.map(({ replicas }) => replicas);
  return Object.keys(wanted).length === 0 || counts.length === 0 || counts.includes(undefined)
    ? undefined
    : counts.reduce((sum: number, count) => sum + (count ?? 0), 0);
}

/** So many Pods a Service easily has. */
const usual = 3;

/** With one Pod there is nobody to send requests to instead, whatever the percentage is. */
function tooFew(outlier: OutlierDetection, pods: number | undefined): string | undefined {
  const from = actsFrom(outlier);
  if (from === undefined || (pods === undefined ? from <= usual : from <= pods || pods < 2)) {
    return undefined;
  }
  const have = pods === undefined ? "with fewer none ever is" : `and the program has ${pods}`;
  return `${actsOnlyFrom(outlier, from)}, ${have}; write at least ${Math.ceil(100 / (pods ?? usual))}`;
}

/** Whether clients are to prefer near endpoints, as the Service itself says. */
export function prefersNear({ declared }: ServiceFact): boolean {
  const { trafficDistribution } = (declared?.spec ?? {}) as { trafficDistribution?: unknown };
  return trafficDistribution !== undefined;
}

/** Says at the end of the program that none of its Pods can ever be left out. */
const outlierCheck = (
  service: readonly [string, string],
  path: string,
  outlier: OutlierDetection,
): EndCheck => ({
  path: `${path}.${decidingField(outlier)}`,
  reason(program) {
    const [known] = program.said("service", service);
    return tooFew(outlier, known && podsOf(service[0], known, program));
  },
});

/** Says of a Service that was declared too late to be asked what the rule overrules in it. */
export function localityChecks(
  host: pulumi.Input<string>,
  path: string,
  { loadBalancer, outlierDetection }: TrafficPolicyOptions,
): EndCheck[] {
  const service = serviceOf(host);
  if (service === undefined || !outlierDetection || loadBalancer?.localityLbSetting) {
    return [];
  }
  return [
    {
      path,
      reason: (program) =>
        program.said("service", service).some(prefersNear)
          ? "overrules the trafficDistribution of the Service, which was declared after it; declare the Service before, or say in loadBalancer.localityLbSetting whether near endpoints are preferred"
          : undefined,
    },
  ];
}

/** Says of all outlier detection in the options of a Service's policy when it cannot act. */
export function outlierChecks(
  host: pulumi.Input<string>,
  path: (inner: string) => string,
  { outlierDetection, portLevelSettings = [] }: TrafficPolicyOptions,
): EndCheck[] {
  const service = serviceOf(host);
  const found = [
    ["outlierDetection", outlierDetection] as const,
    ...portLevelSettings.map(
      (port, i) => [`portLevelSettings[${i}].outlierDetection`, port.outlierDetection] as const,
    ),
  ];
  return found.flatMap(([name, outlier]) =>
    service && outlier ? [outlierCheck(service, path(name), outlier)] : [],
  );
}

/** Settings of a port that the Service does not have are nobody's. */
export function portDemands(
  host: pulumi.Input<string>,
  path: (inner: string) => string,
  { portLevelSettings = [] }: TrafficPolicyOptions,
): Demand[] {
  const service = serviceOf(host);
  return portLevelSettings.flatMap(({ port }, i) => {
    const number = recall(port);
    return service === undefined || number === undefined
      ? []
      : [
          demand({
            topic: "service",
            key: service,
            path: path(`portLevelSettings[${i}].port`),
            test: ({ ports, portsArriveLater }) =>
              portsArriveLater || ports.some((one) => one.port === number)
                ? undefined
                : `${number} is none of the Service's ports; allowed: ${ports.map(shownPort).join(", ")}`,
          }),
        ];
  });
}

/** ztunnel reads no policies of clients. */
const inAmbient = (host: pulumi.Input<string>): EndCheck[] => {
  const [namespace, name] = serviceOf(host) ?? [];
  return namespace === undefined || name === undefined
    ? []
    : [needsWaypoint(namespace, name, "service")];
};

/** Clients of a host that all go through an egress gateway call the gateway, under its own rules. */
const throughGateway = ({ host, namespace }: PolicyPlace): EndCheck => ({
  path: "service",
  reason(program) {
    const all = program.said("externalHost", [host]);
    const [route] = all;
    const isElsewhere = all.every(
      (one) => one.routed && one.namespace !== undefined && one.namespace !== recall(namespace),
    );
    return route && isElsewhere && recall(namespace) !== undefined
      ? `${recall(host)} is called through the gateway of ${route.owner}, and by the gateway's Pods alone, which follow rules of their own namespace; write namespace: ${shown(route.namespace)} to set how the gateway calls the host, or name the gateway's Service`
      : undefined;
  },
});

/** Whom the policy is for, and what it is called. */
interface PlannedPolicy extends PolicyPlace {
  /** In the words of an error: `TrafficPolicy "web"`. */
  owner: string;
  name: pulumi.Input<string>;
  /** What its names rely on. */
  demands: readonly Demand[];
  exportTo?: LateList<string>;
}

/** What clients elsewhere cannot do without, where it is the rule that they look for. */
function neededRule(place: PlannedPolicy, options: TrafficPolicyOptions, program: View): Fact[] {
  const { owner, host, exportTo, selector } = place;
  const [known, namespace] = [recall(host), recall(place.namespace)];
  return selector !== undefined ||
    known === undefined ||
    namespace === undefined ||
    !homesOf(known, program).includes(namespace)
    ? []
    : hostRuleFacts(host, "tls", {
        owner,
        namespace,
        visibleIn: visibleIn(namespace, exportTo).flatMap((one) => recall(one) ?? []),
        subsets: [],
        tlsAt: tlsPorts(options),
        way: "write tls in both",
      });
}

/** What a TrafficPolicy says to the program that it is part of. */
export const trafficPolicyPart = (
  place: PlannedPolicy,
  options: TrafficPolicyOptions,
  preferNear: boolean,
  program: View,
): Part => ({
  claims: [
    trafficPolicyClaim(
      place,
      "service",
      "say all of it in one TrafficPolicy, or in `trafficPolicy` of the Canary or ExternalService that has the host",
    ),
    objectClaim("DestinationRule", [place.namespace, place.name], "name"),
  ],
  facts: neededRule(place, options, program),
  demands: [
    ...place.demands,
    ...portDemands(place.host, (inner) => inner, options),
    ...httpOnlyDemands(place.host, (inner) => inner, options),
    notInsteadOf(place, "service", options, program),
  ],
  atEnd: [
    ...inAmbient(place.host),
    throughGateway(place),
    ...isLookedFor(place, place.exportTo),
    ...plainTextChecks(serviceOf(place.host), (inner) => inner, options),
    ...outlierChecks(place.host, (inner) => inner, options),
    ...portSettingChecks((inner) => inner, options),
    ...(preferNear ? [] : localityChecks(place.host, "outlierDetection", options)),
  ],
});
