// Written by scripts/update-schemas from Gateway API 1.6 and Gateway API 1.7 (schemas/sources.json); do not edit.
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
import type { TCPRouteSpec } from "./tcp-route-v1alpha2";

export type * from "./tcp-route-v1alpha2";

const tCPRoute: ResourceKind = {
  group: "gateway.networking.k8s.io",
  version: "v1alpha2",
  kind: "TCPRoute",
  otherVersions: ["v1"],
};

/**
 * Specification of TCPRoute (gateway.networking.k8s.io).
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#tcproute
 */
export class TCPRoute extends MeshResource<TCPRouteSpec> {
  constructor(name: string, args: MeshResourceArgs<TCPRouteSpec>, opts?: MeshResourceOptions) {
    super(tCPRoute, name, args, opts);
  }

  /** Reads an object that exists: `id` is `namespace/name`. */
  static override get(name: string, id: ResourceId, opts?: pulumi.CustomResourceOptions): TCPRoute {
    return new TCPRoute(name, existing, withId(id, opts));
  }

  /** Whether a value is such a resource, also one of another copy of this package. */
  static override isInstance(value: unknown): value is TCPRoute {
    return isOfKind(value, tCPRoute);
  }
}
