import { closest, didYouMean } from "../../../values/closest";
import { httpMethods } from "../../../values/http-method";
import { fitsPattern } from "../../../values/pattern";
import { check } from "../check";
import { Kind } from "../kinds";
import { operationValues } from "../model/policy-values";

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
      const asWritten = value.toUpperCase();
      if (!httpMethods.some((method) => fitsPattern(asWritten, method))) {
        const meant = closest(value, httpMethods);
        const isCall = value.includes("/");
        yield {
          path,
          message: `${JSON.stringify(value)} is no method of HTTP${didYouMean(value, httpMethods)}`,
          // Caches and WebDAV have methods of their own.
          level: meant === undefined && !isCall ? "info" : "warning",
          ...(meant !== undefined && { fix: { path, value: meant } }),
        };
      }
    }
  },
});
