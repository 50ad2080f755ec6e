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
import type { BackendTLSPolicySpec } from "./backend-tls-policy";
import type { GatewaySpec } from "./gateway";
import type { GatewayClassSpec } from "./gateway-class";
import type { GRPCRouteSpec } from "./grpc-route";
import type { HTTPRouteSpec } from "./http-route";
import type { ListenerSetSpec } from "./listener-set";
import type { ReferenceGrantSpec } from "./reference-grant";
import type { TCPRouteSpec } from "./tcp-route";
import type { TLSRouteSpec } from "./tls-route";
import type { UDPRouteSpec } from "./udp-route";

export type * from "./backend-tls-policy";
export type * from "./gateway";
export type * from "./gateway-class";
export type * from "./grpc-route";
export type * from "./http-route";
export type * from "./listener-set";
export type * from "./reference-grant";
export type * from "./tcp-route";
export type * from "./tls-route";
export type * from "./udp-route";

const backendTLSPolicy: ResourceKind = {
  group: "gateway.networking.k8s.io",
  version: "v1",
  kind: "BackendTLSPolicy",
  otherVersions: [],
};

/**
 * Specification of BackendTLSPolicy (gateway.networking.k8s.io).
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#backendtlspolicy
 */
export class BackendTLSPolicy extends MeshResource<BackendTLSPolicySpec> {
  constructor(
    name: string,
    args: MeshResourceArgs<BackendTLSPolicySpec>,
    opts?: MeshResourceOptions,
  ) {
    super(backendTLSPolicy, name, args, opts);
  }

  /** Reads an object that exists: `id` is `namespace/name`. */
  static override get(
    name: string,
    id: ResourceId,
    opts?: pulumi.CustomResourceOptions,
  ): BackendTLSPolicy {
    return new BackendTLSPolicy(name, existing, withId(id, opts));
  }

  /** Whether a value is such a resource, also one of another copy of this package. */
  static override isInstance(value: unknown): value is BackendTLSPolicy {
    return isOfKind(value, backendTLSPolicy);
  }
}

const gatewayClass: ResourceKind = {
  group: "gateway.networking.k8s.io",
  version: "v1",
  kind: "GatewayClass",
  otherVersions: ["v1beta1"],
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
  version: "v1",
  kind: "Gateway",
  otherVersions: ["v1beta1"],
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

const gRPCRoute: ResourceKind = {
  group: "gateway.networking.k8s.io",
  version: "v1",
  kind: "GRPCRoute",
  otherVersions: [],
};

/**
 * Specification of GRPCRoute (gateway.networking.k8s.io).
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
 */
export class GRPCRoute extends MeshResource<GRPCRouteSpec> {
  constructor(name: string, args: MeshResourceArgs<GRPCRouteSpec>, opts?: MeshResourceOptions) {
    super(gRPCRoute, name, args, opts);
  }

  /** Reads an object that exists: `id` is `namespace/name`. */
  static override get(
    name: string,
    id: ResourceId,
    opts?: pulumi.CustomResourceOptions,
  ): GRPCRoute {
    return new GRPCRoute(name, existing, withId(id, opts));
  }

  /** Whether a value is such a resource, also one of another copy of this package. */
  static override isInstance(value: unknown): value is GRPCRoute {
    return isOfKind(value, gRPCRoute);
  }
}

const hTTPRoute: ResourceKind = {
  group: "gateway.networking.k8s.io",
  version: "v1",
  kind: "HTTPRoute",
  otherVersions: ["v1beta1"],
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

const listenerSet: ResourceKind = {
  group: "gateway.networking.k8s.io",
  version: "v1",
  kind: "ListenerSet",
  otherVersions: [],
};

/**
 * Specification of ListenerSet (gateway.networking.k8s.io).
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#listenerset
 */
export class ListenerSet extends MeshResource<ListenerSetSpec> {
  constructor(name: string, args: MeshResourceArgs<ListenerSetSpec>, opts?: MeshResourceOptions) {
    super(listenerSet, name, args, opts);
  }

  /** Reads an object that exists: `id` is `namespace/name`. */
  static override get(
    name: string,
    id: ResourceId,
    opts?: pulumi.CustomResourceOptions,
  ): ListenerSet {
    return new ListenerSet(name, existing, withId(id, opts));
  }

  /** Whether a value is such a resource, also one of another copy of this package. */
  static override isInstance(value: unknown): value is ListenerSet {
    return isOfKind(value, listenerSet);
  }
}

const referenceGrant: ResourceKind = {
  group: "gateway.networking.k8s.io",
  version: "v1",
  kind: "ReferenceGrant",
  otherVersions: ["v1beta1"],
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

const tCPRoute: ResourceKind = {
  group: "gateway.networking.k8s.io",
  version: "v1",
  kind: "TCPRoute",
  otherVersions: ["v1alpha2"],
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

const tLSRoute: ResourceKind = {
  group: "gateway.networking.k8s.io",
  version: "v1",
  kind: "TLSRoute",
  otherVersions: [],
};

/**
 * Specification of TLSRoute (gateway.networking.k8s.io).
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#tlsroute
 */
export class TLSRoute extends MeshResource<TLSRouteSpec> {
  constructor(name: string, args: MeshResourceArgs<TLSRouteSpec>, opts?: MeshResourceOptions) {
    super(tLSRoute, name, args, opts);
  }

  /** Reads an object that exists: `id` is `namespace/name`. */
  static override get(name: string, id: ResourceId, opts?: pulumi.CustomResourceOptions): TLSRoute {
    return new TLSRoute(name, existing, withId(id, opts));
  }

  /** Whether a value is such a resource, also one of another copy of this package. */
  static override isInstance(value: unknown): value is TLSRoute {
    return isOfKind(value, tLSRoute);
  }
}

const uDPRoute: ResourceKind = {
  group: "gateway.networking.k8s.io",
  version: "v1",
  kind: "UDPRoute",
  otherVersions: [],
};

/**
 * Specification of UDPRoute (gateway.networking.k8s.io).
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#udproute
 */
export class UDPRoute extends MeshResource<UDPRouteSpec> {
  constructor(name: string, args: MeshResourceArgs<UDPRouteSpec>, opts?: MeshResourceOptions) {
    super(uDPRoute, name, args, opts);
  }

  /** Reads an object that exists: `id` is `namespace/name`. */
  static override get(name: string, id: ResourceId, opts?: pulumi.CustomResourceOptions): UDPRoute {
    return new UDPRoute(name, existing, withId(id, opts));
  }

  /** Whether a value is such a resource, also one of another copy of this package. */
  static override isInstance(value: unknown): value is UDPRoute {
    return isOfKind(value, uDPRoute);
  }
}
