// Written by scripts/update-schemas from Istio 1.31 and Istio 1.32 (schemas/sources.json); do not edit.
import type * as pulumi from "@pulumi/pulumi";

/**
 * Specification of ProxyConfig (networking.istio.io).
 * @see https://istio.io/latest/docs/reference/config/networking/proxy-config/
 */
export interface ProxyConfigSpec {
  /**
   * Worker threads of the proxy; 0 takes all cores. Holds for Pods started afterwards.
   * Allowed: 0 or more.
   * @default - from the CPU limit
   * @see https://istio.io/latest/docs/reference/config/networking/proxy-config/
   */
  concurrency?: pulumi.Input<number>;
  /**
   * Further variables for the proxy; those named `ISTIO_META_…` also reach istiod.
   * @see https://istio.io/latest/docs/reference/config/networking/proxy-config/
   */
  environmentVariables?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
  /**
   * Which build of the proxy is injected.
   * @see https://istio.io/latest/docs/reference/config/networking/proxy-config/
   */
  image?: ProxyConfigImage;
  /**
   * Workloads that the settings are for, by label.
   * @default - all of the namespace
   * @see https://istio.io/latest/docs/reference/config/networking/proxy-config/
   */
  selector?: ProxyConfigSelector;
}

/**
 * `spec.image` of ProxyConfig.
 * @see https://istio.io/latest/docs/reference/config/networking/proxy-config/
 */
export interface ProxyConfigImage {
  /**
   * Variant of the image, e.g. `default`, `debug` or `distroless`; others have to be in the hub.
   * @see https://istio.io/latest/docs/reference/config/networking/proxy-config/
   */
  imageType?: pulumi.Input<string>;
}

/**
 * `spec.selector` of ProxyConfig.
 * @see https://istio.io/latest/docs/reference/config/networking/proxy-config/
 */
export interface ProxyConfigSelector {
  /**
   * Labels that a Pod has to carry, all of them.
   * @see https://istio.io/latest/docs/reference/config/networking/proxy-config/
   */
  matchLabels?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}
