// Written by scripts/update-schemas from Gateway API 1.6 and Gateway API 1.7 (schemas/sources.json); do not edit.

export interface ListenerSetSpec {
  listeners: ListenerSetListener[];
  parentRef: ListenerSetParentRef;
}

export interface ListenerSetListener {
  allowedRoutes?: ListenerSetListenerAllowedRoutes;
  hostname?: string;
  name: string;
  port: number;
  protocol: string;
  tls?: ListenerSetListenerTls;
}

export interface ListenerSetParentRef {
  group?: string;
  kind?: string;
  name: string;
  namespace?: string;
}

export interface ListenerSetListenerAllowedRoutes {
  kinds?: ListenerSetListenerAllowedRoutesKind[];
  namespaces?: ListenerSetListenerAllowedRoutesNamespaces;
}

export interface ListenerSetListenerTls {
  certificateRefs?: ListenerSetListenerTlsCertificateRef[];
  mode?: "Terminate" | "Passthrough";
  options?: { [key: string]: string };
}

export interface ListenerSetListenerAllowedRoutesKind {
  group?: string;
  kind: string;
}

export interface ListenerSetListenerAllowedRoutesNamespaces {
  from?: "All" | "Selector" | "Same";
  selector?: ListenerSetListenerAllowedRoutesNamespacesSelector;
}

export interface ListenerSetListenerTlsCertificateRef {
  group?: string;
  kind?: string;
  name: string;
  namespace?: string;
}

export interface ListenerSetListenerAllowedRoutesNamespacesSelector {
  matchExpressions?: ListenerSetListenerAllowedRoutesNamespacesSelectorMatchExpression[];
  matchLabels?: { [key: string]: string };
}

export interface ListenerSetListenerAllowedRoutesNamespacesSelectorMatchExpression {
  key: string;
  operator: string;
  values?: string[];
}
