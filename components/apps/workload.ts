import * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import type { Metadata } from "../../arguments/argument-check";
import { withMetadata } from "../metadata";
import { serviceFact, workloadFact } from "../program/declared-object";
import { type Claim, fact, objectClaim, type Part } from "../program/part";
import type { Key } from "../program/view";

/** How an application gets out of the way of another one. */
interface WorkloadPlace {
  /** Argument that leads to the names of the objects. */
  path: string;
  /** What to do when these names are another component's. */
  way: string;
}

/** For applications whose objects have fixed names. */
export const onePerNamespace: WorkloadPlace = {
  path: "namespace",
  way: "use it as it is, or give this one another namespace",
};

/** For applications of one Service. */
export const namedWorkload: WorkloadPlace = {
  path: "name",
  way: "give one of them another name or namespace",
};

const keyOf = ({ metadata }: Placed): Key => [metadata.namespace, metadata.name];

/** Claims the place of an object, so that no other component of the program makes it too. */
export const placedClaim = (kind: string, object: Placed, { path, way }: WorkloadPlace): Claim =>
  objectClaim(kind, keyOf(object), path, way);

/** What workloads say to the program: their objects are theirs, and others may ask for the Services. */
export function workloadPart(workloads: readonly Workload[], place: WorkloadPlace): Part {
  return {
    claims: workloads.flatMap(({ service, account, deployments }) => [
      placedClaim("Service", service, place),
      placedClaim("ServiceAccount", account, place),
      ...deployments.map(({ args }) => placedClaim("Deployment", args, place)),
    ]),
    facts: workloads.flatMap(({ service, deployments }) => [
      fact({
        topic: "service",
        key: keyOf(service),
        value: serviceFact(service),
        path: place.path,
      }),
      ...deployments.map(({ args }) =>
        fact({
          topic: "workload",
          key: keyOf(args),
          value: workloadFact(args.metadata.namespace, args),
          path: "replicas",
        }),
      ),
    ]),
  };
}

/** An object whose place in the cluster is known to who makes it. */
interface Placed {
  metadata: { name: pulumi.Input<string>; namespace: pulumi.Input<string> };
}

/** One service of an application: an identity, an address and the Deployments behind it. */
export interface Workload {
  account: k8s.core.v1.ServiceAccountArgs & Placed;
  service: k8s.core.v1.ServiceArgs & Placed;
  deployments: WorkloadDeployment[];
}

/** The same with its name, where an application has several. */
export interface NamedWorkload extends Workload {
  name: string;
}

interface WorkloadDeployment {
  /** Set where one service has Deployments for several versions. */
  version?: string;
  args: k8s.apps.v1.DeploymentArgs & Placed;
}

/** What all objects of an application have in common. */
export interface WorkloadSettings {
  namespace: pulumi.Input<string>;
  /** Pods of each Deployment. */
  replicas: pulumi.Input<number>;
  labels?: pulumi.Input<Metadata>;
  annotations?: pulumi.Input<Metadata>;
}

/** Pods of one Deployment. */
export interface PodPlan {
  /** Labels that the Service and the Deployment select the Pods by. */
  identity: Metadata;
  /** Labels of the Pods beside their identity. */
  labels?: Metadata;
  annotations?: Metadata;
  account: pulumi.Input<string>;
  container: k8s.types.input.core.v1.Container;
  /** What else stands in the specification of the Pods. */
  spec?: Partial<k8s.types.input.core.v1.PodSpec>;
}

const metadata = (name: pulumi.Input<string>, settings: WorkloadSettings, own?: Metadata) => ({
  name,
  namespace: settings.namespace,
  labels: withMetadata(settings.labels, own),
  annotations: withMetadata(settings.annotations),
});

/** The identity of an application's Pods. */
export const accountArgs = (
  name: pulumi.Input<string>,
  settings: WorkloadSettings,
  labels?: Metadata,
): k8s.core.v1.ServiceAccountArgs & Placed => ({ metadata: metadata(name, settings, labels) });

/** The Service selects by `app` alone: all versions answer for it. */
export const serviceArgs = (
  app: pulumi.Input<string>,
  ports: k8s.types.input.core.v1.ServicePort[],
  settings: WorkloadSettings,
  labels: Metadata = { app, service: app },
): k8s.core.v1.ServiceArgs & Placed => ({
  metadata: metadata(app, settings, labels),
  spec: { selector: { app }, ports },
});

/**
 * One Deployment. `spec` adds to it, but decides neither how many Pods it has nor how they are found.
 */
export function deploymentArgs(
  name: pulumi.Input<string>,
  pods: PodPlan,
  settings: WorkloadSettings,
  spec?: Partial<k8s.types.input.apps.v1.DeploymentSpec>,
): k8s.apps.v1.DeploymentArgs & Placed {
  const { identity, labels, annotations, account, container } = pods;
  return {
    metadata: metadata(name, settings, identity),
    spec: {
      ...spec,
      replicas: settings.replicas,
      selector: { matchLabels: identity },
      template: {
        metadata: { labels: { ...labels, ...identity }, ...(annotations && { annotations }) },
        spec: {
          ...pods.spec,
          serviceAccountName: account,
          containers: [{ imagePullPolicy: "IfNotPresent", ...container }],
        },
      },
    },
  };
}

/** Objects of one service as the cluster has them. */
export interface WorkloadObjects {
  /** Identity of the Pods. */
  serviceAccount: k8s.core.v1.ServiceAccount;
  /** Address of the Pods of all versions. */
  service: k8s.core.v1.Service;
  /** One for each version, in their order. */
  deployments: k8s.apps.v1.Deployment[];
}

/** Pods come last: without their account, or what else is `needed`, they would not start. */
export function createWorkload(
  name: string,
  { account, service, deployments }: Workload,
  parent: pulumi.Resource,
  needed: pulumi.Resource[] = [],
): WorkloadObjects {
  const serviceAccount = new k8s.core.v1.ServiceAccount(name, account, { parent });
  return {
    serviceAccount,
    service: new k8s.core.v1.Service(name, service, { parent }),
    deployments: deployments.map(({ version, args }) => {
      const suffix = version === undefined ? "" : `-${version}`;
      return new k8s.apps.v1.Deployment(`${name}${suffix}`, args, {
        parent,
        dependsOn: [serviceAccount, ...needed],
      });
    }),
  };
}

/** The same for each service of an application, by its name. */
export const createWorkloads = (
  name: string,
  services: readonly NamedWorkload[],
  parent: pulumi.Resource,
): { [service: string]: WorkloadObjects } =>
  Object.fromEntries(
    services.map((service) => [
      service.name,
      createWorkload(`${name}-${service.name}`, service, parent),
    ]),
  );
