import { type Finding, warned } from "../finding";
import { entries, field, isBlank, type Place, text } from "./primitives/place";

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

/** Entries that begin with an operator, such as "!RC4", are left to the proxy. */
const isCipher = (name: string): boolean =>
  name === "" || name === "ALL" || !/^[A-Za-z0-9]/.test(name) || knownCiphers.includes(name);

const oldVersions = ["TLSV1_0", "TLSV1_1"];

export function cipherFindings(tls: Place): Finding[] {
  const suites = field(tls, "cipherSuites");
  const version = field(tls, "minProtocolVersion");
  const isOld = oldVersions.includes(text(version) ?? "");
  const seen = new Set<string>();
  const listed = entries(suites).flatMap((place) => {
    const name = text(place);
    if (name === undefined) {
      return [];
    }
    if (!isCipher(name)) {
      return [warned(place.path, name, `is passed over; known: ${knownCiphers.join(", ")}`)];
    }
    const repeated = seen.has(name);
    seen.add(name);
    return repeated ? [warned(place.path, name, "is there before, and passed over")] : [];
  });
  return [
    ...(isOld && isBlank(suites)
      ? [
          warned(
            version.path,
            version.value,
            "the default ciphers are for TLSV1_2 and above; name cipherSuites for older versions",
          ),
        ]
      : []),
    ...listed,
  ];
}
