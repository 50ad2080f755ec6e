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
