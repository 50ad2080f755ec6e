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
