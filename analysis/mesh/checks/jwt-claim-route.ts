import { isClaim } from "../../../values/header";
import { fieldPath } from "../../objects/path";
import { check, type Verdict } from "../check";
import { Kind } from "../kinds";

/** A route by what a token says, at a gateway that reads no tokens. */
export const jwtClaimRoute = check({
  id: "jwt-claim-route",
  code: "IST0149",
  aliases: [],
  level: "error",
  kinds: [Kind.VirtualService],
  summary:
    "A route asks for a claim of a token, and no RequestAuthentication reads tokens at the gateway.",
  why: "Without it a request has no claims: the route never matches.",
  fix: "Declare a RequestAuthentication for the gateway's Pods, in their namespace.",
  url: "https://istio.io/latest/docs/reference/config/analysis/ist0149/",
  fires: `apiVersion: apps/v1
kind: Deployment
metadata: {name: api-gateway, namespace: api}
spec:
  template:
    metadata: {labels: {istio: apigateway}, annotations: {inject.istio.io/templates: gateway}}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: api, namespace: api}
spec:
  selector: {istio: apigateway}
  servers:
  - port: {number: 8080, name: http, protocol: HTTP}
    hosts: [api.example.com]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: beta, namespace: api}
spec:
  hosts: [api.example.com]
  gateways: [api]
  http:
  - match:
    - headers:
        "@request.auth.claims.group": {exact: beta} # found
    directResponse: {status: 200}
`,
  silent: `apiVersion: apps/v1
kind: Deployment
metadata: {name: api-gateway, namespace: api}
spec:
  template:
    metadata: {labels: {istio: apigateway}, annotations: {inject.istio.io/templates: gateway}}
---
apiVersion: v1
kind: Service
metadata: {name: api-gateway, namespace: api}
spec: {ports: [{port: 8080, name: http}], selector: {istio: apigateway}}
---
apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: {name: tokens, namespace: api}
spec:
  selector: {matchLabels: {istio: apigateway}}
  jwtRules:
  - issuer: https://login.example.com
    jwksUri: https://login.example.com/keys
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: api, namespace: api}
spec:
  selector: {istio: apigateway}
  servers:
  - port: {number: 8080, name: http, protocol: HTTP}
    hosts: [api.example.com]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: beta, namespace: api}
spec:
  hosts: [api.example.com]
  gateways: [api]
  http:
  - match:
    - headers:
        "@request.auth.claims.group": {exact: beta}
    directResponse: {status: 200}
`,
  *run({ id, spec: { http = [] } }, mesh): Iterable<Verdict> {
    const claims = http.flatMap(({ match = [] }, i) =>
      match.flatMap(({ headers = {}, withoutHeaders = {} }, j) =>
        Object.entries({ headers, withoutHeaders }).flatMap(([field, names]) =>
          Object.keys(names)
            .filter(isClaim)
            .map((name) => ({
              name,
              path: fieldPath(`spec.http[${i}].match[${j}].${field}`, name),
            })),
        ),
      ),
    );
    if (claims.length === 0) {
      return;
    }
    for (const name of mesh.routesOf(id).gateways) {
      const gateway = mesh.gateway(name);
      const blind = gateway?.workloads.find(
        (workload) => mesh.requestAuthentications.on(workload).length === 0,
      );
      if (gateway === undefined || blind === undefined) {
        continue;
      }
      for (const claim of claims) {
        yield {
          path: claim.path,
          message: `${claim.name}: no RequestAuthentication reads tokens at ${blind.name} in namespace ${blind.namespace}, which takes Gateway ${name}`,
          related: [gateway.source.id, blind.source.id],
        };
      }
    }
  },
});
