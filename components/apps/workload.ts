import type * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import type { Metadata } from "../../arguments/argument-check";
import { whenKnown } from "../../arguments/when-known";
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
    claims: workloads.flatMap(({ service, account, secret, deployments }) => [
      placedClaim("Service", service, place),
      placedClaim("ServiceAccount", account, place),
      ...(secret ? [placedClaim("Secret", secret, place)] : []),
      ...deployments.flatMap((deployment) => [
        ...(deployment.account ? [placedClaim("ServiceAccount", deployment.account, place)] : []),
        placedClaim("Deployment", deployment.args, place),
      ]),
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
  /** What the Pods read and nobody else shall. */
  secret?: k8s.core.v1.SecretArgs & Placed;
  deployments: WorkloadDeployment[];
}

/** The same with its name, where an application has several. */
export interface NamedWorkload extends Workload {
  name: string;
}

interface WorkloadDeployment {
  /** Set where one service has Deployments for several versions. */
  version?: string;
  /** Set where a version has an identity of its own. */
  account?: k8s.core.v1.ServiceAccountArgs & Placed;
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
  annotations?: pulumi.Input<Metadata>;
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

/** What Pods read and nobody else shall, by its entries. */
export const secretArgs = (
  name: pulumi.Input<string>,
  entries: Readonly<Record<string, pulumi.Input<string>>>,
  settings: WorkloadSettings,
): k8s.core.v1.SecretArgs & Placed => ({
  metadata: metadata(name, settings),
  type: "Opaque",
  data: Object.fromEntries(
    Object.entries(entries).map(([key, entry]) => [
      key,
      whenKnown([entry], (text: string) => Buffer.from(text).toString("base64")),
    ]),
  ),
});

/** The Service selects by `app` alone: all versions answer for it. `spec` adds to it. */
export const serviceArgs = (
  app: pulumi.Input<string>,
  ports: k8s.types.input.core.v1.ServicePort[],
  settings: WorkloadSettings,
  labels: Metadata = { app, service: app },
  spec?: Partial<k8s.types.input.core.v1.ServiceSpec>,
): k8s.core.v1.ServiceArgs & Placed => ({
  metadata: metadata(app, settings, labels),
  spec: { ...spec, selector: { app }, ports },
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
