import { isCipher, knownCiphers } from "../../../values/cipher";
import { type Finding, warned } from "../finding";
import { entries, field, isBlank, type Place, text } from "./primitives/place";

const oldVersions = ["TLSV1_0", "TLSV1_1"];

/** Cipher suites of TLS settings: istiod only warns, and leaves out what it does not know. */
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
