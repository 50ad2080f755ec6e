// Written by scripts/update-schemas from Gateway API 1.6 and Gateway API 1.7 (schemas/sources.json); do not edit.
import type * as pulumi from "@pulumi/pulumi";

/**
 * Specification of Gateway (gateway.networking.k8s.io).
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
 */
export interface GatewaySpec {
  /**
   * Addresses that are asked for.
   * Allowed: at most 16 entries.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  addresses?: GatewayAddresse[];
  /**
   * Which ListenerSets may add listeners to this gateway.
   * @default - none
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  allowedListeners?: GatewayAllowedListeners;
  /**
   * Class of the gateway: `istio` for ingress, `istio-waypoint` for a waypoint.
   * Allowed: 1 to 253 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  gatewayClassName: pulumi.Input<string>;
  /**
   * Settings of the objects that are created for the gateway, such as Deployment and Service.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  infrastructure?: GatewayInfrastructure;
  /**
   * Ports, protocols and hosts that are served.
   * Allowed: 1 to 64 entries.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  listeners: GatewayListener[];
  /**
   * TLS settings for the gateway as a whole, towards clients and backends.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  tls?: GatewayTls;
}

/**
 * `spec.addresses` of Gateway.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
 */
export interface GatewayAddresse {
  /**
   * Kind of address, e.g. `IPAddress` or `Hostname`.
   * Allowed: 1 to 253 characters.
   * @default "IPAddress"
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  type?: pulumi.Input<string>;
  /**
   * Address that is asked for.
   * Allowed: at most 253 characters.
   * @default - one is assigned, where that is supported
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  value?: pulumi.Input<string>;
}

/**
 * `spec.allowedListeners` of Gateway.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
 */
export interface GatewayAllowedListeners {
  /**
   * Namespaces whose ListenerSets may attach.
   * @default - none
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  namespaces?: GatewayAllowedListenersNamespaces;
}

/**
 * `spec.infrastructure` of Gateway.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
 */
export interface GatewayInfrastructure {
  /**
   * Annotations for the objects created for the gateway.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  annotations?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
  /**
   * Labels for the objects created for the gateway.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  labels?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
  /**
   * Object with settings for this gateway alone; Istio takes a ConfigMap of the same namespace.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  parametersRef?: GatewayInfrastructureParametersRef;
}

/**
 * `spec.listeners` of Gateway.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
 */
export interface GatewayListener {
  /**
   * Kinds and namespaces of routes that may attach.
   * @default - routes of the Gateway's own namespace that suit the protocol
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  allowedRoutes?: GatewayListenerAllowedRoutes;
  /**
   * Host that is served, matched by SNI or `Host` header; without effect for TCP and UDP.
   * Allowed: 1 to 253 characters.
   * @default - every host
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  hostname?: pulumi.Input<string>;
  /**
   * Name of the listener, unique within this object; routes name it as `sectionName`.
   * Allowed: 1 to 253 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  name: pulumi.Input<string>;
  /**
   * Port that clients connect to; listeners may share it when host or protocol tells them apart.
   * Allowed: 1 to 65535.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  port: pulumi.Input<number>;
  /**
   * Protocol that clients speak, e.g. `HTTP`, `HTTPS`, `TLS`, `TCP`; for waypoints `HBONE`.
   * Allowed: 1 to 255 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  protocol: pulumi.Input<string>;
  /**
   * TLS of the listener; needed for `HTTPS` and `TLS`, refused for `HTTP`, `TCP` and `UDP`.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  tls?: GatewayListenerTls;
}

/**
 * `spec.tls` of Gateway.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
 */
export interface GatewayTls {
  /**
   * TLS as client of backends; which of them get TLS is for a BackendTLSPolicy to say.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  backend?: GatewayTlsBackend;
  /**
   * Checks of client certificates on HTTPS listeners.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  frontend?: GatewayTlsFrontend;
}

/**
 * `spec.allowedListeners.namespaces` of Gateway.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
 */
export interface GatewayAllowedListenersNamespaces {
  /**
   * Whether ListenerSets of all, selected, the own or no namespaces may attach.
   * @default - None
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  from?: pulumi.Input<"All" | "Selector" | "Same" | "None">;
  /**
   * Namespaces by label; needed with `from: Selector`, ignored otherwise.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  selector?: GatewayAllowedListenersNamespacesSelector;
}

/**
 * `spec.infrastructure.parametersRef` of Gateway.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
 */
export interface GatewayInfrastructureParametersRef {
  /**
   * API group of the object; empty for a ConfigMap.
   * Allowed: at most 253 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  group: pulumi.Input<string>;
  /**
   * Kind of the object; Istio takes `ConfigMap` only.
   * Allowed: 1 to 63 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  kind: pulumi.Input<string>;
  /**
   * Name of the object, in the gateway's namespace.
   * Allowed: 1 to 253 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  name: pulumi.Input<string>;
}

/**
 * `spec.listeners.allowedRoutes` of Gateway.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
 */
export interface GatewayListenerAllowedRoutes {
  /**
   * Kinds of routes that may attach; they have to suit the protocol.
   * Allowed: at most 8 entries.
   * @default - all that suit the protocol
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  kinds?: GatewayListenerAllowedRoutesKind[];
  /**
   * Namespaces whose routes may attach.
   * @default - the Gateway's own
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  namespaces?: GatewayListenerAllowedRoutesNamespaces;
}

/**
 * `spec.listeners.tls` of Gateway.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
 */
export interface GatewayListenerTls {
  /**
   * Secrets with the certificates.
   * Allowed: at most 64 entries.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  certificateRefs?: GatewayListenerTlsCertificateRef[];
  /**
   * Whether TLS ends here or goes through untouched; certificates are ignored in the latter case.
   * @default "Terminate"
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  mode?: pulumi.Input<"Terminate" | "Passthrough">;
  /**
   * Further TLS settings by prefixed key, e.g. `gateway.istio.io/tls-terminate-mode: MUTUAL`.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  options?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}

/**
 * `spec.tls.backend` of Gateway.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
 */
export interface GatewayTlsBackend {
  /**
   * Secret with the certificate and key that the gateway shows to backends.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  clientCertificateRef?: GatewayListenerTlsCertificateRef;
}

/**
 * `spec.tls.frontend` of Gateway.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
 */
export interface GatewayTlsFrontend {
  /**
   * Checks for all HTTPS listeners whose port has no entry of its own.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  default: GatewayTlsFrontendDefault;
  /**
   * Checks for single ports, in place of the default ones.
   * Allowed: at most 64 entries.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  perPort?: GatewayTlsFrontendPerPort[];
}

/**
 * `spec.allowedListeners.namespaces.selector` of Gateway.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
 */
export interface GatewayAllowedListenersNamespacesSelector {
  /**
   * Conditions on labels, all of which have to fit.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  matchExpressions?: GatewayAllowedListenersNamespacesSelectorMatchExpression[];
  /**
   * Labels that the namespace has to carry, all of them.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  matchLabels?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}

/**
 * `spec.listeners.allowedRoutes.kinds` of Gateway.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
 */
export interface GatewayListenerAllowedRoutesKind {
  /**
   * API group of the route.
   * Allowed: at most 253 characters.
   * @default "gateway.networking.k8s.io"
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  group?: pulumi.Input<string>;
  /**
   * Kind of the route, e.g. `HTTPRoute`.
   * Allowed: 1 to 63 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  kind: pulumi.Input<string>;
}

/**
 * `spec.listeners.allowedRoutes.namespaces` of Gateway.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
 */
export interface GatewayListenerAllowedRoutesNamespaces {
  /**
   * Whether routes of all namespaces, of selected ones or only of the Gateway's own may attach.
   * @default "Same"
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  from?: pulumi.Input<"All" | "Selector" | "Same">;
  /**
   * Namespaces by label; needed with `from: Selector`, ignored otherwise.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  selector?: GatewayAllowedListenersNamespacesSelector;
}

/**
 * `spec.listeners.tls.certificateRefs` of Gateway.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
 */
export interface GatewayListenerTlsCertificateRef {
  /**
   * API group of the object; empty for core kinds such as Secret.
   * Allowed: at most 253 characters.
   * @default ""
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  group?: pulumi.Input<string>;
  /**
   * Kind of the object with certificate and key.
   * Allowed: 1 to 63 characters.
   * @default "Secret"
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  kind?: pulumi.Input<string>;
  /**
   * Name of the object with certificate and key.
   * Allowed: 1 to 253 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  name: pulumi.Input<string>;
  /**
   * Namespace of the object; another one needs a ReferenceGrant there.
   * Allowed: 1 to 63 characters.
   * @default - namespace of this object
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  namespace?: pulumi.Input<string>;
}

/**
 * `spec.tls.frontend.default` of Gateway.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
 */
export interface GatewayTlsFrontendDefault {
  /**
   * How client certificates are checked; setting it turns mutual TLS on.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  validation?: GatewayTlsFrontendDefaultValidation;
}

/**
 * `spec.tls.frontend.perPort` of Gateway.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
 */
export interface GatewayTlsFrontendPerPort {
  /**
   * Port whose HTTPS listeners the entry is for.
   * Allowed: 1 to 65535.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  port: pulumi.Input<number>;
  /**
   * Checks for the HTTPS listeners on this port.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  tls: GatewayTlsFrontendDefault;
}

/**
 * `spec.allowedListeners.namespaces.selector.matchExpressions` of Gateway.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
 */
export interface GatewayAllowedListenersNamespacesSelectorMatchExpression {
  /**
   * Label that is looked at.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  key: pulumi.Input<string>;
  /**
   * How the label is judged: `In`, `NotIn`, `Exists` or `DoesNotExist`.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  operator: pulumi.Input<string>;
  /**
   * Values for `In` and `NotIn`; stays empty for the other operators.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  values?: pulumi.Input<pulumi.Input<string>[]>;
}

/**
 * `spec.tls.frontend.default.validation` of Gateway.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
 */
export interface GatewayTlsFrontendDefaultValidation {
  /**
   * Objects with the CAs that clients are checked against, e.g. ConfigMaps with `ca.crt`.
   * Allowed: 1 to 16 entries.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  caCertificateRefs: GatewayTlsFrontendDefaultValidationCaCertificateRef[];
  /**
   * Whether clients need a valid certificate; `AllowInsecureFallback` lets everybody in, so only for tests.
   * @default "AllowValidOnly"
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  mode?: pulumi.Input<"AllowValidOnly" | "AllowInsecureFallback">;
}

/**
 * `spec.tls.frontend.default.validation.caCertificateRefs` of Gateway.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
 */
export interface GatewayTlsFrontendDefaultValidationCaCertificateRef {
  /**
   * API group of the object; empty for core kinds such as ConfigMap.
   * Allowed: at most 253 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  group: pulumi.Input<string>;
  /**
   * Kind of the object with the CAs, e.g. `ConfigMap`.
   * Allowed: 1 to 63 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  kind: pulumi.Input<string>;
  /**
   * Name of the object with the CAs.
   * Allowed: 1 to 253 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  name: pulumi.Input<string>;
  /**
   * Namespace of the object; another one needs a ReferenceGrant there.
   * Allowed: 1 to 63 characters.
   * @default - namespace of this object
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  namespace?: pulumi.Input<string>;
}
