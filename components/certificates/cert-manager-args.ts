import type * as pulumi from "@pulumi/pulumi";
import type { CommonArgs } from "../common-args";
import type { ChartSource } from "../control-plane/chart-source";

/** Which cert-manager is installed, where, and from which chart. */
export interface CertManagerArgs extends CommonArgs {
  /**
   * Namespace of cert-manager.
   * @default "cert-manager"
   */
  namespace?: pulumi.Input<string>;
  /**
   * Whether the component creates the namespace.
   * @default true
   */
  createNamespace?: boolean;
  /**
   * Whether the namespace is deleted, with everything in it, when the component goes or no longer
   * creates it. The Secrets of issuers for the whole cluster are in it.
   * @default false
   */
  deleteNamespace?: boolean;
  /**
   * Version of the chart, with its `v`.
   * @default "v1.21.2"
   * @see https://cert-manager.io/docs/releases/
   */
  version?: string;
  /**
   * Name of the Helm release, after which the chart names its objects.
   * @default "cert-manager"
   */
  releaseName?: string;
  /**
   * Where the chart comes from. A `path` is a folder that holds the chart in `cert-manager/`.
   * @default - `{ repository: "https://charts.jetstack.io" }`
   */
  charts?: ChartSource;
  /**
   * Whether the chart installs the custom resource definitions. They stay when the release goes, and
   * with them all certificates.
   * @default true
   */
  crds?: boolean;
  /**
   * Whether cert-manager answers ACME challenges through the Gateway API, whose definitions have to be
   * installed before.
   * @default false
   */
  gatewayApi?: boolean;
  /**
   * How long the installation may take, in seconds.
   * @default 600
   */
  timeout?: pulumi.Input<number>;
  /**
   * Own values of the chart `cert-manager`.
   * @default - none
   * @see https://artifacthub.io/packages/helm/cert-manager/cert-manager?modal=values
   */
  // biome-ignore lint/suspicious/noExplicitAny: a chart's values have no type, as in Pulumi's own Chart
  values?: pulumi.Input<{ [key: string]: any }>;
}
