import type * as pulumi from "@pulumi/pulumi";
import type { ChartSource } from "./chart-source";
import type { Platform } from "./profile";

/**
 * What a gateway takes over from its control plane: a `ControlPlane`, or its output `handle`, also when
 * that comes out of another stack.
 */
export interface ControlPlaneHandle {
  /** Istio version of its charts. @default - not taken over */
  version?: pulumi.Input<string>;
  /** Its revision; `"default"` for an istiod without one. @default - not taken over */
  revision?: pulumi.Input<string>;
  /** Where its charts come from. @default - not taken over */
  charts?: pulumi.Input<ChartSource>;
  /** Kind of cluster. @default - plain Kubernetes */
  platform?: pulumi.Input<Platform>;
  /** Secrets by which images are pulled. @default - none */
  imagePullSecrets?: pulumi.Input<pulumi.Input<string>[]>;
  /** Domain of the identities in the mesh. @default "cluster.local" */
  trustDomain?: pulumi.Input<string>;
  /** Domain of the cluster's Services. @default "cluster.local" */
  clusterDomain?: pulumi.Input<string>;
  /** Network of the cluster. @default - the mesh has one network */
  network?: pulumi.Input<string | undefined>;
  /**
   * What changes when proxies have to be started anew to see a setting, for example the number of
   * trusted proxies.
   * @default - nothing starts the gateway anew but its version
   */
  proxySettings?: pulumi.Input<string>;
}
