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
import type { TelemetrySpec } from "./telemetry";

export type * from "./telemetry";

const telemetry: ResourceKind = {
  group: "telemetry.istio.io",
  version: "v1",
  kind: "Telemetry",
  otherVersions: ["v1alpha1"],
};

/**
 * Specification of Telemetry (telemetry.istio.io).
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export class Telemetry extends MeshResource<TelemetrySpec> {
  constructor(name: string, args: MeshResourceArgs<TelemetrySpec>, opts?: MeshResourceOptions) {
    super(telemetry, name, args, opts);
  }

  /** Reads an object that exists: `id` is `namespace/name`. */
  static override get(
    name: string,
    id: ResourceId,
    opts?: pulumi.CustomResourceOptions,
  ): Telemetry {
    return new Telemetry(name, existing, withId(id, opts));
  }

  /** Whether a value is such a resource, also one of another copy of this package. */
  static override isInstance(value: unknown): value is Telemetry {
    return isOfKind(value, telemetry);
  }
}
