import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck, Safe } from "../../../arguments/argument-check";
import { checkArguments } from "../../../arguments/check-arguments";
import { recall } from "../../../arguments/known-output";
import {
  dnsLabel,
  dnsName,
  imageName,
  imagePath,
  imageTag,
  integer,
} from "../../../arguments/predicates";
import { whenKnown } from "../../../arguments/when-known";
import { withMetadata } from "../../metadata";
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
import type { CoolstoreArgs } from "./coolstore-args";
import {
  type CoolstoreService,
  type CoolstoreVersion,
  catalog,
  catalogVersions,
  coolstorePort,
  forum,
  webapp,
} from "./services";

/** Arguments with all defaults filled in, and the objects that follow from them. */
export interface CoolstorePlan {
  /** What Pulumi shows and keeps as the component's inputs. */
  inputs: Safe<CoolstoreArgs>;
  /** What it says to the program that it is part of. */
  part: Part;
  services: NamedWorkload[];
  /** Full host name by service. */
  hosts: Record<string, pulumi.Input<string>>;
  /** Identity by service. */
  principals: Record<string, pulumi.Input<string>>;
}

/** What all objects of the application have in common. */
type CoolstoreSettings = WorkloadSettings & Pick<CoolstoreArgs, "podAnnotations">;

function deployment(
  { name, port, revisions }: CoolstoreService,
  { version, deployment, env }: CoolstoreVersion,
  image: pulumi.Input<string>,
  settings: CoolstoreSettings,
) {
  return deploymentArgs(
    deployment,
    {
      identity: { app: name, ...(version !== undefined && { version }) },
      annotations: withMetadata(settings.podAnnotations?.[name]),
      account: name,
      container: {
        name,
        image,
        ports: [{ name: "http", containerPort: port }],
        securityContext: { privileged: false },
        ...(env.length > 0 && { env }),
      },
    },
    settings,
    revisions === undefined ? {} : { revisionHistoryLimit: revisions },
  );
}

/**
 * Every service has an account of its own, all versions of catalog the same one: policies tell callers
 * apart by it. (The book leaves catalog v2 and forum with the namespace's default account.)
 */
function servicePlan(
  service: CoolstoreService,
  image: pulumi.Input<string>,
  settings: CoolstoreSettings,
): NamedWorkload {
  const { name, port, versions } = service;
  const ports = [{ name: "http", port: coolstorePort, targetPort: port }];
  return {
    name,
    account: accountArgs(name, settings),
    service: serviceArgs(name, ports, settings, { app: name }),
    deployments: versions.map((version) => ({
      version: version.version,
      args: deployment(service, version, image, settings),
    })),
  };
}

function checkForum(check: ArgumentCheck, args: CoolstoreArgs): void {
  const { forum, localUsers, images, podAnnotations } = args;
  const forForum = {
    localUsers,
    "images.forum": images?.forum,
    "podAnnotations.forum": podAnnotations?.forum,
  };
  for (const [path, value] of Object.entries(forForum)) {
    if (forum === false && value !== undefined) {
      check.fail(path, "is for forum, and forum is false; leave it out");
    }
  }
}

/** Whether forum has users of its own; what arrives later may say so. */
const asksNobody = (localUsers: CoolstoreArgs["localUsers"]): boolean =>
  localUsers !== undefined && recall(localUsers) !== false;

const usersOutside = (namespace: pulumi.Input<string>): EndCheck =>
  callsOutside({
    host: "jsonplaceholder.typicode.com",
    port: 80,
    namespace,
    path: "localUsers",
    caller: "forum without users of its own",
  });

/** Throws one error with everything that is wrong. */
export function coolstorePlan(component: string, unchecked: CoolstoreArgs): CoolstorePlan {
  const check = checkArguments("Coolstore", component, unchecked);
  const { args } = check;
  const { forum: withForum = true, catalogVersions: versions = ["v1"], localUsers } = args;
  const namespace = check.input("namespace", args.namespace, dnsLabel);
  const replicas = check.input("replicas", args.replicas ?? 1, integer(0));
  checkVersions(check, "catalogVersions", versions, catalogVersions);
  checkForum(check, args);
  check.input("registry", args.registry, imagePath);
  check.input("tag", args.tag, imageTag);
  for (const [name, own] of Object.entries(args.images ?? {})) {
    check.input(`images.${name}`, own, imageName);
  }
  for (const [name, host] of Object.entries(args.upstreams ?? {})) {
    check.input(`upstreams.${name}`, host, dnsName);
  }
  check.labels(args.labels, ["app", "version"]);
  check.annotations(args.annotations);
  for (const [name, annotations] of Object.entries(args.podAnnotations ?? {})) {
    check.annotations(annotations, [], `podAnnotations.${name}`);
  }
  const safe = check.done();

  const { registry = "docker.io/istioinaction", tag = "latest", labels, annotations } = safe;
  const { podAnnotations } = safe;
  const settings = { namespace, replicas, labels, annotations, podAnnotations };
  const users =
    localUsers === undefined ? undefined : whenKnown([localUsers], (local: boolean) => `${local}`);
  const services = [
    webapp(namespace, safe.upstreams),
    catalog(versions),
    ...(withForum ? [forum(users)] : []),
  ];
  const imageOf = (name: CoolstoreService["name"]) =>
    safe.images?.[name] ?? pulumi.interpolate`${registry}/${name}:${tag}`;
  const byService = (value: (service: string) => pulumi.Input<string>) =>
    Object.fromEntries(services.map(({ name }) => [name, value(name)]));
  const workloads = services.map((one) => servicePlan(one, imageOf(one.name), settings));
  return {
    inputs: { ...safe, forum: withForum, catalogVersions: versions, registry, tag, replicas },
    part: {
      ...workloadPart(workloads, onePerNamespace),
      atEnd: withForum && !asksNobody(localUsers) ? [usersOutside(namespace)] : [],
    },
    services: workloads,
    hosts: byService((service) => serviceHost(service, namespace)),
    principals: byService((service) => principal(namespace, service)),
  };
}
