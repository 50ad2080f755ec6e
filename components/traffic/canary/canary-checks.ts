import type * as pulumi from "@pulumi/pulumi";
import { serviceHost } from "../../resources/service-host";
import type { ArgumentCheck } from "../../validation/argument-check";
import { checkedWith } from "../../validation/checked-with";
import { given } from "../../validation/fields";
import { shown } from "../../validation/shown";
import { dnsLabel, host, type Test } from "../../validation/tests";
import { isKnown, whenKnown } from "../../validation/when-known";
import { Dialect } from "../dialect";
import type { Mirror } from "../http/mirror-args";
import { checkRequestMatch } from "../http/request-match";
import { checkOrder } from "../http/request-match-order";
import type { CanaryArgs, CanaryMatch } from "./canary-args";

/** An HTTPRoute holds 16 rules, one of which is that of the weights. */
const mostMatches = 15;

/** Arguments that only one dialect can express, and what the other needs. */
export function checkDialect(check: ArgumentCheck, args: CanaryArgs, dialect: Dialect): void {
  if (dialect === Dialect.GatewayApi && args.port === undefined) {
    check.fail("port", 'is missing; dialect "gateway-api" needs the port of the Service');
  }
  if (dialect === Dialect.GatewayApi && (args.matches?.length ?? 0) > mostMatches) {
    check.fail(
      "matches",
      `has ${args.matches?.length} entries; an HTTPRoute holds ${mostMatches} beside the weights`,
    );
  }
  if (dialect === Dialect.Istio && args.selector !== undefined) {
    check.fail(
      "selector",
      'is for dialect "gateway-api" only, and dialect is "istio": a DestinationRule adds its labels to the Service\'s selector',
    );
  }
}

const gatewayName: Test<string> = (value) => {
  const parts = value.split("/");
  return parts.length <= 2 && !parts.some((part) => dnsLabel(part))
    ? undefined
    : `${shown(value)} is not a gateway; write "mesh", "name" or "namespace/name"`;
};

/** Gateways and hosts that are safe to use. */
export interface Positions {
  mesh: boolean;
  gateways: pulumi.Input<string>[];
  hosts: pulumi.Input<string>[];
}

/** A gateway has to know the host that it is asked for; the mesh knows the Service. */
export function checkPositions(check: ArgumentCheck, args: CanaryArgs): Positions {
  const { gateways: all = ["mesh"], hosts = [] } = args;
  const gateways = all.filter((gateway) => gateway !== "mesh");
  if (all.length === 0) {
    check.fail("gateways", 'is empty; name "mesh" or a gateway');
  }
  if (gateways.length > 0 && hosts.length === 0) {
    check.fail(
      "hosts",
      "is missing; name the hosts that the gateways are asked for, as their servers have them (IST0132)",
    );
  }
  if (gateways.length === 0 && hosts.length > 0) {
    check.fail("hosts", "is for gateways, and gateways names none; name the gateway of the hosts");
  }
  return {
    mesh: all.includes("mesh"),
    gateways: gateways.map((gateway) =>
      check.input(`gateways[${all.indexOf(gateway)}]`, gateway, gatewayName),
    ),
    hosts: hosts.map((name, i) => check.input(`hosts[${i}]`, name, host)),
  };
}

/** Two versions with the same Pods are one. */
export function checkVersions(check: ArgumentCheck, { service, versions }: CanaryArgs): void {
  const labels = versions.map((version) =>
    JSON.stringify(Object.entries(labelsOf(version)).sort()),
  );
  versions.forEach((version, i) => {
    const at = `versions[${i}]`;
    if (!dnsLabel(version.name)) {
      check.plain(`${at}.name`, `${service}-${version.name}`, dnsLabel);
    }
    if (Object.keys(labelsOf(version)).length === 0) {
      check.fail(`${at}.labels`, "is empty; without labels it would be all Pods of the Service");
    }
    const same = labels.indexOf(labels[i] ?? "");
    if (same < i && versions[same]?.name !== version.name) {
      check.fail(
        `${at}.labels`,
        `are those of ${versions[same]?.name}, ${shown(labelsOf(version))}; they have to tell its Pods apart`,
      );
    }
  });
}

/** Labels that tell the Pods of a version apart. */
export const labelsOf = ({ name, labels }: CanaryArgs["versions"][number]) =>
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
  if (isKnown(service) && !service.includes(".") && service !== args.service) {
    return false;
  }
  if (service === args.service && namespace === args.namespace) {
    return true;
  }
  const fullName = (name: string, where: string) => serviceHost(name, where, args.clusterDomain);
  return whenKnown(
    [service, namespace, args.namespace],
    (name: string, where: string, own: string) =>
      fullName(name, where) === fullName(args.service, own),
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
