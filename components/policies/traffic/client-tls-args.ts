import type * as pulumi from "@pulumi/pulumi";

/** TLS that a client's proxy speaks to a service. */
export const ClientTlsMode = {
  /** None. */
  Disable: "DISABLE",
  /** The server shows a certificate. */
  Simple: "SIMPLE",
  /** Server and client show certificates, which you bring. */
  Mutual: "MUTUAL",
  /** Server and client show the mesh's certificates. */
  IstioMutual: "ISTIO_MUTUAL",
} as const;
export type ClientTlsMode = (typeof ClientTlsMode)[keyof typeof ClientTlsMode];

/**
 * TLS that clients' proxies speak to a service. Between workloads of the mesh it is better left out:
 * Istio then chooses by itself. `DISABLE` and `SIMPLE` fail against a service that insists on mutual
 * TLS (KIA0207, KIA0208), and `ISTIO_MUTUAL` against one without a proxy.
 */
export interface ClientTls {
  /** `"DISABLE"`, `"SIMPLE"`, `"MUTUAL"` or `"ISTIO_MUTUAL"`. */
  mode: pulumi.Input<ClientTlsMode>;
  /**
   * Secret with the CA, and for `MUTUAL` the client's certificate and key. Gateways read it in their
   * own namespace; sidecars read it only if the rule has a `workloadSelector`.
   * @default - the files below
   */
  credentialName?: pulumi.Input<string>;
  /**
   * File in the proxy's container with the client's certificate.
   * @default - none
   */
  clientCertificate?: pulumi.Input<string>;
  /**
   * File in the proxy's container with the client's key.
   * @default - none
   */
  privateKey?: pulumi.Input<string>;
  /**
   * File in the proxy's container with the authorities for the server's certificate; `"system"`
   * stands for those of the operating system.
   * @default - those of the operating system
   * @narrows
   */
  caCertificates?: pulumi.Input<string>;
  /**
   * Names of which the server's certificate has one.
   * @default - the name that is called
   * @narrows
   */
  subjectAltNames?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Server name of the TLS handshake.
   * @default - the host that the client calls
   */
  sni?: pulumi.Input<string>;
  /**
   * Accepts any certificate of the server. For tests.
   * @default false
   */
  insecureSkipVerify?: pulumi.Input<boolean>;
}
