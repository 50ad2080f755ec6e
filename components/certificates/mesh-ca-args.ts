import type * as pulumi from "@pulumi/pulumi";
import type { CommonArgs } from "../common-args";
import type { Issuance } from "./issuance-args";

/** A CA that exists already, in the words of Istio's own files. */
export interface MeshCaPem {
  /** `ca-cert.pem`: the certificate that signs those of workloads. PEM text. @secret */
  caCert: pulumi.Input<string>;
  /**
   * `ca-key.pem`: its private key, not encrypted. PEM text; it is kept as a secret in Pulumi's state,
   * and no message shows it.
   * @secret
   */
  caKey: pulumi.Input<string>;
  /**
   * `root-cert.pem`: what workloads trust. PEM text; holds the old and the new root while one replaces
   * the other.
   * @secret
   */
  rootCert: pulumi.Input<string>;
  /**
   * `cert-chain.pem`: what a workload sends along with its own certificate, from `caCert` upwards. PEM
   * text.
   * @default - `caCert` followed by `rootCert`, or `caCert` alone when it is the root itself
   * @secret
   */
  certChain?: pulumi.Input<string>;
}

/** The CA that istiod signs with in place of one of its own. */
export interface MeshCaArgs extends CommonArgs {
  /**
   * Namespace of the control plane. It has to exist, and istiod must not run yet, since it makes a CA of
   * its own when it finds none.
   * @default - that of the `ControlPlane` declared before, otherwise "istio-system"
   * @see https://istio.io/latest/docs/tasks/security/cert-management/plugin-ca-cert/
   */
  namespace?: pulumi.Input<string>;
  /**
   * A CA that exists already. Set either this or `issued`.
   * @default - not used
   */
  pem?: MeshCaPem;
  /**
   * A CA that cert-manager requests and renews; istiod goes on with a renewed one by itself as long as
   * the root stays the same. Its issuer has to sign CAs, as `ca` and `ownCa` of a `CertificateIssuer`
   * do. Set either this or `pem`.
   * @default - not used
   */
  issued?: Issuance;
  /**
   * With `issued` only: name of the CA, as its certificate shows it.
   * @default "istio-ca"
   */
  commonName?: pulumi.Input<string>;
}
