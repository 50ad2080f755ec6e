import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../../../arguments/argument-check";
import { checkedWith } from "../../../arguments/checked-with";
import { checkAtMostOne } from "../../../arguments/choice";
import { given } from "../../../arguments/fields";
import { checkList, type LateList } from "../../../arguments/late-list";
import {
  dnsLabel,
  host,
  metadataKey,
  port,
  type Test,
  textTest,
} from "../../../arguments/predicates";
import { checkSelector } from "../../../arguments/selector";
import { shown } from "../../../arguments/shown";
import { isKnown, whenKnown } from "../../../arguments/when-known";
import { isNamespacedName } from "../../../values/namespaced-name";
import { portNameProblem } from "../../../values/port";
import { Dialect } from "../dialect";
import { checkMost, httpRouteLimits } from "../http/http-route-limits";
import type { Mirror } from "../http/mirror-args";
import { refuseCallers } from "../http/request-callers";
import { checkRequestMatch } from "../http/request-match";
import { checkOrder } from "../http/request-match-order";
import { serviceHost } from "../service-host";
import type { CanaryArgs, CanaryMatch } from "./canary-args";

const fromSubset = "a DestinationRule adds its labels to the Service's selector";
const fromService = 'in dialect "istio" requests go to the Service\'s own ports';

/** Arguments that stand for what a version's Service repeats, and why a subset does without. */
const ofVersionServices = {
  selector: fromSubset,
  targetPort: fromService,
  targetPortName: fromService,
  appProtocol: fromService,
} as const;

/** One rule of the HTTPRoute is that of the weights, and one parent may be the Service. */
function checkLimits(check: ArgumentCheck, args: CanaryArgs): void {
  const { matches = [], versions, gateways = [], hosts = [] } = args;
  const { rules, backends, parents, hosts: mostHosts } = httpRouteLimits;
  if (matches.length >= rules) {
    check.fail(
      "matches",
      `has ${matches.length} entries; an HTTPRoute holds ${rules - 1} beside the weights`,
    );
  }
  checkMost(check, "versions", versions.length, backends, "entries");
  checkMost(check, "gateways", gateways.length, parents, "entries");
  checkMost(check, "hosts", isKnown(hosts) ? hosts.length : 0, mostHosts, "entries");
}

/** Arguments that only one dialect can express. */
export function checkDialect(check: ArgumentCheck, args: CanaryArgs, dialect: Dialect): void {
  if (dialect === Dialect.GatewayApi) {
    checkLimits(check, args);
  }
  for (const [name, reason] of Object.entries(ofVersionServices)) {
    if (dialect === Dialect.Istio && args[name as keyof typeof ofVersionServices] !== undefined) {
      check.fail(name, `is for dialect "gateway-api" only, and dialect is "istio": ${reason}`);
    }
  }
}

const portName = textTest(portNameProblem);

/** As Kubernetes has it: a name, with the domain of who made it up in front. */
const appProtocol: Test<string> = (value) =>
  metadataKey(value) &&
  `${shown(value)} is no protocol of an application; write "http", "grpc", "kubernetes.io/h2c" or the like`;

/** What is said of a Service that the program does not declare. */
export function checkServicePort(check: ArgumentCheck, args: CanaryArgs): void {
  checkAtMostOne(check, "targetPort", { object: args, names: ["targetPort", "targetPortName"] });
  check.input("targetPort", args.targetPort, port);
  check.input("targetPortName", args.targetPortName, portName);
  check.input("appProtocol", args.appProtocol, appProtocol);
  checkSelector(check, "selector", args.selector, "is empty; leave it out, or name labels");
}

const gatewayName: Test<string> = (value) =>
  isNamespacedName(value)
    ? undefined
    : `${shown(value)} is not a gateway; write "mesh", "name" or "namespace/name"`;

/** Gateways and hosts that are safe to use. */
export interface Positions {
  mesh: boolean;
  gateways: pulumi.Input<string>[];
  hosts: LateList<string>;
}

/** A gateway has to know the host that it is asked for; the mesh knows the Service. */
export function checkPositions(check: ArgumentCheck, args: CanaryArgs): Positions {
  const { gateways: all = ["mesh"], hosts = [] } = args;
  const gateways = all.filter((gateway) => gateway !== "mesh");
  if (all.length === 0) {
    check.fail("gateways", 'is empty; name "mesh" or a gateway');
  }
  const noHosts = isKnown(hosts) && hosts.length === 0;
  if (gateways.length > 0 && noHosts) {
    check.fail(
      "hosts",
      "is missing; name the hosts that the gateways are asked for, as their servers have them (IST0132)",
    );
  }
  if (gateways.length === 0 && !noHosts) {
    check.fail("hosts", "is for gateways, and gateways names none; name the gateway of the hosts");
  }
  return {
    mesh: all.includes("mesh"),
    gateways: gateways.map((gateway) =>
      check.input(`gateways[${all.indexOf(gateway)}]`, gateway, gatewayName),
    ),
    hosts: checkList(check, "hosts", hosts, host) ?? [],
  };
}

