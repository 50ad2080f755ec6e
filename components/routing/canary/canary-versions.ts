import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../../../arguments/argument-check";
import { checkedWith } from "../../../arguments/checked-with";
import { given } from "../../../arguments/fields";
import { dnsLabel, type Test } from "../../../arguments/predicates";
import { checkSelector } from "../../../arguments/selector";
import { shown } from "../../../arguments/shown";
import { isKnown, whenKnown } from "../../../arguments/when-known";
import { Dialect } from "../dialect";
import type { Mirror } from "../http/mirror-args";
import { refuseCallers } from "../http/request-callers";
import { checkRequestMatch } from "../http/request-match";
import { checkOrder } from "../http/request-match-order";
import { serviceHost } from "../service-host";
import type { CanaryArgs, CanaryMatch } from "./canary-args";

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
