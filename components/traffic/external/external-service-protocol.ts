/** What clients speak to a port of an external service. */
export const ExternalProtocol = {
  /** HTTP in plain text; routed by host. */
  Http: "HTTP",
  /** HTTP over TLS that the client makes itself; routed by server name. */
  Https: "HTTPS",
  /** HTTP/2 in plain text; routed by host. */
  Http2: "HTTP2",
  /** gRPC in plain text; routed by host. */
  Grpc: "GRPC",
  /** TLS that the client makes itself; routed by server name. */
  Tls: "TLS",
  /** Anything else over TCP; routed by address. */
  Tcp: "TCP",
  /** The protocol of MongoDB; routed by address. */
  Mongo: "MONGO",
} as const;
export type ExternalProtocol = (typeof ExternalProtocol)[keyof typeof ExternalProtocol];
