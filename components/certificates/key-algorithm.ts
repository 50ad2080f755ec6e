/** Kinds of private keys that both istiod and Envoy can use. */
export const KeyAlgorithm = {
  /** Longer keys, for clients that know nothing newer. */
  Rsa: "RSA",
  /** Shorter keys and faster handshakes; every current client knows it. */
  Ecdsa: "ECDSA",
} as const;
export type KeyAlgorithm = (typeof KeyAlgorithm)[keyof typeof KeyAlgorithm];
