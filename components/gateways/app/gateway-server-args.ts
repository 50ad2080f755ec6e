import type * as pulumi from "@pulumi/pulumi";

/** Protocols that a server of an edge gateway speaks with clients. */
export const GatewayProtocol = {
  /** Plain HTTP, also the second version without TLS. */
  Http: "HTTP",
  /** HTTP in TLS that ends at the gateway. */
  Https: "HTTPS",
  /** TLS around anything: passed on by its server name, or ended at the gateway. */
  Tls: "TLS",
  /** Plain connections. */
  Tcp: "TCP",
} as const;
export type GatewayProtocol = (typeof GatewayProtocol)[keyof typeof GatewayProtocol];

/** What a server of an edge gateway does with TLS. */
export const GatewayTlsMode = {
  /** Presents a certificate. */
  Simple: "SIMPLE",
  /** Presents a certificate and asks for the client's. */
  Mutual: "MUTUAL",
  /** Asks for the client's certificate and goes on without it; one that is shown has to be valid. */
  OptionalMutual: "OPTIONAL_MUTUAL",
  /** Passes TLS on as it is, to the service that the server name chooses. */
  Passthrough: "PASSTHROUGH",
} as const;
export type GatewayTlsMode = (typeof GatewayTlsMode)[keyof typeof GatewayTlsMode];

/** Versions of TLS, from the oldest on. */
export const TlsVersion = {
  /** From 1999; browsers have dropped it. */
  V1_0: "TLSV1_0",
  /** From 2006; browsers have dropped it. */
  V1_1: "TLSV1_1",
  /** The oldest that Istio takes unless told otherwise. */
  V1_2: "TLSV1_2",
  /** The newest; its ciphers cannot be chosen. */
  V1_3: "TLSV1_3",
} as const;
export type TlsVersion = (typeof TlsVersion)[keyof typeof TlsVersion];

/**
 * TLS of a server.
 * @see https://istio.io/latest/docs/reference/config/networking/gateway/#ServerTLSSettings
 */
export interface GatewayTls {
  /**
   * `"SIMPLE"`, `"MUTUAL"`, `"OPTIONAL_MUTUAL"` (dialect `istio` only) or `"PASSTHROUGH"`, which needs
   * protocol TLS.
   * @default "SIMPLE"
   * @narrows
   */
  mode?: GatewayTlsMode;
  /**
   * Secret with the certificate and its key, in the namespace of the gateway's Pods: the output
   * `credentialName` of a `GatewayCertificate`. With `MUTUAL` and `OPTIONAL_MUTUAL`, the CAs of clients
   * are in the Secret of this name with `-cacert`.
   * @default - none, for PASSTHROUGH; needed by the other modes
   */
  credentialName?: pulumi.Input<string>;
  /**
   * Dialect `istio` only, `MUTUAL` and `OPTIONAL_MUTUAL`: another Secret with the CAs of clients, entry
   * `ca.crt` or `cacert`.
   * @default - `<credentialName>-cacert`
   */
  caCertCredentialName?: pulumi.Input<string>;
  /**
   * Dialect `istio` only: oldest version of TLS that clients may use, e.g. `"TLSV1_3"`.
   * @default "TLSV1_2"
   * @narrows
   */
  minProtocolVersion?: pulumi.Input<TlsVersion>;
  /**
   * Dialect `istio` only: newest version of TLS that clients may use.
   * @default - the newest that Envoy knows, `"TLSV1_3"`
   */
  maxProtocolVersion?: pulumi.Input<TlsVersion>;
  /**
   * Ciphers for clients with TLS 1.2 and older, in OpenSSL's names. TLS 1.3 has ciphers of its own.
   * @default - Envoy's choice
   * @narrows
   */
  cipherSuites?: pulumi.Input<string>[];
  /**
   * Dialect `istio` only, `MUTUAL` and `OPTIONAL_MUTUAL`: names, one of which the client's certificate
   * has to have, e.g. `"spiffe://partner/ns/shop/sa/web"`.
   * @default - any that a CA of clients signed
   * @narrows
   */
  subjectAltNames?: pulumi.Input<string>[];
}

/** One port of the gateway, or part of it: several TLS servers may share a port, each with its hosts. */
export interface GatewayServer {
  /**
   * Name of the server, by which `tcpRoutes` choose it; a DNS label. The gateway keeps the routes of an
   * HTTPS server under it, so name the servers where some come or go before others: whoever gets the
   * number of another is answered with 404 for a moment.
   * @default - the protocol in lower case, with a number from the second server of it on
   */
  name?: string;
  /** Port of the gateway's Service (not of its Pods). */
  port: pulumi.Input<number>;
  /** `"HTTP"`, `"HTTPS"`, `"TLS"` or `"TCP"`. */
  protocol: GatewayProtocol;
  /**
   * Host names that are served: a DNS name, `*.` in front of one, or `*` for any. In dialect
   * `gateway-api` each is a listener, with HTTPS by the name of server and host, such as
   * `https-shop-example-com`.
   * @default ["*"]
   * @narrows
   */
  hosts?: pulumi.Input<string>[];
  /**
   * Protocol HTTP only: answers requests with 301 to the same address with `https://`: every request, or
   * with `tlsInFront` those of clients that came without TLS.
   * @default false
   */
  redirectToHttps?: boolean;
  /**
   * Protocol HTTP only: a load balancer in front ends TLS, sends plain requests to this port, and says in
   * `x-forwarded-proto` how the client came. The gateway has to believe it: see `numTrustedProxies`.
   * @default false
   * @see https://istio.io/latest/docs/ops/configuration/traffic-management/network-topologies/
   */
  tlsInFront?: boolean;
  /**
   * What to do with TLS.
   * @default - none; needed by HTTPS and TLS
   */
  tls?: GatewayTls;
}
