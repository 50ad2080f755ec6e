// Written by scripts/update-schemas from Istio 1.31 and Istio 1.32 (schemas/sources.json); do not edit.
import type * as pulumi from "@pulumi/pulumi";

/**
 * Specification of TrafficExtension (extensions.istio.io).
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic-extension/
 */
export type TrafficExtensionSpec = {
  /**
   * Traffic that goes through the extension: one of the entries fits.
   * @default - all traffic
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic-extension/
   */
  match?: TrafficExtensionMatch[];
  /**
   * Place among the proxy's filters: before Istio's filters for the named step.
   * @default - near the end, before the router
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic-extension/
   */
  phase?: pulumi.Input<"UNSPECIFIED" | "AUTHN" | "AUTHZ" | "STATS">;
  /**
   * Order within a phase: higher numbers run first.
   * @default - 0
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic-extension/
   */
  priority?: pulumi.Input<number>;
  /**
   * Workloads that the extension is for, by label.
   * @default - all of the namespace, or of the mesh in the root namespace
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic-extension/
   */
  selector?: TrafficExtensionSelector;
  /**
   * Gateways, Services or ServiceEntries that this is for, in place of a selector; waypoints heed nothing else.
   * Allowed: at most 16 entries.
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic-extension/
   */
  targetRefs?: TrafficExtensionTargetRef[];
} & (
  | {
      wasm?: never;
      lua?: never;
    }
  | {
      /**
       * Filter as WebAssembly module; exactly one of `lua` and `wasm` is set.
       * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic-extension/
       */
      wasm: TrafficExtensionWasm;
      lua?: never;
    }
  | {
      wasm?: never;
      /**
       * Filter written in Lua; exactly one of `lua` and `wasm` is set.
       * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic-extension/
       */
      lua: TrafficExtensionLua;
    }
);

/**
 * `spec.lua` of TrafficExtension.
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic-extension/
 */
export interface TrafficExtensionLua {
  /**
   * Script that defines `envoy_on_request`, `envoy_on_response` or both.
   * Allowed: 1 to 65536 characters.
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic-extension/
   */
  inlineCode: pulumi.Input<string>;
}

/**
 * `spec.match` of TrafficExtension.
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic-extension/
 */
export interface TrafficExtensionMatch {
  /**
   * Direction of traffic; at a gateway `CLIENT` or both.
   * @default - CLIENT_AND_SERVER
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic-extension/
   */
  mode?: pulumi.Input<"UNDEFINED" | "CLIENT" | "SERVER" | "CLIENT_AND_SERVER">;
  /**
   * Ports, of which one fits: the Service's for outgoing traffic, the container's for incoming.
   * @default - any port
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic-extension/
   */
  ports?: TrafficExtensionMatchPort[];
}

/**
 * `spec.selector` of TrafficExtension.
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic-extension/
 */
export interface TrafficExtensionSelector {
  /**
   * Labels that a pod or VM has to carry, all of them.
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic-extension/
   */
  matchLabels?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}

/**
 * `spec.targetRefs` of TrafficExtension.
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic-extension/
 */
export interface TrafficExtensionTargetRef {
  /**
   * API group of the target; empty for core kinds such as Service.
   * Allowed: at most 253 characters.
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic-extension/
   */
  group?: pulumi.Input<string>;
  /**
   * Kind of the target, e.g. `Gateway` or `Service`.
   * Allowed: 1 to 63 characters.
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic-extension/
   */
  kind: pulumi.Input<string>;
  /**
   * Name of the target.
   * Allowed: 1 to 253 characters.
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic-extension/
   */
  name: pulumi.Input<string>;
  /**
   * Has to stay empty: targets in another namespace are refused.
   * @default - namespace of this object
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic-extension/
   */
  namespace?: pulumi.Input<string>;
}

/**
 * `spec.wasm` of TrafficExtension.
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic-extension/
 */
export interface TrafficExtensionWasm {
  /**
   * What happens when the module cannot be fetched or crashes: requests fail, or pass without it.
   * @default - FAIL_CLOSE
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic-extension/
   */
  failStrategy?: pulumi.Input<"FAIL_CLOSE" | "FAIL_OPEN" | "FAIL_RELOAD">;
  /**
   * When the module is fetched anew; without effect once a checksum is given.
   * @default - IfNotPresent, but Always for an image tagged `latest`
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic-extension/
   */
  imagePullPolicy?: pulumi.Input<"UNSPECIFIED_POLICY" | "IfNotPresent" | "Always">;
  /**
   * Secret of this namespace with the registry's credentials.
   * Allowed: 1 to 253 characters.
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic-extension/
   */
  imagePullSecret?: pulumi.Input<string>;
  /**
   * Settings that the module itself reads.
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic-extension/
   */
  pluginConfig?: pulumi.Input<{ [key: string]: unknown }>;
  /**
   * Name in Envoy's configuration; some modules pick the plugin to run by it.
   * Allowed: 1 to 256 characters.
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic-extension/
   */
  pluginName?: pulumi.Input<string>;
  /**
   * Checksum that module or image has to have, in hex; agrees with an `@sha256:` in `url`.
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic-extension/
   */
  sha256?: pulumi.Input<string>;
  /**
   * Whether the module filters HTTP requests or raw connections.
   * @default - HTTP
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic-extension/
   */
  type?: pulumi.Input<"UNSPECIFIED_PLUGIN_TYPE" | "HTTP" | "NETWORK">;
  /**
   * Where the module comes from: image, web address or `file://` in the proxy; no scheme means `oci://`.
   * Allowed: at least 1 characters.
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic-extension/
   */
  url: pulumi.Input<string>;
  /**
   * Meant for a key that checks signatures; not implemented, so without effect.
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic-extension/
   */
  verificationKey?: pulumi.Input<string>;
  /**
   * Settings of the virtual machine that runs the module.
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic-extension/
   */
  vmConfig?: TrafficExtensionWasmVmConfig;
}

/**
 * `spec.match.ports` of TrafficExtension.
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic-extension/
 */
export interface TrafficExtensionMatchPort {
  /**
   * Number of the port.
   * Allowed: 1 to 65535.
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic-extension/
   */
  number: pulumi.Input<number>;
}

/**
 * `spec.wasm.vmConfig` of TrafficExtension.
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic-extension/
 */
export interface TrafficExtensionWasmVmConfig {
  /**
   * Environment variables that the module sees.
   * Allowed: at most 256 entries.
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic-extension/
   */
  env?: TrafficExtensionWasmVmConfigEnv[];
}

/**
 * `spec.wasm.vmConfig.env` of TrafficExtension.
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic-extension/
 */
export interface TrafficExtensionWasmVmConfigEnv {
  /**
   * Name of the variable.
   * Allowed: 1 to 256 characters.
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic-extension/
   */
  name: pulumi.Input<string>;
  /**
   * Value of the variable; not allowed with `HOST`.
   * Allowed: at most 2048 characters.
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic-extension/
   */
  value?: pulumi.Input<string>;
  /**
   * Whether the value stands here or is taken from the proxy's environment.
   * @default - INLINE
   * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic-extension/
   */
  valueFrom?: pulumi.Input<"INLINE" | "HOST">;
}
