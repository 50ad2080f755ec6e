import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../../validation/argument-check";
import { dnsLabel, host, type Test } from "../../validation/tests";
import { Dialect } from "../dialect";
import { given } from "../http/http-options-fields";
import { checkRequestMatch } from "../http/request-match";
import { checkOrder } from "../http/request-match-order";
import type { CanaryArgs, CanaryMatch } from "./canary-args";

const show = JSON.stringify;

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
    : `${show(value)} is not a gateway; write "mesh", "name" or "namespace/name"`;
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
  const labels = versions.map((version) => show(Object.entries(labelsOf(version)).sort()));
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
        `are those of ${versions[same]?.name}, ${show(labelsOf(version))}; they have to tell its Pods apart`,
      );
    }
  });
}

/** Labels that tell the Pods of a version apart. */
export const labelsOf = ({ name, labels }: CanaryArgs["versions"][number]) =>
  labels ?? { version: name };

function checkVersion(check: ArgumentCheck, path: string, version: string, names: string[]): void {
  if (!names.includes(version)) {
    check.fail(
      path,
      `${show(version)} is not among the versions (KIA1107); allowed: ${names.join(", ")}`,
    );
  }
}

/** A mirror to a version of the service itself needs that version. */
export function checkOwnMirrors(check: ArgumentCheck, args: CanaryArgs): void {
  const names = args.versions.map(({ name }) => name);
  args.mirrors?.forEach(({ service = args.service, namespace, version }, i) => {
    if (version !== undefined && service === args.service && namespace === undefined) {
      checkVersion(check, `mirrors[${i}].version`, version, names);
    }
  });
}

export function checkMatches(
  check: ArgumentCheck,
  args: CanaryArgs,
  dialect: Dialect,
): CanaryMatch[] {
  const names = args.versions.map(({ name }) => name);
  const { matches = [] } = args;
  const checked = matches.map(({ version, ...match }, i) => {
    const at = `matches[${i}]`;
    checkVersion(check, `${at}.version`, version, names);
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
