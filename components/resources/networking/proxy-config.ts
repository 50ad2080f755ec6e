// Written by scripts/schemas from the custom resource definitions; not to be edited.
import type * as pulumi from "@pulumi/pulumi";

/**
 * Specification of ProxyConfig (networking.istio.io).
 * @see https://istio.io/latest/docs/reference/config/networking/proxy-config/
 */
export interface ProxyConfigSpec {
  /** Allowed: 0 or more. */
  concurrency?: pulumi.Input<number>;
  environmentVariables?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
  image?: ProxyConfigImage;
  selector?: ProxyConfigSelector;
}

/**
 * `spec.image` of ProxyConfig.
 * @see https://istio.io/latest/docs/reference/config/networking/proxy-config/
 */
export interface ProxyConfigImage {
  imageType?: pulumi.Input<string>;
}

/**
 * `spec.selector` of ProxyConfig.
 * @see https://istio.io/latest/docs/reference/config/networking/proxy-config/
 */
export interface ProxyConfigSelector {
  matchLabels?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}