type Labels = { [key: string]: pulumi.Input<string> };

/** Labels as a text that is the same for the same labels; nothing while a part is unknown. */
function labelText(labels: pulumi.Input<Labels>): string | undefined {
  return isKnown(labels) && Object.values(labels).every((value) => isKnown(value))
    ? JSON.stringify(Object.entries(labels).sort())
    : undefined;
}

/** Versions whose objects have names, and Pods of their own. */
export function checkVersions(check: ArgumentCheck, { service, versions }: CanaryArgs): void {
  const labels = versions.map((version) => labelText(labelsOf(version)));
  versions.forEach((version, i) => {
    const at = `versions[${i}]`;
    const ofVersion: Test<string> = (short) => dnsLabel(`${short}-${version.name}`);
    if (!dnsLabel(version.name)) {
      if (isKnown(service)) {
        check.plain(`${at}.name`, service, ofVersion);
      } else {
        check.input("service", service, ofVersion);
      }
    }
    checkSelector(
      check,
      `${at}.labels`,
      version.labels,
      "is empty; without labels it would be all Pods of the Service",
    );
    const same = labels[i] === undefined ? i : labels.indexOf(labels[i]);
    if (same < i && versions[same]?.name !== version.name) {
      check.fail(
        `${at}.labels`,
        `are those of ${versions[same]?.name}, ${shown(labelsOf(version))}; they have to tell its Pods apart`,
      );
    }
  });
}

/** Labels that tell the Pods of a version apart. */
export const labelsOf = ({
  name,
  labels,
}: Pick<CanaryArgs["versions"][number], "name" | "labels">): pulumi.Input<Labels> =>
  labels ?? { version: name };

const versionOf =
  ({ versions }: CanaryArgs): Test<string> =>
  (version) => {
    const names = versions.map(({ name }) => name);
    return names.includes(version)
      ? undefined
      : `${shown(version)} is not among the versions (KIA1107); allowed: ${names.join(", ")}`;
  };

/** Whether a mirror is to the service itself; a name may say so only when it arrives. */
function isOwn(mirror: Mirror, args: CanaryArgs): pulumi.Input<boolean> {
  const { service = args.service, namespace = args.namespace } = mirror;
  const isShort = isKnown(service) && !service.includes(".");
  if (isShort && isKnown(args.service) && service !== args.service) {
    return false;
  }
  if (service === args.service && namespace === args.namespace) {
    return true;
  }
  const fullName = (name: string, where: string) => serviceHost(name, where, args.clusterDomain);
  return whenKnown(
    [service, namespace, args.service, args.namespace],
    (name: string, where: string, ownName: string, own: string) =>
      fullName(name, where) === fullName(ownName, own),
  );
}

/** A mirror to a version of the service itself needs that version; what comes back is safe to use. */
export function checkOwnMirrors(check: ArgumentCheck, args: CanaryArgs): Mirror[] | undefined {
  return args.mirrors?.map((mirror, i) => {
    const { service = args.service, version } = mirror;
    const problem = version === undefined ? undefined : versionOf(args)(version);
    const test: Test<readonly [boolean, string]> = ([own]) => (own ? problem : undefined);
    return problem === undefined
      ? mirror
      : {
          ...mirror,
          service: checkedWith(check, `mirrors[${i}].version`, isOwn(mirror, args), service, test),
        };
  });
}

/** Matches that are safe to use. Each names a version, has a condition and is reached. */
export function checkMatches(
  check: ArgumentCheck,
  args: CanaryArgs,
  dialect: Dialect,
): CanaryMatch[] {
  const { matches = [] } = args;
  const checked = matches.map(({ version, ...match }, i) => {
    const at = `matches[${i}]`;
    const problem = versionOf(args)(version);
    if (problem) {
      check.fail(`${at}.version`, problem);
    }
    if (Object.keys(given(match)).length === 0) {
      check.fail(at, "has no condition and would take every request; name one, or use weights");
    }
    if (dialect === Dialect.Istio && !(args.gateways ?? ["mesh"]).includes("mesh")) {
      refuseCallers(check, at, match);
    }
    return { ...checkRequestMatch(check, at, match, dialect), version };
  });
  const placed = matches.map(({ version, ...match }, i) => ({
    path: `matches[${i}]`,
    rule: i,
    match: given(match),
  }));
  checkOrder(
    check,
    [...placed, { path: "the rule of the weights", rule: placed.length, match: {} }],
    dialect,
  );
  return checked;
}
