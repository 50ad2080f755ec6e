import { closest, didYouMean } from "../../../values/closest";
import { httpMethods } from "../../../values/http-method";
import { fitsPattern } from "../../../values/pattern";
import { check } from "../check";
import { Kind } from "../kinds";
import { operationValues } from "../model/policy-values";
import { quoted } from "../words";

/** Whether a value, which may be the start or the end of a method, fits one of HTTP's. */
const isMethod = (value: string): boolean =>
  httpMethods.some((method) => fitsPattern(value, method));

/** A policy that names a method no request has. */
export const authorizationPolicyMethod = check({
  id: "authorization-policy-method",
  code: "KIA0102",
  aliases: [],
  level: "warning",
  kinds: [Kind.AuthorizationPolicy],
  summary: "An AuthorizationPolicy names a method that HTTP does not have.",
  why: "No request has it, so that the operation takes none; calls of gRPC are all POST, and their names are paths.",
  fix: 'Write a method in capitals; for gRPC write paths: ["/package.Service/Method"].',
  url: "https://kiali.io/docs/features/validations/#kia0102---only-http-methods-and-fully-qualified-grpc-names-are-allowed",
  fires: `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: readers, namespace: files}
spec:
  rules:
  - to:
    - operation:
        methods:
        - GETT # found
        - patch # found
        - /files.Store/Read # found
`,
  silent: `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: writers, namespace: files}
spec:
  rules:
  - to:
    - operation:
        methods: [GET, "P*", "*"]
        paths: [/files.Store/Read]
`,
  *run({ spec }) {
    for (const { value, path } of operationValues(spec, ["methods", "notMethods"])) {
      const capitals = value.toUpperCase();
      if (isMethod(value)) {
        continue;
      }
      if (isMethod(capitals)) {
        yield {
          path,
          message: `${quoted(value)} fits no request: methods are compared as they are written, and are in capitals; write ${quoted(capitals)}`,
          fix: { path, value: capitals },
        };
      } else {
        const meant = closest(value, httpMethods);
        const isCall = value.includes("/");
        yield {
          path,
          message: `${quoted(value)} is no method of HTTP${didYouMean(value, httpMethods)}`,
          // Caches and WebDAV have methods of their own.
          level: meant === undefined && !isCall ? "info" : "warning",
          ...(meant !== undefined && { fix: { path, value: meant } }),
        };
      }
    }
  },
});
