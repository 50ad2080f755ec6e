// Written by scripts/update-schemas from Gateway API 1.6 and Gateway API 1.7 (schemas/sources.json); do not edit.
import type * as pulumi from "@pulumi/pulumi";

/**
 * Specification of ListenerSet (gateway.networking.k8s.io).
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#listenerset
 */
export interface ListenerSetSpec {
  /**
   * Ports, protocols and hosts that are added to those of the gateway.
   * Allowed: 1 to 64 entries.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#listenerset
   */
  listeners: ListenerSetListener[];
  /**
   * Gateway that gets the listeners; it has to permit this in `allowedListeners`.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#listenerset
   */
  parentRef: ListenerSetParentRef;
}

/**
 * `spec.listeners` of ListenerSet.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#listenerset
 */
export interface ListenerSetListener {
  /**
   * Kinds and namespaces of routes that may attach.
   * @default - routes of the set's own namespace that suit the protocol
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#listenerset
   */
  allowedRoutes?: ListenerSetListenerAllowedRoutes;
  /**
   * Host that is served, matched by SNI or `Host` header; without effect for TCP and UDP.
   * Allowed: 1 to 253 characters.
   * @default - every host
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#listenerset
   */
  hostname?: pulumi.Input<string>;
  /**
   * Name of the listener, unique within this object; routes name it as `sectionName`.
   * Allowed: 1 to 253 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#listenerset
   */
  name: pulumi.Input<string>;
  /**
   * Port that clients connect to; listeners may share it when host or protocol tells them apart.
   * Allowed: 1 to 65535.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#listenerset
   */
  port: pulumi.Input<number>;
  /**
   * Protocol that clients speak, e.g. `HTTP`, `HTTPS`, `TLS`, `TCP`.
   * Allowed: 1 to 255 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#listenerset
   */
  protocol: pulumi.Input<string>;
  /**
   * TLS of the listener; needed for `HTTPS` and `TLS`, refused for `HTTP`, `TCP` and `UDP`.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#listenerset
   */
  tls?: ListenerSetListenerTls;
}

/**
 * `spec.parentRef` of ListenerSet.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#listenerset
 */
export interface ListenerSetParentRef {
  /**
   * API group of the parent.
   * Allowed: at most 253 characters.
   * @default "gateway.networking.k8s.io"
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#listenerset
   */
  group?: pulumi.Input<string>;
  /**
   * Kind of the parent.
   * Allowed: 1 to 63 characters.
   * @default "Gateway"
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#listenerset
   */
  kind?: pulumi.Input<string>;
  /**
   * Name of the parent.
   * Allowed: 1 to 253 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#listenerset
   */
  name: pulumi.Input<string>;
  /**
   * Namespace of the parent.
   * Allowed: 1 to 63 characters.
   * @default - namespace of this object
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#listenerset
   */
  namespace?: pulumi.Input<string>;
}

/**
 * `spec.listeners.allowedRoutes` of ListenerSet.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#listenerset
 */
export interface ListenerSetListenerAllowedRoutes {
  /**
   * Kinds of routes that may attach; they have to suit the protocol.
   * Allowed: at most 8 entries.
   * @default - all that suit the protocol
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#listenerset
   */
  kinds?: ListenerSetListenerAllowedRoutesKind[];
  /**
   * Namespaces whose routes may attach.
   * @default - the set's own
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#listenerset
   */
  namespaces?: ListenerSetListenerAllowedRoutesNamespaces;
}

/**
 * `spec.listeners.tls` of ListenerSet.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#listenerset
 */
export interface ListenerSetListenerTls {
  /**
   * Secrets with the certificates.
   * Allowed: at most 64 entries.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#listenerset
   */
  certificateRefs?: ListenerSetListenerTlsCertificateRef[];
  /**
   * Whether TLS ends here or goes through untouched; certificates are ignored in the latter case.
   * @default "Terminate"
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#listenerset
   */
  mode?: pulumi.Input<"Terminate" | "Passthrough">;
  /**
   * Further TLS settings by prefixed key, e.g. `gateway.istio.io/tls-terminate-mode: MUTUAL`.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#listenerset
   */
  options?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}

/**
 * `spec.listeners.allowedRoutes.kinds` of ListenerSet.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#listenerset
 */
export interface ListenerSetListenerAllowedRoutesKind {
  /**
   * API group of the route.
   * Allowed: at most 253 characters.
   * @default "gateway.networking.k8s.io"
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#listenerset
   */
  group?: pulumi.Input<string>;
  /**
   * Kind of the route, e.g. `HTTPRoute`.
   * Allowed: 1 to 63 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#listenerset
   */
  kind: pulumi.Input<string>;
}

/**
 * `spec.listeners.allowedRoutes.namespaces` of ListenerSet.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#listenerset
 */
export interface ListenerSetListenerAllowedRoutesNamespaces {
  /**
   * Whether routes of all namespaces, of selected ones or only of the set's own may attach.
   * @default "Same"
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#listenerset
   */
  from?: pulumi.Input<"All" | "Selector" | "Same">;
  /**
   * Namespaces by label; needed with `from: Selector`, ignored otherwise.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#listenerset
   */
  selector?: ListenerSetListenerAllowedRoutesNamespacesSelector;
}

/**
 * `spec.listeners.tls.certificateRefs` of ListenerSet.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#listenerset
 */
export interface ListenerSetListenerTlsCertificateRef {
  /**
   * API group of the object; empty for core kinds such as Secret.
   * Allowed: at most 253 characters.
   * @default ""
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#listenerset
   */
  group?: pulumi.Input<string>;
  /**
   * Kind of the object with certificate and key.
   * Allowed: 1 to 63 characters.
   * @default "Secret"
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#listenerset
   */
  kind?: pulumi.Input<string>;
  /**
   * Name of the object with certificate and key.
   * Allowed: 1 to 253 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#listenerset
   */
  name: pulumi.Input<string>;
  /**
   * Namespace of the object; another one needs a ReferenceGrant there.
   * Allowed: 1 to 63 characters.
   * @default - namespace of this object
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#listenerset
   */
  namespace?: pulumi.Input<string>;
}

/**
 * `spec.listeners.allowedRoutes.namespaces.selector` of ListenerSet.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#listenerset
 */
export interface ListenerSetListenerAllowedRoutesNamespacesSelector {
  /**
   * Conditions on labels, all of which have to fit.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#listenerset
   */
  matchExpressions?: ListenerSetListenerAllowedRoutesNamespacesSelectorMatchExpression[];
  /**
   * Labels that the namespace has to carry, all of them.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#listenerset
   */
  matchLabels?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}

/**
 * `spec.listeners.allowedRoutes.namespaces.selector.matchExpressions` of ListenerSet.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#listenerset
 */
export interface ListenerSetListenerAllowedRoutesNamespacesSelectorMatchExpression {
  /**
   * Label that is looked at.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#listenerset
   */
  key: pulumi.Input<string>;
  /**
   * How the label is judged: `In`, `NotIn`, `Exists` or `DoesNotExist`.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#listenerset
   */
  operator: pulumi.Input<string>;
  /**
   * Values for `In` and `NotIn`; stays empty for the other operators.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#listenerset
   */
  values?: pulumi.Input<pulumi.Input<string>[]>;
}
