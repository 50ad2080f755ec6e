import type * as pulumi from "@pulumi/pulumi";

/** A Secret with a certificate, as far as it is plain. */
export interface CertificateFact {
  /** In the words of an error: `GatewayCertificate "web"`. */
  owner: string;
  namespace?: string;
  credentialName?: string;
  /** Names that it is for; absent when they are not known. */
  dnsNames?: readonly string[];
  /** Whether there are CAs to check clients by: its own, those of its issuer, or none. */
  clientCa: "given" | "of the issuer" | "none";
  /** Issuer of cert-manager, when it is plain. */
  issuer?: { readonly name: string; readonly kind: string };
}

/** A CA for an istiod, as far as it is plain. */
export interface MeshCaFact {
  /** In the words of an error: `MeshCa "ca"`. */
  owner: string;
  namespace?: string;
  /** Set when nobody wrote the namespace down. */
  namespaceByDefault?: true;
  /** Issuer of cert-manager, when it is plain. */
  issuer?: { readonly name: string; readonly kind: string };
}

/** An issuer of cert-manager, as far as it is plain. */
export interface IssuerFact {
  /** In the words of an error: `CertificateIssuer "ca"`. */
  owner: string;
  name?: string;
  kind: string;
  /** Absent for one of the whole cluster. */
  namespace?: string;
  /** Who signs: an ACME server hands out no CA, and a certificate signed by itself is its own. */
  signs: "selfSigned" | "ca" | "ownCa" | "acme";
  /** How an ACME server gets names proved. */
  solvers?: readonly SolverFact[];
  /** Classes of Ingress that answer for names which an ACME server asks, as far as they are plain. */
  ingressClasses?: readonly string[];
  /** Gateways of the Gateway API that answer for such names; without a namespace that of the certificate. */
  gateways?: readonly { readonly name: string; readonly namespace?: string }[];
}

/** A way to prove names. */
export interface SolverFact {
  by: "ingress" | "gateway" | "dns";
  /** Class of Ingress; absent when it arrives later. */
  ingressClass?: string;
  /** Domains that it is for; absent for all. */
  zones?: readonly string[];
  zonesArriveLater?: true;
}

/** An installation of cert-manager. */
export interface CertManagerFact {
  /** In the words of an error: `CertManager "cert-manager"`. */
  owner: string;
  /** Whether it proves names through the Gateway API; absent when that arrives later. */
  gatewayApi?: boolean;
  /** Where it looks for Secrets of issuers for the whole cluster; absent when that arrives later. */
  secretsIn?: string;
  /** The component, as soon as there is one. */
  self: { component?: pulumi.Resource };
}
