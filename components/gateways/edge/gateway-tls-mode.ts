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
