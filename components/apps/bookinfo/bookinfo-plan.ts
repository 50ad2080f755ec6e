import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck, Safe } from "../../../arguments/argument-check";
import { checkArguments } from "../../../arguments/check-arguments";
import { given } from "../../../arguments/fields";
import { oneOf } from "../../../arguments/one-of";
import { dnsLabel, imagePath, imageTag, integer } from "../../../arguments/predicates";
import { checkUnique } from "../../../arguments/unique";
import { istioHub } from "../../../values/known-names";
import versions from "../../../versions.json";
import { ServiceType } from "../../gateways/chart/gateway-chart-args";
import { serviceWaypointClaim } from "../../gateways/waypoint/waypoint-claim";
import { namedWaypoint } from "../../program/named-waypoint";
import type { EndCheck, Part } from "../../program/part";
import { serviceHost } from "../../routing/service-host";
import { callsOutside } from "../calls-outside";
import { principal } from "../principal";
import { checkVersions } from "../version-list";
import { type NamedWorkload, onePerNamespace, workloadPart } from "../workload";
import { type BookinfoArgs, type BookinfoServices, IpFamily } from "./bookinfo-args";
import { accountName, type BookinfoSettings, serviceWorkload } from "./bookinfo-workload";
import { asksMysql } from "./databases";
import { bookinfoServices, detailsVersions, ratingsVersions, reviewsVersions } from "./services";

/** Arguments with all defaults filled in, and the objects that follow from them. */
export interface BookinfoPlan {
  /** What Pulumi shows and keeps as the component's inputs. */
  inputs: Safe<BookinfoArgs>;
  /** What it says to the program that it is part of. */
  part: Part;
  services: NamedWorkload[];
  /** Full host name by service. */
  hosts: Record<string, pulumi.Input<string>>;
  /** Identity by service. */
  principals: Record<string, pulumi.Input<string>>;
}

const booksOutside = (namespace: pulumi.Input<string>, path: string): EndCheck =>
  callsOutside({
    host: "www.googleapis.com",
    port: 80,
    namespace,
    path,
    caller: "details v2",
  });

const serviceTypes = oneOf(Object.values(ServiceType));
const ipFamilies = oneOf(Object.values(IpFamily));

/** The same options, with types that are tested when they arrive. */
function checkedServices(
  check: ArgumentCheck,
  services: BookinfoServices | undefined,
): BookinfoServices | undefined {
  const checked = Object.entries(services ?? {}).map(([name, options]) => {
    const path = `services.${name}`;
    const families: IpFamily[] = options.ipFamilies ?? [];
    if (options.ipFamilies?.length === 0) {
      check.fail(`${path}.ipFamilies`, "is empty; leave it out for the cluster's first family");
    }
    families.forEach((family, i) => {
      check.plain(`${path}.ipFamilies[${i}]`, family, ipFamilies);
    });
    checkUnique(check, families, (i) => `${path}.ipFamilies[${i}]`);
    const type = check.input(`${path}.type`, options.type, serviceTypes);
    const waypoint = check.input(`${path}.waypoint`, options.waypoint, dnsLabel);
    return [name, given({ ...options, type, waypoint })];
  });
  return services && Object.fromEntries(checked);
}

/** Nobody else says which waypoint a Service has, and the one that is named has to take its requests. */
function waypointPart(
  services: BookinfoServices,
  namespace: pulumi.Input<string>,
): Required<Pick<Part, "claims" | "demands" | "atEnd">> {
  const named = Object.entries(services).flatMap(([name, { waypoint }]) =>
    waypoint === undefined ? [] : [{ name, waypoint, path: `services.${name}.waypoint` }],
  );
  const parts = named.map(({ waypoint, path }) =>
    namedWaypoint({ waypoint, namespace, path, passes: "services" }),
  );
  return {
    claims: named.map(({ name, path }) => serviceWaypointClaim(namespace, name, path)),
    demands: parts.flatMap(({ demands }) => demands),
    atEnd: parts.flatMap(({ atEnd }) => atEnd),
  };
}

/** Throws one error with everything that is wrong. */
export function bookinfoPlan(component: string, unchecked: BookinfoArgs): BookinfoPlan {
  const check = checkArguments("Bookinfo", component, unchecked);
  const { args } = check;
  const { details = ["v1"], reviews = [...reviewsVersions], ratings = ["v1"] } = args;
  const namespace = check.input("namespace", args.namespace, dnsLabel);
  const replicas = check.input("replicas", args.replicas ?? 1, integer(0));
  checkVersions(check, "details", details, detailsVersions);
  checkVersions(check, "reviews", reviews, reviewsVersions);
  checkVersions(check, "ratings", ratings, ratingsVersions);
  const services = checkedServices(check, args.services);
  check.input("registry", args.registry, imagePath);
  check.input("tag", args.tag, imageTag);
  if (args.mysqlPassword !== undefined && !ratings.some(asksMysql)) {
    check.fail(
      "mysqlPassword",
      "is for versions v2-mysql and v2-mysql-vm of ratings; leave it out",
    );
  }
  check.labels(args.labels, ["app", "service", "version", "account"]);
  check.annotations(args.annotations);
  const safe = check.done();

  const { registry = istioHub, tag = versions.bookinfo, labels, annotations, restricted } = safe;
  const given = safe.mysqlPassword;
  const mysqlPassword = given === undefined ? "password" : pulumi.secret(given);
  const settings: BookinfoSettings = {
    ...{ namespace, registry, tag, replicas, labels, annotations, restricted, services },
  };
  const all = bookinfoServices({ details, reviews, ratings, mysqlPassword });
  const workloads = all.map((service) => serviceWorkload(service, settings));
  const part = workloadPart(workloads, onePerNamespace);
  const waypoints = waypointPart(services ?? {}, namespace);
  return {
    inputs: { ...safe, details, reviews, ratings, registry, tag, replicas },
    part: {
      ...part,
      claims: [...(part.claims ?? []), ...waypoints.claims],
      demands: waypoints.demands,
      atEnd: [
        ...waypoints.atEnd,
        ...details.flatMap((version, i) =>
          version === "v2" ? [booksOutside(namespace, `details[${i}]`)] : [],
        ),
      ],
    },
    services: workloads,
    hosts: Object.fromEntries(all.map(({ name }) => [name, serviceHost(name, namespace)])),
    principals: Object.fromEntries(
      all
        .flatMap(({ name, versions, ownAccounts = [] }) => [
          name,
          ...ownAccounts.filter((v) => versions.includes(v)).map((v) => `${name}-${v}`),
        ])
        .map((who) => [who, principal(namespace, accountName(who))]),
    ),
  };
}
