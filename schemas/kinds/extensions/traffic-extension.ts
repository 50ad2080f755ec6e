// Written by scripts/update-schemas from Istio 1.31 and Istio 1.32 (schemas/sources.json); do not edit.

export interface TrafficExtensionSpec {
  lua?: TrafficExtensionLua;
  match?: TrafficExtensionMatch[];
  phase?: "UNSPECIFIED" | "AUTHN" | "AUTHZ" | "STATS";
  priority?: number;
  selector?: TrafficExtensionSelector;
  targetRefs?: TrafficExtensionTargetRef[];
  wasm?: TrafficExtensionWasm;
}

export interface TrafficExtensionLua {
  inlineCode: string;
}

export interface TrafficExtensionMatch {
  mode?: "UNDEFINED" | "CLIENT" | "SERVER" | "CLIENT_AND_SERVER";
  ports?: TrafficExtensionMatchPort[];
}

export interface TrafficExtensionSelector {
  matchLabels?: { [key: string]: string };
}

export interface TrafficExtensionTargetRef {
  group?: string;
  kind: string;
  name: string;
  namespace?: string;
}

export interface TrafficExtensionWasm {
  failStrategy?: "FAIL_CLOSE" | "FAIL_OPEN" | "FAIL_RELOAD";
  imagePullPolicy?: "UNSPECIFIED_POLICY" | "IfNotPresent" | "Always";
  imagePullSecret?: string;
  pluginConfig?: { [key: string]: unknown };
  pluginName?: string;
  sha256?: string;
  type?: "UNSPECIFIED_PLUGIN_TYPE" | "HTTP" | "NETWORK";
  url: string;
  verificationKey?: string;
  vmConfig?: TrafficExtensionWasmVmConfig;
}

export interface TrafficExtensionMatchPort {
  number: number;
}

export interface TrafficExtensionWasmVmConfig {
  env?: TrafficExtensionWasmVmConfigEnv[];
}

export interface TrafficExtensionWasmVmConfigEnv {
  name: string;
  value?: string;
  valueFrom?: "INLINE" | "HOST";
}
