// Written by scripts/update-schemas from Gateway API 1.6 and Gateway API 1.7 (schemas/sources.json); do not edit.

export interface GatewaySpec {
  addresses?: GatewayAddresse[];
  allowedListeners?: GatewayAllowedListeners;
  gatewayClassName: string;
  infrastructure?: GatewayInfrastructure;
  listeners: GatewayListener[];
  tls?: GatewayTls;
}

export interface GatewayAddresse {
  type?: string;
  value?: string;
}

export interface GatewayAllowedListeners {
  namespaces?: GatewayAllowedListenersNamespaces;
}

export interface GatewayInfrastructure {
  annotations?: { [key: string]: string };
  labels?: { [key: string]: string };
  parametersRef?: GatewayInfrastructureParametersRef;
}

export interface GatewayListener {
  allowedRoutes?: GatewayListenerAllowedRoutes;
  hostname?: string;
  name: string;
  port: number;
  protocol: string;
  tls?: GatewayListenerTls;
}

export interface GatewayTls {
  backend?: GatewayTlsBackend;
  frontend?: GatewayTlsFrontend;
}

export interface GatewayAllowedListenersNamespaces {
  from?: "All" | "Selector" | "Same" | "None";
  selector?: GatewayAllowedListenersNamespacesSelector;
}

export interface GatewayInfrastructureParametersRef {
  group: string;
  kind: string;
  name: string;
}

export interface GatewayListenerAllowedRoutes {
  kinds?: GatewayListenerAllowedRoutesKind[];
  namespaces?: GatewayListenerAllowedRoutesNamespaces;
}

export interface GatewayListenerTls {
  certificateRefs?: GatewayListenerTlsCertificateRef[];
  mode?: "Terminate" | "Passthrough";
  options?: { [key: string]: string };
}

export interface GatewayTlsBackend {
  clientCertificateRef?: GatewayListenerTlsCertificateRef;
}

export interface GatewayTlsFrontend {
  default: GatewayTlsFrontendDefault;
  perPort?: GatewayTlsFrontendPerPort[];
}

export interface GatewayAllowedListenersNamespacesSelector {
  matchExpressions?: GatewayAllowedListenersNamespacesSelectorMatchExpression[];
  matchLabels?: { [key: string]: string };
}

export interface GatewayListenerAllowedRoutesKind {
  group?: string;
  kind: string;
}

export interface GatewayListenerAllowedRoutesNamespaces {
  from?: "All" | "Selector" | "Same";
  selector?: GatewayAllowedListenersNamespacesSelector;
}

export interface GatewayListenerTlsCertificateRef {
  group?: string;
  kind?: string;
  name: string;
  namespace?: string;
}

export interface GatewayTlsFrontendDefault {
  validation?: GatewayTlsFrontendDefaultValidation;
}

export interface GatewayTlsFrontendPerPort {
  port: number;
  tls: GatewayTlsFrontendDefault;
}

export interface GatewayAllowedListenersNamespacesSelectorMatchExpression {
  key: string;
  operator: string;
  values?: string[];
}

export interface GatewayTlsFrontendDefaultValidation {
  caCertificateRefs: GatewayTlsFrontendDefaultValidationCaCertificateRef[];
  mode?: "AllowValidOnly" | "AllowInsecureFallback";
}

export interface GatewayTlsFrontendDefaultValidationCaCertificateRef {
  group: string;
  kind: string;
  name: string;
  namespace?: string;
}
