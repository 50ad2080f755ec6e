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
import type { AuthorizationPolicySpec } from "./authorization-policy";
import type { PeerAuthenticationSpec } from "./peer-authentication";
import type { RequestAuthenticationSpec } from "./request-authentication";

export type * from "./authorization-policy";
export type * from "./peer-authentication";
export type * from "./request-authentication";

const authorizationPolicy: ResourceKind = {
  group: "security.istio.io",
  version: "v1beta1",
  kind: "AuthorizationPolicy",
  otherVersions: ["v1"],
};

/**
 * Specification of AuthorizationPolicy (security.istio.io).
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
 */
export class AuthorizationPolicy extends MeshResource<AuthorizationPolicySpec> {
  constructor(
    name: string,
    args: MeshResourceArgs<AuthorizationPolicySpec>,
    opts?: MeshResourceOptions,
  ) {
    super(authorizationPolicy, name, args, opts);
  }

  /** Reads an object that exists: `id` is `namespace/name`. */
  static override get(
    name: string,
    id: ResourceId,
    opts?: pulumi.CustomResourceOptions,
  ): AuthorizationPolicy {
    return new AuthorizationPolicy(name, existing, withId(id, opts));
  }

  /** Whether a value is such a resource, also one of another copy of this package. */
  static override isInstance(value: unknown): value is AuthorizationPolicy {
    return isOfKind(value, authorizationPolicy);
  }
}

const peerAuthentication: ResourceKind = {
  group: "security.istio.io",
  version: "v1beta1",
  kind: "PeerAuthentication",
  otherVersions: ["v1"],
};

/**
 * Specification of PeerAuthentication (security.istio.io).
 * @see https://istio.io/latest/docs/reference/config/security/peer_authentication/
 */
export class PeerAuthentication extends MeshResource<PeerAuthenticationSpec> {
  constructor(
    name: string,
    args: MeshResourceArgs<PeerAuthenticationSpec>,
    opts?: MeshResourceOptions,
  ) {
    super(peerAuthentication, name, args, opts);
  }

  /** Reads an object that exists: `id` is `namespace/name`. */
  static override get(
    name: string,
    id: ResourceId,
    opts?: pulumi.CustomResourceOptions,
  ): PeerAuthentication {
    return new PeerAuthentication(name, existing, withId(id, opts));
  }

  /** Whether a value is such a resource, also one of another copy of this package. */
  static override isInstance(value: unknown): value is PeerAuthentication {
    return isOfKind(value, peerAuthentication);
  }
}

const requestAuthentication: ResourceKind = {
  group: "security.istio.io",
  version: "v1beta1",
  kind: "RequestAuthentication",
  otherVersions: ["v1"],
};

/**
 * Specification of RequestAuthentication (security.istio.io).
 * @see https://istio.io/latest/docs/reference/config/security/request_authentication/
 */
export class RequestAuthentication extends MeshResource<RequestAuthenticationSpec> {
  constructor(
    name: string,
    args: MeshResourceArgs<RequestAuthenticationSpec>,
    opts?: MeshResourceOptions,
  ) {
    super(requestAuthentication, name, args, opts);
  }

  /** Reads an object that exists: `id` is `namespace/name`. */
  static override get(
    name: string,
    id: ResourceId,
    opts?: pulumi.CustomResourceOptions,
  ): RequestAuthentication {
    return new RequestAuthentication(name, existing, withId(id, opts));
  }

  /** Whether a value is such a resource, also one of another copy of this package. */
  static override isInstance(value: unknown): value is RequestAuthentication {
    return isOfKind(value, requestAuthentication);
  }
}
