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
import type { GatewaySpec } from "./gateway";
import type { GatewayClassSpec } from "./gateway-class";
import type { HTTPRouteSpec } from "./http-route";
import type { ReferenceGrantSpec } from "./reference-grant";

export type * from "./gateway";
export type * from "./gateway-class";
export type * from "./http-route";
export type * from "./reference-grant";

const gatewayClass: ResourceKind = {
  group: "gateway.networking.k8s.io",
  version: "v1beta1",
  kind: "GatewayClass",
  otherVersions: ["v1"],
};

/**
 * Specification of GatewayClass (gateway.networking.k8s.io).
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#gatewayclass
 */
export class GatewayClass extends MeshResource<GatewayClassSpec> {
  constructor(name: string, args: MeshResourceArgs<GatewayClassSpec>, opts?: MeshResourceOptions) {
    super(gatewayClass, name, args, opts);
  }

  /** Reads an object that exists: `id` is `namespace/name` without the namespace. */
  static override get(
    name: string,
    id: ResourceId,
    opts?: pulumi.CustomResourceOptions,
  ): GatewayClass {
    return new GatewayClass(name, existing, withId(id, opts));
  }

  /** Whether a value is such a resource, also one of another copy of this package. */
  static override isInstance(value: unknown): value is GatewayClass {
    return isOfKind(value, gatewayClass);
  }
}

const gateway: ResourceKind = {
  group: "gateway.networking.k8s.io",
  version: "v1beta1",
  kind: "Gateway",
  otherVersions: ["v1"],
};

/**
 * Specification of Gateway (gateway.networking.k8s.io).
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
 */
export class Gateway extends MeshResource<GatewaySpec> {
  constructor(name: string, args: MeshResourceArgs<GatewaySpec>, opts?: MeshResourceOptions) {
    super(gateway, name, args, opts);
  }

  /** Reads an object that exists: `id` is `namespace/name`. */
  static override get(name: string, id: ResourceId, opts?: pulumi.CustomResourceOptions): Gateway {
    return new Gateway(name, existing, withId(id, opts));
  }

  /** Whether a value is such a resource, also one of another copy of this package. */
  static override isInstance(value: unknown): value is Gateway {
    return isOfKind(value, gateway);
  }
}

const hTTPRoute: ResourceKind = {
  group: "gateway.networking.k8s.io",
  version: "v1beta1",
  kind: "HTTPRoute",
  otherVersions: ["v1"],
};

/**
 * Specification of HTTPRoute (gateway.networking.k8s.io).
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
 */
export class HTTPRoute extends MeshResource<HTTPRouteSpec> {
  constructor(name: string, args: MeshResourceArgs<HTTPRouteSpec>, opts?: MeshResourceOptions) {
    super(hTTPRoute, name, args, opts);
  }

  /** Reads an object that exists: `id` is `namespace/name`. */
  static override get(
    name: string,
    id: ResourceId,
    opts?: pulumi.CustomResourceOptions,
  ): HTTPRoute {
    return new HTTPRoute(name, existing, withId(id, opts));
  }

  /** Whether a value is such a resource, also one of another copy of this package. */
  static override isInstance(value: unknown): value is HTTPRoute {
    return isOfKind(value, hTTPRoute);
  }
}

const referenceGrant: ResourceKind = {
  group: "gateway.networking.k8s.io",
  version: "v1beta1",
  kind: "ReferenceGrant",
  otherVersions: ["v1"],
};

/**
 * Specification of ReferenceGrant (gateway.networking.k8s.io).
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#referencegrant
 */
export class ReferenceGrant extends MeshResource<ReferenceGrantSpec> {
  constructor(
    name: string,
    args: MeshResourceArgs<ReferenceGrantSpec>,
    opts?: MeshResourceOptions,
  ) {
    super(referenceGrant, name, args, opts);
  }

  /** Reads an object that exists: `id` is `namespace/name`. */
  static override get(
    name: string,
    id: ResourceId,
    opts?: pulumi.CustomResourceOptions,
  ): ReferenceGrant {
    return new ReferenceGrant(name, existing, withId(id, opts));
  }

  /** Whether a value is such a resource, also one of another copy of this package. */
  static override isInstance(value: unknown): value is ReferenceGrant {
    return isOfKind(value, referenceGrant);
  }
}
