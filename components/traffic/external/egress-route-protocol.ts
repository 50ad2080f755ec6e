/** What clients speak to a host that is called through an egress gateway. */
export const EgressProtocol = {
  /** Plain HTTP, which the gateway may encrypt on the way out. */
  Http: "HTTP",
  /** TLS that the client makes itself; the gateway passes it on by its server name. */
  Tls: "TLS",
} as const;
export type EgressProtocol = (typeof EgressProtocol)[keyof typeof EgressProtocol];
