// Written by scripts/schemas from the custom resource definitions; not to be edited.
import type * as pulumi from "@pulumi/pulumi";

/**
 * Specification of WasmPlugin (extensions.istio.io).
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
 */
export interface WasmPluginSpec {
  failStrategy?: pulumi.Input<"FAIL_CLOSE" | "FAIL_OPEN" | "FAIL_RELOAD">;
  imagePullPolicy?: pulumi.Input<"UNSPECIFIED_POLICY" | "IfNotPresent" | "Always">;
  /** Allowed: 1 to 253 characters. */
  imagePullSecret?: pulumi.Input<string>;
  match?: WasmPluginMatch[];
  phase?: pulumi.Input<"UNSPECIFIED_PHASE" | "AUTHN" | "AUTHZ" | "STATS">;
  pluginConfig?: pulumi.Input<{ [key: string]: unknown }>;
  /** Allowed: 1 to 256 characters. */
  pluginName?: pulumi.Input<string>;
  priority?: pulumi.Input<number>;
  selector?: WasmPluginSelector;
  sha256?: pulumi.Input<string>;
  targetRef?: WasmPluginTargetRef;
  /** Allowed: at most 16 entries. */
  targetRefs?: WasmPluginTargetRef[];
  type?: pulumi.Input<"UNSPECIFIED_PLUGIN_TYPE" | "HTTP" | "NETWORK">;
  /** Allowed: at least 1 characters. */
  url: pulumi.Input<string>;
  verificationKey?: pulumi.Input<string>;
  vmConfig?: WasmPluginVmConfig;
}

/**
 * `spec.match` of WasmPlugin.
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
 */
export interface WasmPluginMatch {
  mode?: pulumi.Input<"UNDEFINED" | "CLIENT" | "SERVER" | "CLIENT_AND_SERVER">;
  ports?: WasmPluginMatchPort[];
}

/**
 * `spec.selector` of WasmPlugin.
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
 */
export interface WasmPluginSelector {
  matchLabels?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}

/**
 * `spec.targetRef` of WasmPlugin.
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
 */
export interface WasmPluginTargetRef {
  /** Allowed: at most 253 characters. */
  group?: pulumi.Input<string>;
  /** Allowed: 1 to 63 characters. */
  kind: pulumi.Input<string>;
  /** Allowed: 1 to 253 characters. */
  name: pulumi.Input<string>;
  namespace?: pulumi.Input<string>;
}

/**
 * `spec.vmConfig` of WasmPlugin.
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
 */
export interface WasmPluginVmConfig {
  /** Allowed: at most 256 entries. */
  env?: WasmPluginVmConfigEnv[];
}

/**
 * `spec.match.ports` of WasmPlugin.
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
 */
export interface WasmPluginMatchPort {
  /** Allowed: 1 to 65535. */
  number: pulumi.Input<number>;
}

/**
 * `spec.vmConfig.env` of WasmPlugin.
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
 */
export interface WasmPluginVmConfigEnv {
  /** Allowed: 1 to 256 characters. */
  name: pulumi.Input<string>;
  /** Allowed: at most 2048 characters. */
  value?: pulumi.Input<string>;
  valueFrom?: pulumi.Input<"INLINE" | "HOST">;
}
