import { takesAnySite } from "../../../values/origin";
import { check } from "../check";
import { Kind } from "../kinds";

/** An answer that lets pages of every site act with the caller's cookies. */
export const corsAnyOrigin = check({
  id: "cors-any-origin",
  code: "MESH0132",
  aliases: [],
  level: "warning",
  kinds: [Kind.VirtualService],
  summary: "A corsPolicy allows credentials to every origin.",
  why: "The proxy answers each site with its own name as the one allowed, so that pages of any site may call with the cookies of whoever looks at them.",
  fix: "Name the origins, or leave allowCredentials out.",
  url: "https://istio.io/latest/docs/reference/config/networking/virtual-service/#CorsPolicy",
  fires: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: mall}
spec:
  hosts: [cart]
  http:
  - corsPolicy:
      allowOrigins: [{exact: "*"}]
      allowCredentials: true # found
    route: [{destination: {host: cart}}]
---
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: mall}
spec: {ports: [{port: 80, name: http}]}
`,
  silent: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: mall}
spec:
  hosts: [cart]
  http:
  - match: [{uri: {prefix: /open}}]
    corsPolicy: {allowOrigins: [{exact: "*"}], allowCredentials: false}
    route: [{destination: {host: cart}, headers: {request: {set: {x-open: "1"}}}}]
  - corsPolicy: {allowOrigins: [{exact: "https://mall.example.com"}], allowCredentials: true}
    route: [{destination: {host: cart}}]
---
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: mall}
spec: {ports: [{port: 80, name: http}]}
`,
  *run({ spec }) {
    for (const [i, { corsPolicy }] of (spec.http ?? []).entries()) {
      const { allowOrigins = [], allowOrigin = [], allowCredentials } = corsPolicy ?? {};
      const isForAll = allowOrigin.includes("*") || allowOrigins.some(takesAnySite);
      if (allowCredentials === true && isForAll) {
        yield {
          path: `spec.http[${i}].corsPolicy.allowCredentials`,
          message: "credentials are allowed to every origin",
        };
      }
    }
  },
});
