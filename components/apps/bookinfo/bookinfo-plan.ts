import * as pulumi from "@pulumi/pulumi";
import type { Safe } from "../../../arguments/argument-check";
import { checkArguments } from "../../../arguments/check-arguments";
import { dnsLabel, integer } from "../../../arguments/predicates";
import { istioHub } from "../../../values/known-names";
import versions from "../../../versions.json";
import type { EndCheck, Part } from "../../program/part";
import { serviceHost } from "../../routing/service-host";
import { callsOutside } from "../calls-outside";
import { principal } from "../principal";
import { checkVersions } from "../version-list";
import {
  accountArgs,
  deploymentArgs,
  type NamedWorkload,
  onePerNamespace,
  serviceArgs,
  type WorkloadSettings,
  workloadPart,
} from "../workload";
import type { BookinfoArgs } from "./bookinfo-args";
import {
  type BookinfoService,
  bookinfoPort,
  bookinfoServices,
  detailsVersions,
  reviewsVersions,
} from "./services";

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

type Settings = WorkloadSettings & Required<Pick<BookinfoArgs, "registry" | "tag">>;

const accountName = (service: string) => `bookinfo-${service}`;

function deployment(service: BookinfoService, version: string, settings: Settings) {
  const { name, folders = {}, env, podAnnotations } = service;
  const { registry, tag } = settings;
  const mounts = Object.entries(folders).map(([volume, mountPath]) => ({
    name: volume,
    mountPath,
  }));
  const variables = env?.(version) ?? [];
  return deploymentArgs(
    `${name}-${version}`,
    {
      identity: { app: name, version },
      annotations: podAnnotations,
      account: accountName(name),
      container: {
        name,
        image: pulumi.interpolate`${registry}/examples-bookinfo-${name}-${version}:${tag}`,
        ports: [{ containerPort: bookinfoPort }],
        ...(variables.length > 0 && { env: variables }),
        ...(mounts.length > 0 && { volumeMounts: mounts }),
      },
      ...(mounts.length > 0 && {
        spec: { volumes: mounts.map((mount) => ({ name: mount.name, emptyDir: {} })) },
      }),
    },
    settings,
  );
}

const servicePlan = (service: BookinfoService, settings: Settings): NamedWorkload => ({
  name: service.name,
  account: accountArgs(accountName(service.name), settings, { account: service.name }),
  service: serviceArgs(service.name, [{ name: "http", port: bookinfoPort }], settings),
  deployments: service.versions.map((version) => ({
    version,
    args: deployment(service, version, settings),
  })),
});

const booksOutside = (namespace: pulumi.Input<string>, path: string): EndCheck =>
  callsOutside({
    host: "www.googleapis.com",
    port: 80,
    namespace,
    path,
    caller: "details v2",
  });

/** Throws one error with everything that is wrong. */
export function bookinfoPlan(component: string, unchecked: BookinfoArgs): BookinfoPlan {
  const check = checkArguments("Bookinfo", component, unchecked);
  const { args } = check;
  const { details = ["v1"], reviews = [...reviewsVersions] } = args;
  const namespace = check.input("namespace", args.namespace, dnsLabel);
  const replicas = check.input("replicas", args.replicas ?? 1, integer(0));
  checkVersions(check, "details", details, detailsVersions);
  checkVersions(check, "reviews", reviews, reviewsVersions);
  check.labels(args.labels, ["app", "service", "version", "account"]);
  check.annotations(args.annotations);
  const safe = check.done();

  const { registry = istioHub, tag = versions.bookinfo, labels, annotations } = safe;
  const settings: Settings = { namespace, registry, tag, replicas, labels, annotations };
  const services = bookinfoServices(details, reviews);
  const byService = (value: (service: string) => pulumi.Input<string>) =>
    Object.fromEntries(services.map(({ name }) => [name, value(name)]));
  const workloads = services.map((service) => servicePlan(service, settings));
  return {
    inputs: { ...safe, details, reviews, registry, tag, replicas },
    part: {
      ...workloadPart(workloads, onePerNamespace),
      atEnd: details.flatMap((version, i) =>
        version === "v2" ? [booksOutside(namespace, `details[${i}]`)] : [],
      ),
    },
    services: workloads,
    hosts: byService((service) => serviceHost(service, namespace)),
    principals: byService((service) => principal(namespace, accountName(service))),
  };
}
