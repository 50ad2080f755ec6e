import type { ArgumentCheck, Safe } from "../../../arguments/argument-check";
import { checkArguments } from "../../../arguments/check-arguments";
import { dnsLabel, dnsName, type Test } from "../../../arguments/predicates";
import { shown } from "../../../arguments/shown";
import { checkUnique } from "../../../arguments/unique";
import { isKnown, whenKnown } from "../../../arguments/when-known";
import { hostInName } from "../../../values/host";
import {
  networkingV1,
  useWaypointLabel,
  useWaypointNamespaceLabel,
} from "../../../values/known-names";
import { isCalledLikeAService } from "../../../values/service-host";
import { withMetadata } from "../../metadata";
import { actsFrom, actsOnlyFrom, decidingField } from "../../policies/traffic/outlier-detection";
import type { OutlierDetection } from "../../policies/traffic/outlier-detection-args";
import { trafficPolicySpec } from "../../policies/traffic/traffic-policy-options";
import type { Part } from "../../program/part";
import type { NamedObject } from "../../resources/named-object";
import type { DestinationRuleSpec } from "../../resources/networking/destination-rule";
import type { ServiceEntryPort, ServiceEntrySpec } from "../../resources/networking/service-entry";
import { objectRefusals, warningsToo } from "../../resources/object-refusals";
import {
  type ExternalPort,
  type ExternalServiceArgs,
  Resolution,
  ServiceLocation,
} from "./external-service-args";
import { checkExternalPolicy, externalPolicy } from "./external-service-policy";
import { externalServicePart } from "./external-service-together";

/** istiod takes no notice of a ServiceEntry that calls itself like a Service. */
function checkOutside(check: ArgumentCheck, { hosts, location }: ExternalServiceArgs): void {
  if (location !== undefined && location !== ServiceLocation.MeshExternal) {
    return;
  }
  hosts.forEach((host, i) => {
    if (typeof host === "string" && isCalledLikeAService(host)) {
      check.fail(
        `hosts[${i}]`,
        `${shown(host)} is the name of a Service of the cluster, which proxies know already; leave it out, or write location "MESH_INTERNAL" if no Service has it`,
      );
    }
  });
}

/** How many endpoints there are, where that is not for DNS to say. */
function endpointsOf({ endpoints, resolution }: ExternalServiceArgs): number | undefined {
  if (resolution === Resolution.DnsRoundRobin) {
    return 1; // One name, whose addresses are taken in turn.
  }
  return resolution === Resolution.Static ? endpoints?.length : undefined;
}

/** Reports outlier detection that can never leave out one of the endpoints. */
function checkActs(check: ArgumentCheck, args: ExternalServiceArgs): void {
  const count = endpointsOf(args);
  const { outlierDetection, portLevelSettings = [] } = args.trafficPolicy ?? {};
  const all: [string, OutlierDetection | undefined][] = [
    ["trafficPolicy", outlierDetection],
    ...portLevelSettings.map((port, i): [string, OutlierDetection | undefined] => [
      `trafficPolicy.portLevelSettings[${i}]`,
      port.outlierDetection,
    ]),
  ];
  for (const [path, outlier] of all) {
    const from = outlier && actsFrom(outlier);
    if (outlier && count !== undefined && from !== undefined && from > count) {
      const way =
        count === 1
          ? "; leave it out, or write maxEjectionPercent 100 to have requests answered with 503 at once while the only one fails"
          : `; write at least ${Math.ceil(100 / count)}`;
      check.fail(
        `${path}.outlierDetection.${decidingField(outlier)}`,
        `${actsOnlyFrom(outlier, from)}, and the service has ${count}${way}`,
      );
    }
  }
}

/** Clients that call `https://` at a port that is told to be HTTP are not recognized there. */
const externalServiceDoubts = ({ ports }: ExternalServiceArgs): string[] =>
  ports.flatMap(({ port: number, protocol, tls }, i) =>
    tls && isKnown(number) && number === 443 && isKnown(protocol) && protocol === "HTTP"
      ? [
          `ports[${i}].port: 443 is for clients that call http://<host>:443; those that call https:// are not recognized, and go out without this TLS. Write port: 80 and let clients call http://<host>`,
        ]
      : [],
  );

/** The rule of one host, and what follows the component's name in the name of its resource. */
interface HostRule {
  suffix: string;
  rule: NamedObject<DestinationRuleSpec>;
}

/** Arguments with all defaults filled in, and the objects that follow from them. */
interface ExternalServicePlan {
  /** What Pulumi shows and keeps as the component's inputs. */
  inputs: Safe<ExternalServiceArgs>;
  entry: NamedObject<ServiceEntrySpec>;
  /** How clients talk to each host; none when nothing is said about it. */
  rules: HostRule[];
  /** What it says to the program that it is part of. */
  part: Part;
  /** What is shown at the component. */
  warnings: string[];
}

