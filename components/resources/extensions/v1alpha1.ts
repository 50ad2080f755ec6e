// Written by scripts/update-schemas from Istio 1.31 and Istio 1.32 (schemas/sources.json); do not edit.
import type * as pulumi from "@pulumi/pulumi";
import {
  existing,
  isOfKind,
  MeshResource,
  type MeshResourceArgs,
  type MeshResourceOptions,
  type ResourceId,
  type ResourceKind,
  withId,
} from "../mesh-resource";
import type { TrafficExtensionSpec } from "./traffic-extension";
import type { WasmPluginSpec } from "./wasm-plugin";

export type * from "./traffic-extension";
export type * from "./wasm-plugin";

const trafficExtension: ResourceKind = {
  group: "extensions.istio.io",
  version: "v1alpha1",
  kind: "TrafficExtension",
  otherVersions: [],
};

/**
 * Specification of TrafficExtension (extensions.istio.io).
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic-extension/
 */
export class TrafficExtension extends MeshResource<TrafficExtensionSpec> {
  constructor(
    name: string,
    args: MeshResourceArgs<TrafficExtensionSpec>,
    opts?: MeshResourceOptions,
  ) {
    super(trafficExtension, name, args, opts);
  }

  /** Reads an object that exists: `id` is `namespace/name`. */
  static override get(
    name: string,
    id: ResourceId,
    opts?: pulumi.CustomResourceOptions,
  ): TrafficExtension {
    return new TrafficExtension(name, existing, withId(id, opts));
  }

  /** Whether a value is such a resource, also one of another copy of this package. */
  static override isInstance(value: unknown): value is TrafficExtension {
    return isOfKind(value, trafficExtension);
  }
}

const wasmPlugin: ResourceKind = {
  group: "extensions.istio.io",
  version: "v1alpha1",
  kind: "WasmPlugin",
  otherVersions: [],
};

/**
 * Specification of WasmPlugin (extensions.istio.io).
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
 */
export class WasmPlugin extends MeshResource<WasmPluginSpec> {
  constructor(name: string, args: MeshResourceArgs<WasmPluginSpec>, opts?: MeshResourceOptions) {
    super(wasmPlugin, name, args, opts);
  }

  /** Reads an object that exists: `id` is `namespace/name`. */
  static override get(
    name: string,
    id: ResourceId,
    opts?: pulumi.CustomResourceOptions,
  ): WasmPlugin {
    return new WasmPlugin(name, existing, withId(id, opts));
  }

  /** Whether a value is such a resource, also one of another copy of this package. */
  static override isInstance(value: unknown): value is WasmPlugin {
    return isOfKind(value, wasmPlugin);
  }
}
