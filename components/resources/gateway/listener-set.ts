// Written by scripts/schemas from the custom resource definitions; not to be edited.
import type * as pulumi from "@pulumi/pulumi";

/**
 * Specification of ListenerSet (gateway.networking.k8s.io).
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#listenerset
 */
export interface ListenerSetSpec {
  /** Allowed: 1 to 64 entries. */
  listeners: ListenerSetListener[];
  parentRef: ListenerSetParentRef;
}

/**
 * `spec.listeners` of ListenerSet.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#listenerset
 */
export interface ListenerSetListener {
  /** @default {"namespaces":{"from":"Same"}} */
  allowedRoutes?: ListenerSetListenerAllowedRoutes;
  /** Allowed: 1 to 253 characters. */
  hostname?: pulumi.Input<string>;
  /** Allowed: 1 to 253 characters. */
  name: pulumi.Input<string>;
  /** Allowed: 1 to 65535. */
  port: pulumi.Input<number>;
  /** Allowed: 1 to 255 characters. */
  protocol: pulumi.Input<string>;
  tls?: ListenerSetListenerTls;
}

/**
 * `spec.parentRef` of ListenerSet.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#listenerset
 */
export interface ListenerSetParentRef {
  /**
   * Allowed: at most 253 characters.
   * @default "gateway.networking.k8s.io"
   */
  group?: pulumi.Input<string>;
  /**
   * Allowed: 1 to 63 characters.
   * @default "Gateway"
   */
  kind?: pulumi.Input<string>;
  /** Allowed: 1 to 253 characters. */
  name: pulumi.Input<string>;
  /** Allowed: 1 to 63 characters. */
  namespace?: pulumi.Input<string>;
}

/**
 * `spec.listeners.allowedRoutes` of ListenerSet.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#listenerset
 */
export interface ListenerSetListenerAllowedRoutes {
  /** Allowed: at most 8 entries. */
  kinds?: ListenerSetListenerAllowedRoutesKind[];
  /** @default {"from":"Same"} */
  namespaces?: ListenerSetListenerAllowedRoutesNamespaces;
}

/**
 * `spec.listeners.tls` of ListenerSet.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#listenerset
 */
export interface ListenerSetListenerTls {
  /** Allowed: at most 64 entries. */
  certificateRefs?: ListenerSetListenerTlsCertificateRef[];
  /** @default "Terminate" */
  mode?: pulumi.Input<"Terminate" | "Passthrough">;
  options?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}

/**
 * `spec.listeners.allowedRoutes.kinds` of ListenerSet.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#listenerset
 */
export interface ListenerSetListenerAllowedRoutesKind {
  /**
   * Allowed: at most 253 characters.
   * @default "gateway.networking.k8s.io"
   */
  group?: pulumi.Input<string>;
  /** Allowed: 1 to 63 characters. */
  kind: pulumi.Input<string>;
}

/**
 * `spec.listeners.allowedRoutes.namespaces` of ListenerSet.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#listenerset
 */
export interface ListenerSetListenerAllowedRoutesNamespaces {
  /** @default "Same" */
  from?: pulumi.Input<"All" | "Selector" | "Same">;
  selector?: ListenerSetListenerAllowedRoutesNamespacesSelector;
}

/**
 * `spec.listeners.tls.certificateRefs` of ListenerSet.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#listenerset
 */
export interface ListenerSetListenerTlsCertificateRef {
  /**
   * Allowed: at most 253 characters.
   * @default ""
   */
  group?: pulumi.Input<string>;
  /**
   * Allowed: 1 to 63 characters.
   * @default "Secret"
   */
  kind?: pulumi.Input<string>;
  /** Allowed: 1 to 253 characters. */
  name: pulumi.Input<string>;
  /** Allowed: 1 to 63 characters. */
  namespace?: pulumi.Input<string>;
}

/**
 * `spec.listeners.allowedRoutes.namespaces.selector` of ListenerSet.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#listenerset
 */
export interface ListenerSetListenerAllowedRoutesNamespacesSelector {
  matchExpressions?: ListenerSetListenerAllowedRoutesNamespacesSelectorMatchExpression[];
  matchLabels?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}

/**
 * `spec.listeners.allowedRoutes.namespaces.selector.matchExpressions` of ListenerSet.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#listenerset
 */
export interface ListenerSetListenerAllowedRoutesNamespacesSelectorMatchExpression {
  key: pulumi.Input<string>;
  operator: pulumi.Input<string>;
  values?: pulumi.Input<pulumi.Input<string>[]>;
}
