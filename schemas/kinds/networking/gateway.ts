// Written by scripts/update-schemas from Istio 1.31 and Istio 1.32 (schemas/sources.json); do not edit.

export interface GatewaySpec {
  selector?: { [key: string]: string };
  servers?: GatewayServer[];
}

export interface GatewayServer {
  bind?: string;
  defaultEndpoint?: string;
  hosts: string[];
  name?: string;
  port: GatewayServerPort;
  tls?: GatewayServerTls;
}

export interface GatewayServerPort {
  name: string;
  number: number;
  protocol: string;
  targetPort?: number;
}

export interface GatewayServerTls {
  alpnProtocols?: string[];
  caCertCredentialName?: string;
  caCertificates?: string;
  caCrl?: string;
  cipherSuites?: string[];
  credentialName?: string;
  credentialNames?: string[];
  ecdhCurves?: string[];
  httpsRedirect?: boolean;
  insecureSkipVerify?: boolean;
  maxProtocolVersion?: "TLS_AUTO" | "TLSV1_0" | "TLSV1_1" | "TLSV1_2" | "TLSV1_3";
  minProtocolVersion?: "TLS_AUTO" | "TLSV1_0" | "TLSV1_1" | "TLSV1_2" | "TLSV1_3";
  mode?:
    | "PASSTHROUGH"
    | "SIMPLE"
    | "MUTUAL"
    | "AUTO_PASSTHROUGH"
    | "ISTIO_MUTUAL"
    | "OPTIONAL_MUTUAL";
  privateKey?: string;
  serverCertificate?: string;
  subjectAltNames?: string[];
  tlsCertificates?: GatewayServerTlsTlsCertificate[];
  verifyCertificateHash?: string[];
  verifyCertificateSpki?: string[];
}

export interface GatewayServerTlsTlsCertificate {
  caCertificates?: string;
  privateKey?: string;
  serverCertificate?: string;
}
