// Written by scripts/update-schemas from Istio 1.31 and Istio 1.32 (schemas/sources.json); do not edit.

export interface WasmPluginSpec {
  failStrategy?: "FAIL_CLOSE" | "FAIL_OPEN" | "FAIL_RELOAD";
  imagePullPolicy?: "UNSPECIFIED_POLICY" | "IfNotPresent" | "Always";
  imagePullSecret?: string;
  match?: WasmPluginMatch[];
  phase?: "UNSPECIFIED_PHASE" | "AUTHN" | "AUTHZ" | "STATS";
  pluginConfig?: { [key: string]: unknown };
  pluginName?: string;
  priority?: number;
  selector?: WasmPluginSelector;
  sha256?: string;
  targetRef?: WasmPluginTargetRef;
  targetRefs?: WasmPluginTargetRef[];
  type?: "UNSPECIFIED_PLUGIN_TYPE" | "HTTP" | "NETWORK";
  url: string;
  verificationKey?: string;
  vmConfig?: WasmPluginVmConfig;
}

export interface WasmPluginMatch {
  mode?: "UNDEFINED" | "CLIENT" | "SERVER" | "CLIENT_AND_SERVER";
  ports?: WasmPluginMatchPort[];
}

export interface WasmPluginSelector {
  matchLabels?: { [key: string]: string };
}

export interface WasmPluginTargetRef {
  group?: string;
  kind: string;
  name: string;
  namespace?: string;
}

export interface WasmPluginVmConfig {
  env?: WasmPluginVmConfigEnv[];
}

export interface WasmPluginMatchPort {
  number: number;
}

export interface WasmPluginVmConfigEnv {
  name: string;
  value?: string;
  valueFrom?: "INLINE" | "HOST";
}
