/** Names that Envoy's TLS library knows, as istiod lists them. */
export const knownCiphers = [
  "ECDHE-ECDSA-AES128-GCM-SHA256",
  "ECDHE-RSA-AES128-GCM-SHA256",
  "ECDHE-ECDSA-AES256-GCM-SHA384",
  "ECDHE-RSA-AES256-GCM-SHA384",
  "ECDHE-ECDSA-CHACHA20-POLY1305",
  "ECDHE-RSA-CHACHA20-POLY1305",
  "ECDHE-ECDSA-AES128-SHA",
  "ECDHE-RSA-AES128-SHA",
  "ECDHE-ECDSA-AES256-SHA",
  "ECDHE-RSA-AES256-SHA",
  "AES128-GCM-SHA256",
  "AES256-GCM-SHA384",
  "AES128-SHA",
  "AES256-SHA",
  "DES-CBC3-SHA",
];

const operatorless = /^[A-Za-z0-9]/;

/** Entries that begin with an operator, such as "!RC4", are left to the proxy. */
export const isCipher = (name: string): boolean =>
  name === "" || name === "ALL" || !operatorless.test(name) || knownCiphers.includes(name);
