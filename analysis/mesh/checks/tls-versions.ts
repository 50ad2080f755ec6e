import { check } from "../check";
import { Kind } from "../kinds";

/** Versions of TLS, the oldest first. */
const versions: readonly string[] = ["TLSV1_0", "TLSV1_1", "TLSV1_2", "TLSV1_3"];

const gateway = (least: string, most: string): string => `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: choir, namespace: abbey}
spec:
  selector: {istio: choir}
  servers:
  - port: {number: 443, name: https, protocol: HTTPS}
    hosts: [choir.example.com]
    tls:
      mode: SIMPLE
      credentialName: choir-tls
      maxProtocolVersion: ${most}
      minProtocolVersion: ${least}
`;

/** Versions of TLS of which there is none between the bounds. */
export const tlsVersions = check({
  id: "tls-versions",
  code: "MESH0141",
  aliases: [],
  level: "error",
  kinds: [Kind.Gateway],
  summary: "The oldest version of TLS that a server takes is younger than the youngest.",
  why: "No version is left: every handshake fails.",
  fix: "Let minProtocolVersion be the older one, or leave maxProtocolVersion out.",
  url: "https://istio.io/latest/docs/reference/config/networking/gateway/#ServerTLSSettings-TLSProtocol",
  fires: gateway("TLSV1_3 # found", "TLSV1_2"),
  silent: gateway("TLSV1_2", "TLSV1_3"),
  *run({ spec }) {
    for (const [i, { tls }] of (spec.servers ?? []).entries()) {
      const [least, most] = [tls?.minProtocolVersion ?? "", tls?.maxProtocolVersion ?? ""];
      if (versions.includes(most) && versions.indexOf(least) > versions.indexOf(most)) {
        yield {
          path: `spec.servers[${i}].tls.minProtocolVersion`,
          message: `${least} is younger than maxProtocolVersion, ${most}: no version is left`,
        };
      }
    }
  },
});
