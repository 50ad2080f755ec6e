import type * as pulumi from "@pulumi/pulumi";
import type { CommonArgs } from "../../common-args";

/** Which versions of Bookinfo run, where, and from which images. */
export interface BookinfoArgs extends CommonArgs {
  /** Namespace of the application; enrol it before the Pods are created. */
  namespace: pulumi.Input<string>;
  /**
   * Versions of details to run: `v1` knows its one book by itself, `v2` asks Google's book search at
   * `www.googleapis.com`, port 80, which has to be reachable from the mesh.
   * @default ["v1"]
   * @see https://istio.io/latest/docs/tasks/traffic-management/egress/egress-tls-origination/
   */
  details?: string[];
  /**
   * Versions of reviews to run: `v1` shows no stars, `v2` black ones, `v3` red ones.
   * @default ["v1", "v2", "v3"]
   */
  reviews?: string[];
  /**
   * Registry path of the images, which are named `examples-bookinfo-<service>-<version>`.
   * @default "docker.io/istio"
   */
  registry?: pulumi.Input<string>;
  /**
   * Tag of the images.
   * @default "1.20.3"
   */
  tag?: pulumi.Input<string>;
  /**
   * Pods of each Deployment, a whole number; 0 keeps the Deployments without Pods.
   * @default 1
   */
  replicas?: pulumi.Input<number>;
}
