import { comparedOriginProblem } from "../../../values/origin";
import { check } from "../check";
import { Kind } from "../kinds";
import { quoted } from "../words";

/** An origin that is compared with, and that no browser sends. */
export const corsOriginValue = check({
  id: "cors-origin-value",
  code: "MESH0137",
  aliases: [],
  level: "warning",
  kinds: [Kind.VirtualService],
  summary: "A corsPolicy allows an origin that no browser sends.",
  why: "Exact values and prefixes are compared letter by letter: the scripts that are meant are refused.",
  fix: "Write the scheme, the host and, where it is not the scheme's own, the port; use `regex` for all subdomains.",
  url: "https://istio.io/latest/docs/reference/config/networking/virtual-service/#CorsPolicy",
  fires: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: scores, namespace: club}
spec:
  hosts: [scores]
  http:
  - corsPolicy:
      allowOrigins:
      - exact: "https://*.club.example.com" # found
      - exact: https://club.example.com/ # found
      - exact: club.example.com # found
    route: [{destination: {host: scores}}]
---
apiVersion: v1
kind: Service
metadata: {name: scores, namespace: club}
spec: {ports: [{port: 80, name: http}]}
`,
  silent: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: scores, namespace: club}
spec:
  hosts: [scores]
  http:
  - corsPolicy:
      allowOrigins:
      - exact: "*"
      - exact: "null"
      - exact: https://club.example.com:8443
      - prefix: https://club.
      - regex: "https://.*\\\\.club\\\\.example\\\\.com"
    route: [{destination: {host: scores}}]
---
apiVersion: v1
kind: Service
metadata: {name: scores, namespace: club}
spec: {ports: [{port: 80, name: http}]}
`,
  *run({ spec }) {
    for (const [i, { corsPolicy }] of (spec.http ?? []).entries()) {
      for (const [j, { exact, prefix }] of (corsPolicy?.allowOrigins ?? []).entries()) {
        const [how, value] = exact === undefined ? ["prefix", prefix] : ["exact", exact];
        const problem = value && comparedOriginProblem(how === "exact", value);
        if (problem) {
          yield {
            path: `spec.http[${i}].corsPolicy.allowOrigins[${j}].${how}`,
            message: `${quoted(value)} ${problem}`,
          };
        }
      }
    }
  },
});
