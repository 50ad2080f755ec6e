import type * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import { whenKnown } from "../../../arguments/when-known";
import type { CoolstoreUpstreams } from "./coolstore-args";

/** Versions of catalog; both are the same image. */
export const catalogVersions = ["v1", "v2"] as const;

/** Port of every Service of the application. */
export const coolstorePort = 80;

type EnvVar = k8s.types.input.core.v1.EnvVar;

/** One version of a service, in a Deployment of its own. */
export interface CoolstoreVersion {
  /** Left out for a service that has no label `version`. */
  version?: string;
  deployment: string;
  env: EnvVar[];
}

/** What one service of the application has beside the common shape. */
export interface CoolstoreService {
  name: "webapp" | "catalog" | "forum";
  /** Port on which the Pods listen. */
  port: number;
  versions: CoolstoreVersion[];
  /** ReplicaSets that are kept to go back to. */
  revisions?: number;
}

const ownNamespace: EnvVar = {
  name: "KUBERNETES_NAMESPACE",
  valueFrom: { fieldRef: { fieldPath: "metadata.namespace" } },
};

/**
 * Address of a service, under the names that Kubernetes gives its own address: these here win. The
 * mesh knows `name.namespace` as well as the full name.
 */
const addressOf = (
  service: string,
  namespace: pulumi.Input<string>,
  host?: pulumi.Input<string>,
): EnvVar[] => [
  {
    name: `${service.toUpperCase()}_SERVICE_HOST`,
    value: host ?? whenKnown([namespace], (ns: string) => `${service}.${ns}`),
  },
  { name: `${service.toUpperCase()}_SERVICE_PORT`, value: `${coolstorePort}` },
];

/** The page: it passes on headers that begin with `x-`, and `Authorization`, but not `traceparent`. */
export const webapp = (
  namespace: pulumi.Input<string>,
  { catalog, forum }: CoolstoreUpstreams = {},
): CoolstoreService => ({
  name: "webapp",
  port: 8080,
  versions: [
    {
      deployment: "webapp",
      env: [
        ownNamespace,
        ...addressOf("catalog", namespace, catalog),
        ...addressOf("forum", namespace, forum),
      ],
    },
  ],
});

/** The first version keeps the service's name, as in the book. */
export const catalog = (versions: readonly string[]): CoolstoreService => ({
  name: "catalog",
  port: 3000,
  versions: versions.map((version) => ({
    version,
    deployment: version === "v1" ? "catalog" : `catalog-${version}`,
    // What tells the versions apart: v2 adds `imageUrl` to every item.
    env: version === "v2" ? [ownNamespace, { name: "SHOW_IMAGE", value: "true" }] : [ownNamespace],
  })),
});

/**
 * The list of users. `localUsers` is the text that the image reads; undefined leaves it to the image.
 */
export const forum = (localUsers: pulumi.Input<string> | undefined): CoolstoreService => ({
  name: "forum",
  port: 8080,
  revisions: 2,
  versions: [
    {
      version: "v1",
      deployment: "forum",
      env: [
        ownNamespace,
        ...(localUsers === undefined ? [] : [{ name: "LOCAL_USERS", value: localUsers }]),
      ],
    },
  ],
});
