import type * as pulumi from "@pulumi/pulumi";
import type { CommonArgs } from "../../common-args";

/** Where a Pod runs from which requests are tried by hand, and what is in it. */
export interface ClientArgs extends CommonArgs {
  /** Namespace of the client; its mode decides whether the client has a mesh identity. */
  namespace: pulumi.Input<string>;
  /**
   * Name of the Deployment, its container, Service and ServiceAccount, and value of the label `app`.
   * @default - the name of the component
   */
  name?: pulumi.Input<string>;
  /**
   * Image with `/bin/sleep` and what is to be run in it by hand.
   * @default "docker.io/curlimages/curl:8.16.0"
   */
  image?: pulumi.Input<string>;
  /**
   * Pods, a whole number, e.g. to see what many of them cost the control plane; 0 keeps the Deployment
   * without Pods.
   * @default 1
   */
  replicas?: pulumi.Input<number>;
  /**
   * Secret with a certificate for what is run by hand, in `/etc/<name>/tls` as soon as it is there.
   * @default - none
   */
  tlsSecret?: pulumi.Input<string>;
  /**
   * Value of the label `app` of Pods whose nodes are avoided where there is a choice, so that requests
   * to them cross from node to node.
   * @default - none: any node
   * @see https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#affinity-and-anti-affinity
   */
  antiAffinityTo?: pulumi.Input<string>;
}
