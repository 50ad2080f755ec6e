// Written by scripts/schemas from the custom resource definitions; not to be edited.
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
  allowedListeners?: GatewayAllowedListeners;
  /**
   * Class of the gateway: `istio` for ingress, `istio-waypoint` for a waypoint.
   * Allowed: 1 to 253 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  gatewayClassName: pulumi.Input<string>;
  infrastructure?: GatewayInfrastructure;
  /**
   * Ports, protocols and hosts that are served.
   * Allowed: 1 to 64 entries.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
   */
  listeners: GatewayListener[];
  tls?: GatewayTls;
}

/**
 * `spec.addresses` of Gateway.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
 */
export interface GatewayAddresse {
  /**
   * Allowed: 1 to 253 characters.
   * @default "IPAddress"
   */
  type?: pulumi.Input<string>;
  /** Allowed: at most 253 characters. */
  value?: pulumi.Input<string>;
}

/**
 * `spec.allowedListeners` of Gateway.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
 */
export interface GatewayAllowedListeners {
  /** @default {"from":"None"} */
  namespaces?: GatewayAllowedListenersNamespaces;
}

/**
 * `spec.infrastructure` of Gateway.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
 */
export interface GatewayInfrastructure {
  annotations?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
  labels?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
  parametersRef?: GatewayInfrastructureParametersRef;
}

/**
 * `spec.listeners` of Gateway.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
 */
export interface GatewayListener {
  /** @default {"namespaces":{"from":"Same"}} */
  allowedRoutes?: GatewayListenerAllowedRoutes;
  /** Allowed: 1 to 253 characters. */
  hostname?: pulumi.Input<string>;
  /** Allowed: 1 to 253 characters. */
  name: pulumi.Input<string>;
  /** Allowed: 1 to 65535. */
  port: pulumi.Input<number>;
  /** Allowed: 1 to 255 characters. */
  protocol: pulumi.Input<string>;
  tls?: GatewayListenerTls;
}

/**
 * `spec.tls` of Gateway.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
 */
export interface GatewayTls {
  backend?: GatewayTlsBackend;
  frontend?: GatewayTlsFrontend;
}

/**
 * `spec.allowedListeners.namespaces` of Gateway.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
 */
export interface GatewayAllowedListenersNamespaces {
  /** @default "None" */
  from?: pulumi.Input<"All" | "Selector" | "Same" | "None">;
  selector?: GatewayAllowedListenersNamespacesSelector;
}

/**
 * `spec.infrastructure.parametersRef` of Gateway.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
 */
export interface GatewayInfrastructureParametersRef {
  /** Allowed: at most 253 characters. */
  group: pulumi.Input<string>;
  /** Allowed: 1 to 63 characters. */
  kind: pulumi.Input<string>;
  /** Allowed: 1 to 253 characters. */
  name: pulumi.Input<string>;
}

/**
 * `spec.listeners.allowedRoutes` of Gateway.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
 */
export interface GatewayListenerAllowedRoutes {
  /** Allowed: at most 8 entries. */
  kinds?: GatewayListenerAllowedRoutesKind[];
  /** @default {"from":"Same"} */
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
  /** @default "Terminate" */
  mode?: pulumi.Input<"Terminate" | "Passthrough">;
  options?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}

/**
 * `spec.tls.backend` of Gateway.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
 */
export interface GatewayTlsBackend {
  clientCertificateRef?: GatewayListenerTlsCertificateRef;
}

/**
 * `spec.tls.frontend` of Gateway.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
 */
export interface GatewayTlsFrontend {
  default: GatewayTlsFrontendDefault;
  /** Allowed: at most 64 entries. */
  perPort?: GatewayTlsFrontendPerPort[];
}

/**
 * `spec.allowedListeners.namespaces.selector` of Gateway.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
 */
export interface GatewayAllowedListenersNamespacesSelector {
  matchExpressions?: GatewayAllowedListenersNamespacesSelectorMatchExpression[];
  matchLabels?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}

/**
 * `spec.listeners.allowedRoutes.kinds` of Gateway.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
 */
export interface GatewayListenerAllowedRoutesKind {
  /**
   * Allowed: at most 253 characters.
   * @default "gateway.networking.k8s.io"
   */
  group?: pulumi.Input<string>;
  /** Allowed: 1 to 63 characters. */
  kind: pulumi.Input<string>;
}

/**
 * `spec.listeners.allowedRoutes.namespaces` of Gateway.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
 */
export interface GatewayListenerAllowedRoutesNamespaces {
  /** @default "Same" */
  from?: pulumi.Input<"All" | "Selector" | "Same">;
  selector?: GatewayAllowedListenersNamespacesSelector;
}

/**
 * `spec.listeners.tls.certificateRefs` of Gateway.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
 */
export interface GatewayListenerTlsCertificateRef {
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
 * `spec.tls.frontend.default` of Gateway.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
 */
export interface GatewayTlsFrontendDefault {
  validation?: GatewayTlsFrontendDefaultValidation;
}

/**
 * `spec.tls.frontend.perPort` of Gateway.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
 */
export interface GatewayTlsFrontendPerPort {
  /** Allowed: 1 to 65535. */
  port: pulumi.Input<number>;
  tls: GatewayTlsFrontendDefault;
}

/**
 * `spec.allowedListeners.namespaces.selector.matchExpressions` of Gateway.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
 */
export interface GatewayAllowedListenersNamespacesSelectorMatchExpression {
  key: pulumi.Input<string>;
  operator: pulumi.Input<string>;
  values?: pulumi.Input<pulumi.Input<string>[]>;
}

/**
 * `spec.tls.frontend.default.validation` of Gateway.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
 */
export interface GatewayTlsFrontendDefaultValidation {
  /** Allowed: 1 to 16 entries. */
  caCertificateRefs: GatewayTlsFrontendDefaultValidationCaCertificateRef[];
  /** @default "AllowValidOnly" */
  mode?: pulumi.Input<"AllowValidOnly" | "AllowInsecureFallback">;
}

/**
 * `spec.tls.frontend.default.validation.caCertificateRefs` of Gateway.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway
 */
export interface GatewayTlsFrontendDefaultValidationCaCertificateRef {
  /** Allowed: at most 253 characters. */
  group: pulumi.Input<string>;
  /** Allowed: 1 to 63 characters. */
  kind: pulumi.Input<string>;
  /** Allowed: 1 to 253 characters. */
  name: pulumi.Input<string>;
  /** Allowed: 1 to 63 characters. */
  namespace?: pulumi.Input<string>;
}
