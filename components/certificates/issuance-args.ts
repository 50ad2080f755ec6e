import type * as pulumi from "@pulumi/pulumi";

/** Kinds of cert-manager's issuers. */
export const IssuerKind = {
  /** Issues in its own namespace only. */
  Issuer: "Issuer",
  /** Issues in every namespace. */
  ClusterIssuer: "ClusterIssuer",
} as const;
export type IssuerKind = (typeof IssuerKind)[keyof typeof IssuerKind];

/** Kinds of private keys that both istiod and Envoy can use. */
export const KeyAlgorithm = {
  /** Longer keys, for clients that know nothing newer. */
  Rsa: "RSA",
  /** Shorter keys and faster handshakes; every current client knows it. */
  Ecdsa: "ECDSA",
} as const;
export type KeyAlgorithm = (typeof KeyAlgorithm)[keyof typeof KeyAlgorithm];

/** Who issues a certificate. */
export interface IssuerReference {
  /** Name of the issuer; the output `name` of a `CertificateIssuer`. */
  name: pulumi.Input<string>;
  /**
   * `"Issuer"`, which has to be in the namespace of the certificate, or `"ClusterIssuer"`; the output
   * `kind` of a `CertificateIssuer`.
   * @default "Issuer"
   */
  kind?: pulumi.Input<string>;
  /**
   * API group of the issuer; other than cert-manager's for issuers that are installed beside it.
   * @default "cert-manager.io"
   */
  group?: pulumi.Input<string>;
}

/** Private key that cert-manager makes. */
export interface CertificateKey {
  /**
   * `"RSA"` or `"ECDSA"`.
   * @default "RSA"
   */
  algorithm?: pulumi.Input<KeyAlgorithm>;
  /**
   * Bits: 2048, 3072, 4096 or 8192 for RSA, and 256, 384 or 521 for ECDSA.
   * @default - 2048 for RSA, 256 for ECDSA
   */
  size?: pulumi.Input<number>;
}

/** A certificate that cert-manager requests and renews. */
export interface Issuance {
  /** Who issues it. */
  issuer: IssuerReference;
  /**
   * How long a certificate is valid, e.g. `"2160h"`; at least `"1h"`. An issuer may shorten it.
   * @default - 90 days, as in cert-manager
   * @see https://cert-manager.io/docs/usage/certificate/#renewal
   */
  duration?: pulumi.Input<string>;
  /**
   * How long before its end a certificate is renewed, e.g. `"360h"`; at least `"5m"`, less than the
   * duration.
   * @default - a third of the duration, as in cert-manager
   */
  renewBefore?: pulumi.Input<string>;
  /**
   * Kind and size of the private key, which is made in the cluster and never leaves it.
   * @default - RSA with 2048 bits
   */
  privateKey?: CertificateKey;
}
