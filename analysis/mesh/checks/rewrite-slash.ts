import { check } from "../check";
import { Kind } from "../kinds";
import { quoted } from "../words";

const route = (prefix: string, uri: string): string => `apiVersion: v1
kind: Service
metadata: {name: news, namespace: radio}
spec: {ports: [{port: 80, name: http}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: news, namespace: radio}
spec:
  hosts: [news]
  http:
  - match: [{uri: {prefix: ${prefix}}}]
    rewrite:
      uri: ${uri}
    route: [{destination: {host: news}}]
`;

/** Paths that are put together with a slash too many, or with none. */
export const rewriteSlash = check({
  id: "rewrite-slash",
  code: "MESH0139",
  aliases: [],
  level: "warning",
  kinds: [Kind.VirtualService],
  summary:
    "A prefix ends with a slash and what it is rewritten to does not, or the other way round.",
  why: "The prefix alone is replaced, letter by letter: paths get two slashes, or lose the one between their parts.",
  fix: "End both with a slash, or none of them; match `/a/` and `/a` where both are meant.",
  url: "https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRewrite",
  fires: route("/morning", "/ # found"),
  silent: route("/morning/", "/"),
  *run({ spec }) {
    const before = new Set<string>();
    for (const [i, { match = [], rewrite }] of (spec.http ?? []).entries()) {
      const uri = rewrite?.uri ?? "";
      const prefixes = match.flatMap((one) => one.uri?.prefix ?? []);
      for (const own of prefixes) {
        before.add(own);
      }
      const prefix = prefixes.find(
        (own) =>
          own.endsWith("/") !== uri.endsWith("/") &&
          // The longer one, of this rule or one above, takes what lies below before.
          !before.has(`${own}/`),
      );
      if (uri !== "" && prefix !== undefined) {
        yield {
          path: `spec.http[${i}].rewrite.uri`,
          message: `${quoted(uri)} in place of ${quoted(prefix)} makes ${quoted(`${uri}${prefix.endsWith("/") ? "" : "/"}x`)} of ${quoted(`${prefix}${prefix.endsWith("/") ? "" : "/"}x`)}`,
        };
      }
    }
  },
});
