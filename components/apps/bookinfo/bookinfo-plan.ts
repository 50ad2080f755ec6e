import type * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { withMetadata } from "../../resources/metadata";
import { serviceHost } from "../../resources/service-host";
import { ArgumentCheck } from "../../validation/argument-check";
import { dnsLabel, integer } from "../../validation/tests";
import type { BookinfoArgs } from "./bookinfo-args";
import { type BookinfoService, bookinfoPort, bookinfoServices, reviewsVersions } from "./services";

/** Objects of one service. */
export interface ServicePlan {
  name: string;
  account: k8s.core.v1.ServiceAccountArgs;
  service: k8s.core.v1.ServiceArgs;
  deployments: { version: string; args: k8s.apps.v1.DeploymentArgs }[];
}

/** Arguments with all defaults filled in, and the objects that follow from them. */
export interface BookinfoPlan {
  /** What Pulumi shows and keeps as the component's inputs. */
  inputs: BookinfoArgs;
  services: ServicePlan[];
  /** Full host name by service. */
  hosts: Record<string, pulumi.Input<string>>;
}

type Settings = Required<Pick<BookinfoArgs, "namespace" | "registry" | "tag" | "replicas">> &
  Pick<BookinfoArgs, "labels" | "annotations">;

const accountName = (service: string) => `bookinfo-${service}`;

function deployment(
  { name, folders = {}, env, podAnnotations }: BookinfoService,
  version: string,
  { namespace, registry, tag, replicas, labels, annotations }: Settings,
): k8s.apps.v1.DeploymentArgs {
  const identity = { app: name, version };
  const mounts = Object.entries(folders).map(([volume, mountPath]) => ({
    name: volume,
    mountPath,
  }));
  return {
    metadata: {
      name: `${name}-${version}`,
      namespace,
      labels: withMetadata(labels, identity),
      annotations,
    },
    spec: {
      replicas,
      selector: { matchLabels: identity },
      template: {
        metadata: { labels: identity, annotations: podAnnotations },
        spec: {
          serviceAccountName: accountName(name),
          containers: [
            {
              name,
              image: pulumi.interpolate`${registry}/examples-bookinfo-${name}-${version}:${tag}`,
              imagePullPolicy: "IfNotPresent",
              ports: [{ containerPort: bookinfoPort }],
              env,
              ...(mounts.length > 0 && { volumeMounts: mounts }),
            },
          ],
          ...(mounts.length > 0 && {
            volumes: mounts.map((mount) => ({ name: mount.name, emptyDir: {} })),
          }),
        },
      },
    },
  };
}

function servicePlan(service: BookinfoService, settings: Settings): ServicePlan {
  const { namespace, labels, annotations } = settings;
  const { name } = service;
  return {
    name,
    account: {
      metadata: {
        name: accountName(name),
        namespace,
        labels: withMetadata(labels, { account: name }),
        annotations,
      },
    },
    service: {
      metadata: {
        name,
        namespace,
        labels: withMetadata(labels, { app: name, service: name }),
        annotations,
      },
      spec: { selector: { app: name }, ports: [{ name: "http", port: bookinfoPort }] },
    },
    deployments: service.versions.map((version) => ({
      version,
      args: deployment(service, version, settings),
    })),
  };
}

/** Throws one error with everything that is wrong. */
export function bookinfoPlan(component: string, args: BookinfoArgs): BookinfoPlan {
  const { reviews = [...reviewsVersions] } = args;
  const check = new ArgumentCheck("Bookinfo", component);
  const namespace = check.input("namespace", args.namespace, dnsLabel);
  const replicas = check.input("replicas", args.replicas ?? 1, integer(0));
  if (reviews.length === 0) {
    check.fail("reviews", `is empty; allowed: ${reviewsVersions.join(", ")}`);
  }
  reviews.forEach((version, i) => {
    if (!(reviewsVersions as readonly string[]).includes(version)) {
      check.fail(
        `reviews[${i}]`,
        `${JSON.stringify(version)} is unknown; allowed: ${reviewsVersions.join(", ")}`,
      );
    } else if (reviews.indexOf(version) !== i) {
      check.fail(`reviews[${i}]`, `${JSON.stringify(version)} is listed twice`);
    }
  });
  check.labels(args.labels, ["app", "service", "version", "account"]);
  check.annotations(args.annotations);
  check.done();

  const { registry = "docker.io/istio", tag = "1.20.3" } = args;
  const settings: Settings = {
    namespace,
    registry,
    tag,
    replicas,
    labels: args.labels,
    annotations: withMetadata(args.annotations),
  };
  const services = bookinfoServices(reviews);
  return {
    inputs: { ...args, reviews, registry, tag, replicas },
    services: services.map((service) => servicePlan(service, settings)),
    hosts: Object.fromEntries(services.map(({ name }) => [name, serviceHost(name, namespace)])),
  };
}
