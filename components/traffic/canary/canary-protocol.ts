/** What is split: requests or connections. */
export const CanaryProtocol = {
  /** Requests of HTTP, gRPC among them. */
  Http: "http",
  /** Connections, whatever is said in them. */
  Tcp: "tcp",
} as const;
export type CanaryProtocol = (typeof CanaryProtocol)[keyof typeof CanaryProtocol];
