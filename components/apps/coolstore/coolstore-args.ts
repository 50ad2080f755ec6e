import type * as pulumi from "@pulumi/pulumi";
import type { CommonArgs } from "../../common-args";

/** Images that replace those of the book, each as a whole reference. */
export interface CoolstoreImages {
  /**
   * Image of webapp.
   * @default - `<registry>/webapp:<tag>`
   */
  webapp?: pulumi.Input<string>;
  /**
   * Image of all versions of catalog.
   * @default - `<registry>/catalog:<tag>`
   */
  catalog?: pulumi.Input<string>;
  /**
   * Image of forum.
   * @default - `<registry>/forum:<tag>`
   */
  forum?: pulumi.Input<string>;
}

/** Annotations of the Pods of each service. */
export interface CoolstorePodAnnotations {
  /**
   * Annotations of webapp's Pods.
   * @default - none
   */
  webapp?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
  /**
   * Annotations of the Pods of all versions of catalog.
   * @default - none
   */
  catalog?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
  /**
   * Annotations of forum's Pods.
   * @default - none
   */
  forum?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}

/** Where webapp finds the services that it calls, each a host name without a port. */
export interface CoolstoreUpstreams {
  /**
   * Host of catalog, port 80, e.g. `"catalog.istioinaction.svc.cluster.local"`.
   * @default - `catalog.<namespace>`
   */
  catalog?: pulumi.Input<string>;
  /**
   * Host of forum, port 80, e.g. `"forum.forum-services"` for one on a machine outside the cluster.
   * @default - `forum.<namespace>`
   */
  forum?: pulumi.Input<string>;
}

/** Which services and versions of the book's application run, where, and from which images. */
export interface CoolstoreArgs extends CommonArgs {
  /** Namespace of the application; enrol it before the Pods are created. */
  namespace: pulumi.Input<string>;
  /**
   * Versions of catalog to run: `v2` adds `imageUrl` to every item of `/items`.
   * @default ["v1"]
   */
  catalogVersions?: string[];
  /**
   * Whether to run forum, which answers webapp's `/api/users`.
   * @default true
   */
  forum?: boolean;
  /**
   * Whether forum has a list of users of its own. Otherwise it asks `jsonplaceholder.typicode.com`,
   * port 80, which a mesh that lets only registered hosts out (`REGISTRY_ONLY`) refuses.
   * @default false
   */
  localUsers?: pulumi.Input<boolean>;
  /**
   * Hosts that webapp calls, where they are not the services of this application.
   * @default - catalog and forum of the same namespace
   */
  upstreams?: CoolstoreUpstreams;
  /**
   * Registry path of the images, which are named `webapp`, `catalog` and `forum`.
   * @default "docker.io/istioinaction"
   */
  registry?: pulumi.Input<string>;
  /**
   * Tag of the images. They have not been built since 2022, and `latest` is the one tag that the book
   * names.
   * @default "latest"
   */
  tag?: pulumi.Input<string>;
  /**
   * Images of your own, by service.
   * @default - the book's
   */
  images?: CoolstoreImages;
  /**
   * Annotations of the Pods, such as `proxy.istio.io/config` with settings of their sidecars.
   * @default - none
   * @see https://istio.io/latest/docs/reference/config/annotations/
   */
  podAnnotations?: CoolstorePodAnnotations;
  /**
   * Pods of each Deployment, a whole number; 0 keeps the Deployments without Pods.
   * @default 1
   */
  replicas?: pulumi.Input<number>;
}
