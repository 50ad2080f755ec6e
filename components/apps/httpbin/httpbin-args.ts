import type * as pulumi from "@pulumi/pulumi";
import type { CommonArgs } from "../../common-args";

/** Where a service runs that answers with what it was asked, and under which name and ports. */
export interface HttpbinArgs extends CommonArgs {
  /** Namespace of the service; enrol it before the Pods are created. */
  namespace: pulumi.Input<string>;
  /**
   * Name of the Service, Deployment and ServiceAccount, and value of the label `app`.
   * @default - the name of the component
   */
  name?: pulumi.Input<string>;
  /**
   * Value of the label `version` of the Pods.
   * @default "v1"
   */
  version?: pulumi.Input<string>;
  /**
   * Port of the Service.
   * @default 8000
   */
  port?: pulumi.Input<number>;
  /**
   * Image that answers as httpbin does.
   * @default "docker.io/mccutchen/go-httpbin:v2.15.0"
   */
  image?: pulumi.Input<string>;
  /**
   * Port on which the image listens: 8080 is go-httpbin's, the older `kennethreitz/httpbin` has 80.
   * @default 8080
   */
  containerPort?: pulumi.Input<number>;
  /**
   * Pods of the Deployment, a whole number; 0 keeps the Deployment without Pods.
   * @default 1
   */
  replicas?: pulumi.Input<number>;
}
