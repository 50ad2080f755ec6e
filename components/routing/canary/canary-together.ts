import * as pulumi from "@pulumi/pulumi";
import { recall } from "../../../arguments/known-output";
import { isKnown } from "../../../arguments/when-known";
import { hostRuleFacts } from "../../policies/traffic/host-rule";
import { httpOnlyDemands } from "../../policies/traffic/http-only";
import { plainTextChecks } from "../../policies/traffic/plain-text";
import { portSettingChecks } from "../../policies/traffic/port-settings";
import {
  localityChecks,
  outlierChecks,
  portDemands,
} from "../../policies/traffic/traffic-policy-together";
import { currentProgram } from "../../program/current-program";
import { serviceFact } from "../../program/declared-object";
import type { ServiceFact } from "../../program/facts/service-facts";
import { joinProgram } from "../../program/join";
import type { Member } from "../../program/member";
import { labelledWaypoint } from "../../program/named-waypoint";
import { type Demand, demand, fact, type Part } from "../../program/part";
import { Dialect } from "../dialect";
import { gatewayDemand, hostDemands, type RoutedHost } from "../gateway-known";
import { targetDemands } from "../http/http-options-version";
import { mirrorChecks } from "../http/mirror";
import { callersAtWaypoint } from "../http/request-callers";
import { needsWaypoint } from "../needs-waypoint";
import { serviceHost } from "../service-host";
import { type CanaryNames, canaryClaims, canaryPositionClaims, fullGateway } from "./canary-claims";
import { versionServices } from "./canary-gateway-api";
import type { CanaryPlan } from "./canary-plan";
import { afterCanary, isUnseen } from "./declared-later";
import { enrolmentCheck } from "./enrolment";
import { versionPodChecks } from "./version-pods";

const words = ({ namespace, service }: CanaryNames) => `${namespace}/${service}`;

/** What was taken for granted of a Service that the program does not declare before the canary. */
function originalDemand(spec: CanaryPlan, names: CanaryNames): Demand[] {
  const { targetPort, targetPortName } = spec.inputs;
  if (!isUnseen(spec)) {
    return [];
  }
  const isSaid = targetPort !== undefined || targetPortName !== undefined;
  return [
    demand({
      topic: "service",
      key: [names.namespace, names.service],
      path: isSaid ? "service" : "targetPort",
      test: (declared: ServiceFact) => afterCanary(spec, declared),
      ...(spec.dialect === Dialect.GatewayApi &&
        !isSaid && {
          missing: () =>
            `is missing, and the program does not declare the Service ${words(names)}: the Services of the versions get ${recallPort(spec)} as target port too, and requests 503 if the Pods listen on another; write targetPort (and appProtocol, selector) as the Service has it, or declare the Service before the canary`,
        }),
    }),
  ];
}

const recallPort = ({ port }: CanaryPlan) =>
  typeof port === "number" ? `port ${port}` : "the port";

function facts(spec: CanaryPlan, names: CanaryNames, host: string, owner: string) {
  const { namespace, service } = names;
  const { dialect } = spec;
  const versions = spec.versions.map(({ name }) => name);
  const canary = fact({
    topic: "canary",
    key: [host],
    value: { owner, host, dialect, versions },
    path: "service",
  });
  if (dialect === Dialect.Istio) {
    const subsets = versions.map((version) =>
      fact({ topic: "subset", key: [host, version], value: { host, version }, path: "versions" }),
    );
    const rule = hostRuleFacts(host, "service", {
      owner,
      namespace,
      visibleIn: ["*"],
      subsets: versions,
      tlsAt: [],
      way: `say it in \`trafficPolicy\` of ${owner}`,
    });
    return [canary, ...subsets, ...rule];
  }
  const services = versionServices(spec).map(({ version, args }) =>
    fact({
      topic: "service",
      key: [namespace, `${service}-${version}`],
      value: serviceFact(args),
      path: "versions",
    }),
  );
  return [
    canary,
    ...services,
    fact({
      topic: "canaryServices",
      key: [namespace, service],
      value: { owner, names: versions.map((version) => `${service}-${version}`) },
      path: "service",
    }),
  ];
}