const defaultTlsPort = 443;

const entryPort = ({
  port: number,
  protocol,
  name,
  targetPort,
  tls,
}: ExternalPort): ServiceEntryPort => {
  const target = targetPort ?? (tls ? defaultTlsPort : undefined);
  return {
    name:
      name ?? whenKnown([protocol, number], (p: string, n: number) => `${p.toLowerCase()}-${n}`),
    number,
    protocol,
    ...(target !== undefined && { targetPort: target }),
  };
};

function entrySpec(args: ExternalServiceArgs): ServiceEntrySpec {
  const { endpoints, addresses, subjectAltNames, exportTo } = args;
  return {
    hosts: args.hosts,
    ports: args.ports.map(entryPort),
    location: args.location ?? ServiceLocation.MeshExternal,
    resolution: args.resolution ?? Resolution.Dns,
    ...(endpoints && { endpoints }),
    ...(addresses && { addresses }),
    ...(subjectAltNames && { subjectAltNames }),
    ...(exportTo && { exportTo }),
  };
}

const useWaypoint = ({ waypoint, waypointNamespace }: ExternalServiceArgs) => ({
  ...(waypoint !== undefined && { [useWaypointLabel]: waypoint }),
  ...(waypointNamespace !== undefined && { [useWaypointNamespaceLabel]: waypointNamespace }),
});

const someWeight: Test<number> = (value) =>
  value === 0
    ? '0 is "not set" to Istio, which means 1; leave the endpoint out to send nothing there'
    : undefined;

/** What the rules of ServiceEntry leave open. */
function checkEntry(check: ArgumentCheck, { ports, ...args }: ExternalServiceArgs): void {
  if (ports.length === 0) {
    check.fail("ports", "is empty; name at least one port");
  }
  if (args.resolution === Resolution.Static && !args.endpoints?.length) {
    check.fail("endpoints", 'is missing; resolution "STATIC" needs the addresses');
  }
  args.endpoints?.forEach(({ weight }, i) => {
    check.input(`endpoints[${i}].weight`, weight, someWeight);
  });
  if (args.waypointNamespace !== undefined && args.waypoint === undefined) {
    check.fail("waypointNamespace", "is without effect, as waypoint is missing");
  }
  checkUnique(check, args.hosts, (i) => `hosts[${i}]`);
}

/**
 * How the fields of the ServiceEntry are called among the arguments. What is wrong with the whole is
 * wrong with how its addresses are found.
 */
export const externalServiceArgument = (field: string): string =>
  field === "spec"
    ? "resolution"
    : field.replace(/^(spec|metadata)\./, "").replace(/^(ports\[\d+\])\.number$/, "$1.port");

/** Throws one error with everything that is wrong. */
export function externalServicePlan(
  component: string,
  unchecked: ExternalServiceArgs,
): ExternalServicePlan {
  const check = checkArguments("ExternalService", component, unchecked);
  const { args } = check;
  const namespace = check.input("namespace", args.namespace, dnsLabel);
  const name = check.input("name", args.name ?? component, dnsName);
  check.input("waypoint", args.waypoint, dnsLabel);
  check.input("waypointNamespace", args.waypointNamespace, dnsLabel);
  checkEntry(check, args);
  const reserved = Object.keys(useWaypoint(args));
  check.labels(args.labels, reserved);
  check.annotations(args.annotations);
  checkOutside(check, args);
  checkExternalPolicy(check, args);
  checkActs(check, args);
  const judged = {
    apiVersion: networkingV1,
    kind: "ServiceEntry",
    spec: entrySpec(args),
  };
  check.failUnlessTold(objectRefusals(judged, externalServiceArgument, warningsToo));
  const safe = check.done();
  const policy = externalPolicy(safe);
  const metadata = { namespace, annotations: withMetadata(safe.annotations) };
  const entry = {
    name,
    ...metadata,
    labels: withMetadata(safe.labels, useWaypoint(safe)),
    spec: entrySpec(safe),
  };
  const rules = (policy ? safe.hosts : []).map((host, i, all): HostRule => {
    const suffix = all.length === 1 ? "" : `-${isKnown(host) ? hostInName(host) : i}`;
    return {
      suffix,
      rule: {
        name: whenKnown([name], (known: string) => `${known}${suffix}`),
        ...metadata,
        labels: withMetadata(safe.labels),
        spec: {
          host,
          trafficPolicy: trafficPolicySpec(policy ?? {}),
          ...(safe.exportTo && { exportTo: safe.exportTo }),
        },
      },
    };
  });
  const owner = `ExternalService ${JSON.stringify(component)}`;
  const part = externalServicePart(owner, safe, { entry, rules: rules.map(({ rule }) => rule) });
  const warnings = externalServiceDoubts(safe).map((text) => `${owner}: ${text}`);
  return { inputs: { ...safe, name }, entry, rules, part, warnings };
}
