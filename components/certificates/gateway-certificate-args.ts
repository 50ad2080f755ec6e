import type * as pulumi from "@pulumi/pulumi";
import type { CommonArgs } from "../common-args";
import type { Issuance } from "./issuance-args";

/** A certificate that exists already. */
export interface ServerPem {
  /**
   * The certificate, followed by the intermediate ones up to the root, which may be left out. PEM
   * text; refused when it has expired or does not fit the private key or `dnsNames`.
   * @secret
   */
  certificate: pulumi.Input<string>;
  /**
   * Its private key, RSA or ECDSA, not encrypted. PEM text; it is kept as a secret in Pulumi's state,
   * and no message shows it.
   * @secret
   */
  privateKey: pulumi.Input<string>;
  /**
   * Answer of the issuer's OCSP service that the gateway staples to the certificate, in Base64 of its
   * binary form.
   * @default - nothing is stapled
   * @secret
   */
  ocspStaple?: pulumi.Input<string>;
}

/** A certificate that a gateway presents: one that exists, or one that cert-manager requests. */
export interface GatewayCertificateArgs extends CommonArgs {
  /**
   * Namespace of the gateway's Pods, where Istio looks the Secret up wherever the Gateway object is:
   * the output `namespace` of an `IngressGateway`. It has to exist.
   * @see https://istio.io/latest/docs/tasks/traffic-management/ingress/secure-ingress/
   */
  gatewayNamespace: pulumi.Input<string>;
  /**
   * Name of the Secret, to which servers of a gateway point with `credentialName`.
   * @default - the name of the component
   */
  credentialName?: pulumi.Input<string>;
  /**
   * Host names that the certificate is for, with `*.` in front for all names of a domain. They are
   * requested with `issued`, and compared with what the certificate says with `pem`.
   * @default - no comparison; needed with `issued`
   */
  dnsNames?: pulumi.Input<string>[];
  /**
   * A certificate that exists already. Set either this or `issued`.
   * @default - not used
   */
  pem?: ServerPem;
  /**
   * A certificate that cert-manager requests and renews. Needs cert-manager in the cluster, as by a
   * `CertManager`. Set either this or `pem`.
   * @default - not used
   */
  issued?: Issuance;
  /**
   * Certificates of those who issue certificates to clients, for the TLS modes `MUTUAL` and
   * `OPTIONAL_MUTUAL`. PEM text; becomes the Secret `<credentialName>-cacert`. Without it a
   * certificate from a CA issuer makes the *server's* CA the one that clients are checked against.
   * @default - clients are not checked
   * @narrows
   * @secret
   */
  clientCa?: pulumi.Input<string>;
}
