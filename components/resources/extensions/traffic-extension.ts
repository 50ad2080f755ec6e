// Written by scripts/schemas from the custom resource definitions; not to be edited.
import type * as pulumi from "@pulumi/pulumi";

/**
 * Specification of TrafficExtension (extensions.istio.io).
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic-extension/
 */
export type TrafficExtensionSpec = {
  match?: TrafficExtensionMatch[];
  phase?: pulumi.Input<"UNSPECIFIED" | "AUTHN" | "AUTHZ" | "STATS">;
  priority?: pulumi.Input<number>;
  selector?: TrafficExtensionSelector;
  /** Allowed: at most 16 entries. */
  targetRefs?: TrafficExtensionTargetRef[];
} & (
  | {
      wasm?: never;
      lua?: never;
    }
  | {
      wasm: TrafficExtensionWasm;
      lua?: never;
    }
  | {
      wasm?: never;
      lua: TrafficExtensionLua;
    }
);

/**
 * `spec.lua` of TrafficExtension.
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic-extension/
 */
export interface TrafficExtensionLua {
  /** Allowed: 1 to 65536 characters. */
  inlineCode: pulumi.Input<string>;
}

/**
 * `spec.match` of TrafficExtension.
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic-extension/
 */
export interface TrafficExtensionMatch {
  mode?: pulumi.Input<"UNDEFINED" | "CLIENT" | "SERVER" | "CLIENT_AND_SERVER">;
  ports?: TrafficExtensionMatchPort[];
}

/**
 * `spec.selector` of TrafficExtension.
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic-extension/
 */
export interface TrafficExtensionSelector {
  matchLabels?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}

/**
 * `spec.targetRefs` of TrafficExtension.
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic-extension/
 */
export interface TrafficExtensionTargetRef {
  /** Allowed: at most 253 characters. */
  group?: pulumi.Input<string>;
  /** Allowed: 1 to 63 characters. */
  kind: pulumi.Input<string>;
  /** Allowed: 1 to 253 characters. */
  name: pulumi.Input<string>;
  namespace?: pulumi.Input<string>;
}

/**
 * `spec.wasm` of TrafficExtension.
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic-extension/
 */
export interface TrafficExtensionWasm {
  failStrategy?: pulumi.Input<"FAIL_CLOSE" | "FAIL_OPEN" | "FAIL_RELOAD">;
  imagePullPolicy?: pulumi.Input<"UNSPECIFIED_POLICY" | "IfNotPresent" | "Always">;
  /** Allowed: 1 to 253 characters. */
  imagePullSecret?: pulumi.Input<string>;
  pluginConfig?: pulumi.Input<{ [key: string]: unknown }>;
  /** Allowed: 1 to 256 characters. */
  pluginName?: pulumi.Input<string>;
  sha256?: pulumi.Input<string>;
  type?: pulumi.Input<"UNSPECIFIED_PLUGIN_TYPE" | "HTTP" | "NETWORK">;
  /** Allowed: at least 1 characters. */
  url: pulumi.Input<string>;
  verificationKey?: pulumi.Input<string>;
  vmConfig?: TrafficExtensionWasmVmConfig;
}

/**
 * `spec.match.ports` of TrafficExtension.
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic-extension/
 */
export interface TrafficExtensionMatchPort {
  /** Allowed: 1 to 65535. */
  number: pulumi.Input<number>;
}

/**
 * `spec.wasm.vmConfig` of TrafficExtension.
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic-extension/
 */
export interface TrafficExtensionWasmVmConfig {
  /** Allowed: at most 256 entries. */
  env?: TrafficExtensionWasmVmConfigEnv[];
}

/**
 * `spec.wasm.vmConfig.env` of TrafficExtension.
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic-extension/
 */
export interface TrafficExtensionWasmVmConfigEnv {
  /** Allowed: 1 to 256 characters. */
  name: pulumi.Input<string>;
  /** Allowed: at most 2048 characters. */
  value?: pulumi.Input<string>;
  valueFrom?: pulumi.Input<"INLINE" | "HOST">;
}
