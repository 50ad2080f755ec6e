/**
 * Metrics that every proxy has.
 * @see https://istio.io/latest/docs/reference/config/metrics/
 */
export const StandardMetric = {
  /** Every metric of this list. */
  All: "ALL_METRICS",
  /** Requests: `istio_requests_total`. */
  RequestCount: "REQUEST_COUNT",
  /** Time until the answer: `istio_request_duration_milliseconds`. */
  RequestDuration: "REQUEST_DURATION",
  /** Bytes of request bodies: `istio_request_bytes`. */
  RequestSize: "REQUEST_SIZE",
  /** Bytes of response bodies: `istio_response_bytes`. */
  ResponseSize: "RESPONSE_SIZE",
  /** Connections opened: `istio_tcp_connections_opened_total`. */
  TcpOpenedConnections: "TCP_OPENED_CONNECTIONS",
  /** Connections closed: `istio_tcp_connections_closed_total`. */
  TcpClosedConnections: "TCP_CLOSED_CONNECTIONS",
  /** Bytes sent: `istio_tcp_sent_bytes_total`. */
  TcpSentBytes: "TCP_SENT_BYTES",
  /** Bytes received: `istio_tcp_received_bytes_total`. */
  TcpReceivedBytes: "TCP_RECEIVED_BYTES",
  /** Messages in gRPC requests: `istio_request_messages_total`. */
  GrpcRequestMessages: "GRPC_REQUEST_MESSAGES",
  /** Messages in gRPC responses: `istio_response_messages_total`. */
  GrpcResponseMessages: "GRPC_RESPONSE_MESSAGES",
} as const;
export type StandardMetric = (typeof StandardMetric)[keyof typeof StandardMetric];
