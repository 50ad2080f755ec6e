/** TLS that a client's proxy speaks to a service. */
export const ClientTlsMode = {
  /** None. */
  Disable: "DISABLE",
  /** The server shows a certificate. */
  Simple: "SIMPLE",
  /** Server and client show certificates, which you bring. */
  Mutual: "MUTUAL",
  /** Server and client show the mesh's certificates. */
  IstioMutual: "ISTIO_MUTUAL",
} as const;
export type ClientTlsMode = (typeof ClientTlsMode)[keyof typeof ClientTlsMode];
