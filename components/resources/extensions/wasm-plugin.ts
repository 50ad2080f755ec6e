// Written by scripts/update-schemas from Istio 1.31 and Istio 1.32 (schemas/sources.json); do not edit.
import type * as pulumi from "@pulumi/pulumi";

/**
 * Specification of WasmPlugin (extensions.istio.io).
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
 */
export interface WasmPluginSpec {
  /**
   * What happens when the module cannot be fetched or crashes: requests fail, or pass without it.
   * @default - FAIL_CLOSE
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
   */
  failStrategy?: pulumi.Input<"FAIL_CLOSE" | "FAIL_OPEN" | "FAIL_RELOAD">;
  /**
   * When the module is fetched anew; without effect once a checksum is given.
   * @default - IfNotPresent, but Always for an image tagged `latest`
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
   */
  imagePullPolicy?: pulumi.Input<"UNSPECIFIED_POLICY" | "IfNotPresent" | "Always">;
  /**
   * Secret of this namespace with the registry's credentials.
   * Allowed: 1 to 253 characters.
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
   */
  imagePullSecret?: pulumi.Input<string>;
  /**
   * Traffic that goes through the plugin: one of the entries fits.
   * @default - all traffic
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
   */
  match?: WasmPluginMatch[];
  /**
   * Place among the proxy's filters: before Istio's filters for the named step.
   * @default - near the end, before the router
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
   */
  phase?: pulumi.Input<"UNSPECIFIED_PHASE" | "AUTHN" | "AUTHZ" | "STATS">;
  /**
   * Settings that the module itself reads.
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
   */
  pluginConfig?: pulumi.Input<{ [key: string]: unknown }>;
  /**
   * Name in Envoy's configuration; some modules pick the plugin to run by it.
   * Allowed: 1 to 256 characters.
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
   */
  pluginName?: pulumi.Input<string>;
  /**
   * Order within a phase: higher numbers run first.
   * @default - 0
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
   */
  priority?: pulumi.Input<number>;
  /**
   * Workloads that the plugin is for, by label.
   * @default - all of the namespace, or of the mesh in the root namespace
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
   */
  selector?: WasmPluginSelector;
  /**
   * Checksum that module or image has to have, in hex; agrees with an `@sha256:` in `url`.
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
   */
  sha256?: pulumi.Input<string>;
  /**
   * Single target, the older form of `targetRefs`; write `targetRefs` instead.
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
   */
  targetRef?: WasmPluginTargetRef;
  /**
   * Gateways, Services or ServiceEntries that this is for, in place of a selector; waypoints heed nothing else.
   * Allowed: at most 16 entries.
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
   */
  targetRefs?: WasmPluginTargetRef[];
  /**
   * Whether the module filters HTTP requests or raw connections.
   * @default - HTTP
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
   */
  type?: pulumi.Input<"UNSPECIFIED_PLUGIN_TYPE" | "HTTP" | "NETWORK">;
  /**
   * Where the module comes from: image, web address or `file://` in the proxy; no scheme means `oci://`.
   * Allowed: at least 1 characters.
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
   */
  url: pulumi.Input<string>;
  /**
   * Meant for a key that checks signatures; not implemented, so without effect.
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
   */
  verificationKey?: pulumi.Input<string>;
  /**
   * Settings of the virtual machine that runs the module.
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
   */
  vmConfig?: WasmPluginVmConfig;
}

/**
 * `spec.match` of WasmPlugin.
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
 */
export interface WasmPluginMatch {
  /**
   * Direction of traffic; at a gateway `CLIENT` or both.
   * @default - CLIENT_AND_SERVER
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
   */
  mode?: pulumi.Input<"UNDEFINED" | "CLIENT" | "SERVER" | "CLIENT_AND_SERVER">;
  /**
   * Ports, of which one fits: the Service's for outgoing traffic, the container's for incoming.
   * @default - any port
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
   */
  ports?: WasmPluginMatchPort[];
}

/**
 * `spec.selector` of WasmPlugin.
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
 */
export interface WasmPluginSelector {
  /**
   * Labels that a pod or VM has to carry, all of them.
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
   */
  matchLabels?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}

/**
 * `spec.targetRef` of WasmPlugin.
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
 */
export interface WasmPluginTargetRef {
  /**
   * API group of the target; empty for core kinds such as Service.
   * Allowed: at most 253 characters.
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
   */
  group?: pulumi.Input<string>;
  /**
   * Kind of the target, e.g. `Gateway` or `Service`.
   * Allowed: 1 to 63 characters.
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
   */
  kind: pulumi.Input<string>;
  /**
   * Name of the target.
   * Allowed: 1 to 253 characters.
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
   */
  name: pulumi.Input<string>;
  /**
   * Has to stay empty: targets in another namespace are refused.
   * @default - namespace of this object
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
   */
  namespace?: pulumi.Input<string>;
}

/**
 * `spec.vmConfig` of WasmPlugin.
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
 */
export interface WasmPluginVmConfig {
  /**
   * Environment variables that the module sees.
   * Allowed: at most 256 entries.
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
   */
  env?: WasmPluginVmConfigEnv[];
}

/**
 * `spec.match.ports` of WasmPlugin.
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
 */
export interface WasmPluginMatchPort {
  /**
   * Number of the port.
   * Allowed: 1 to 65535.
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
   */
  number: pulumi.Input<number>;
}

/**
 * `spec.vmConfig.env` of WasmPlugin.
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
 */
export interface WasmPluginVmConfigEnv {
  /**
   * Name of the variable.
   * Allowed: 1 to 256 characters.
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
   */
  name: pulumi.Input<string>;
  /**
   * Value of the variable; not allowed with `HOST`.
   * Allowed: at most 2048 characters.
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
   */
  value?: pulumi.Input<string>;
  /**
   * Whether the value stands here or is taken from the proxy's environment.
   * @default - INLINE
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
   */
  valueFrom?: pulumi.Input<"INLINE" | "HOST">;
}