function gatewayDemands({ gateways, namespace, inputs }: CanaryPlan): Demand[] {
  const all = inputs.gateways ?? [];
  return gateways.map((gateway) =>
    gatewayDemand(fullGateway(gateway, namespace), `gateways[${all.indexOf(gateway)}]`),
  );
}

/** Hosts that arrive later are nobody's to judge. */
const routedHosts = ({ hosts }: CanaryPlan): RoutedHost[] =>
  isKnown(hosts) ? hosts.map((host, i) => ({ host, path: `hosts[${i}]` })) : [];

/** What the canary says when it knows its names. */
function canaryPart(spec: CanaryPlan, names: CanaryNames, owner: string): Part {
  // The labels reach the Services of the versions, of which the other dialect has none.
  const labels = spec.dialect === Dialect.GatewayApi ? spec.inputs.labels : undefined;
  const waypoint = labelledWaypoint(labels, names.namespace, "services", "labels");
  const { policy, context, dialect, options } = spec;
  const host = serviceHost(names.service, names.namespace, context.clusterDomain) as string;
  const inner = (name: string) => `trafficPolicy.${name}`;
  return {
    claims: canaryClaims(spec, names, host),
    facts: [
      ...facts(spec, names, host, owner),
      ...(spec.mesh
        ? [fact({ topic: "meshRoute", key: [host], path: "service", value: { owner, dialect } })]
        : []),
    ],
    demands: [
      ...spec.domainDemands,
      ...(policy
        ? [...portDemands(host, inner, policy), ...httpOnlyDemands(host, inner, policy)]
        : []),
      ...originalDemand(spec, names),
      ...gatewayDemands(spec),
      ...spec.gateways.flatMap((gateway) =>
        hostDemands(fullGateway(gateway, names.namespace), routedHosts(spec)),
      ),
      ...(options.mirrors ?? []).flatMap((mirror, i) =>
        targetDemands(mirror, { ...context, ...names }, dialect, `mirrors[${i}]`),
      ),
      ...waypoint.demands,
    ],
    atEnd: [
      ...waypoint.atEnd,
      ...mirrorChecks("mirrors", options.mirrors),
      ...versionPodChecks(spec, names.namespace, names.service),
      ...(dialect === Dialect.GatewayApi
        ? [enrolmentCheck(names.namespace, names.service, spec.enrolment)]
        : []),
      ...(spec.mesh
        ? [
            needsWaypoint(names.namespace, names.service, "service"),
            ...callersAtWaypoint(
              names.namespace,
              names.service,
              spec.matches.map((match, i) => ({ path: `matches[${i}]`, match })),
            ),
          ]
        : []),
      ...(policy
        ? [...outlierChecks(host, inner, policy), ...portSettingChecks(inner, policy)]
        : []),
      ...(policy ? plainTextChecks([names.namespace, names.service], inner, policy) : []),
      ...(policy && !spec.preferNear
        ? localityChecks(host, "trafficPolicy.outlierDetection", policy)
        : []),
    ],
  };
}

/** Names that arrive later are in all that the canary says; it is then said as soon as they are there. */
export function joinCanary(
  name: string,
  spec: CanaryPlan,
  opts: pulumi.ComponentResourceOptions | undefined,
): Member {
  const owner = `Canary ${JSON.stringify(name)}`;
  const [namespace, service] = [recall(spec.namespace), recall(spec.service)];
  const positions = canaryPositionClaims(spec, isKnown(spec.hosts) ? spec.hosts : []);
  const late = (member: Member) => {
    if (!isKnown(spec.hosts)) {
      pulumi.output(spec.hosts).apply((hosts) => {
        currentProgram().join(member, { claims: canaryPositionClaims(spec, hosts) });
      });
    }
    return member;
  };
  if (namespace !== undefined && service !== undefined) {
    const { claims = [], ...rest } = canaryPart(spec, { namespace, service }, owner);
    const part: Part = { ...rest, claims: [...claims, ...positions] };
    return late(joinProgram("Canary", name, part, opts));
  }
  const member = joinProgram("Canary", name, { claims: positions }, opts);
  currentProgram().joinWhenKnown(
    member,
    [spec.namespace, spec.service],
    ["canary", "meshRoute", "hostRule", "subset", "service", "canaryServices"],
    ([ns = "", short = ""]) => canaryPart(spec, { namespace: ns, service: short }, owner),
  );
  return late(member);
}
