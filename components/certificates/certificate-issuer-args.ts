import type * as pulumi from "@pulumi/pulumi";
import type { CommonArgs } from "../common-args";
import type { CertificateKey } from "./issuance-args";

/** Issues with a CA whose key is in a Secret. */
export interface CaIssuer {
  /**
   * Secret of type `kubernetes.io/tls` with the CA's certificate and key: in the issuer's namespace, or
   * for an issuer of the whole cluster in cert-manager's.
   */
  secretName: pulumi.Input<string>;
}

/** Makes a CA of its own, and issues with it. */
export interface OwnCa {
  /** Name of the CA, as its certificate shows it, e.g. `"shop internal CA"`. */
  commonName: pulumi.Input<string>;
  /**
   * Namespace of the Secret with the CA's key when the issuer is for the whole cluster: the one that
   * cert-manager runs in, where it looks for it.
   * @default - that of the `CertManager` declared before, otherwise `"cert-manager"`; or the namespace of the issuer when it has one
   */
  namespace?: pulumi.Input<string>;
  /**
   * How long the CA is valid, e.g. `"87600h"` for ten years.
   * @default "87600h"
   */
  duration?: pulumi.Input<string>;
  /**
   * How long before its end the CA is renewed.
   * @default - a third of the duration, as in cert-manager
   */
  renewBefore?: pulumi.Input<string>;
  /**
   * Kind and size of the CA's key.
   * @default - ECDSA with 256 bits
   */
  privateKey?: CertificateKey;
}

/** A Gateway of the Gateway API that answers the challenges of the ACME server. */
export interface AcmeGateway {
  /** Name of the Gateway, which needs an HTTP listener on port 80. */
  name: pulumi.Input<string>;
  /**
   * Namespace of the Gateway.
   * @default - the namespace of the certificate
   */
  namespace?: pulumi.Input<string>;
}

/** How one proves to the ACME server that a name is one's own. Set exactly one of the first three. */
export interface AcmeSolver {
  /**
   * By a request to port 80 that a Gateway of the Gateway API answers. cert-manager has to know that
   * API, see `gatewayApi` of `CertManager`.
   * @default - not used
   * @see https://cert-manager.io/docs/configuration/acme/http01/#configuring-the-http-01-gateway-api-solver
   */
  http01Gateway?: AcmeGateway;
  /**
   * By a request to port 80 that an Ingress of this class answers; `istio` for Istio's gateway. A
   * server that redirects to HTTPS hides the answer.
   * @default - not used
   */
  http01IngressClass?: pulumi.Input<string>;
  /**
   * By a DNS record: one key, the provider, with its settings, e.g.
   * `{ cloudDNS: { project: "shop" } }`. The only way for wildcard names.
   * @default - not used
   * @see https://cert-manager.io/docs/configuration/acme/dns01/
   */
  // biome-ignore lint/suspicious/noExplicitAny: every provider has settings of its own
  dns01?: { [provider: string]: any };
  /**
   * Domains with all their names that this solver is for.
   * @default - all
   * @narrows
   */
  dnsZones?: pulumi.Input<string>[];
}

/** Key by which an ACME server knows an account that was opened elsewhere. */
export interface AcmeAccountBinding {
  /** Identifier of the key, as the server's operator gave it. */
  keyId: pulumi.Input<string>;
  /** Secret that holds the key, URL-safe Base64, beside the account's own Secret. */
  secretName: pulumi.Input<string>;
  /**
   * Entry of that Secret.
   * @default "secret"
   */
  secretKey?: pulumi.Input<string>;
}

/** Issues by an ACME server such as Let's Encrypt. */
export interface AcmeIssuer {
  /** Address that the server's operator writes to about the account. */
  email: pulumi.Input<string>;
  /** How names are proved; the solver with the most specific `dnsZones` counts. */
  solvers: AcmeSolver[];
  /**
   * Address of the server's directory. While trying out, use Let's Encrypt's
   * `https://acme-staging-v02.api.letsencrypt.org/directory`, which has no strict limits.
   * @default "https://acme-v02.api.letsencrypt.org/directory"
   */
  server?: pulumi.Input<string>;
  /**
   * Secret in which cert-manager keeps the account's key.
   * @default - the issuer's name with `-account`
   */
  accountSecretName?: pulumi.Input<string>;
  /**
   * For servers that ask for an account of their own kind.
   * @default - none
   */
  externalAccountBinding?: AcmeAccountBinding;
}

/** For whom certificates are issued, and who signs them. */
export interface CertificateIssuerArgs extends CommonArgs {
  /**
   * Name of the Issuer or ClusterIssuer.
   * @default - the name of the component
   */
  name?: pulumi.Input<string>;
  /**
   * Namespace whose certificates it issues; makes it an Issuer.
   * @default - none: a ClusterIssuer, for every namespace
   */
  namespace?: pulumi.Input<string>;
  /**
   * Every certificate is signed by its own key. For roots and for trying out. Set exactly one of this,
   * `ca`, `ownCa` and `acme`.
   * @default false
   * @see https://cert-manager.io/docs/configuration/selfsigned/
   */
  selfSigned?: boolean;
  /**
   * Signs with a CA whose key is in a Secret.
   * @default - not used
   * @see https://cert-manager.io/docs/configuration/ca/
   */
  ca?: CaIssuer;
  /**
   * Signs with a CA that is made for it, by a self-signed issuer beside it.
   * @default - not used
   */
  ownCa?: OwnCa;
  /**
   * Lets an ACME server sign, such as Let's Encrypt.
   * @default - not used
   * @see https://cert-manager.io/docs/configuration/acme/
   */
  acme?: AcmeIssuer;
}
