import { check } from "../check";
import { seesNoRequests } from "../http-alone";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";

const objects = (tls: string): string => `apiVersion: apps/v1
kind: Deployment
metadata: {name: door, namespace: edge}
spec:
  template:
    metadata: {labels: {istio: door}, annotations: {inject.istio.io/templates: gateway}}
    spec: {containers: [{name: istio-proxy, image: docker.io/istio/proxyv2:1.31.1}]}
---
apiVersion: v1
kind: Service
metadata: {name: door, namespace: edge}
spec: {selector: {istio: door}, ports: [{port: 443, name: https}]}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: door, namespace: edge}
spec:
  selector: {istio: door}
  servers: [{port: {number: 443, name: tls, ${tls}}, hosts: [api.example.com]}]
---
apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: {name: door, namespace: edge}
spec:
  selector:
    matchLabels: {istio: door} # found
  jwtRules: [{issuer: "https://login.example.com", jwksUri: "https://login.example.com/keys"}]
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: door, namespace: edge, annotations: {galley.istio.io/analyze-suppress: "IST0133,MESH0206"}}
spec:
  selector: {matchLabels: {istio: door}}
  action: DENY
  rules: [{from: [{source: {notRequestPrincipals: ["*"]}}], to: [{operation: {ports: ["443"]}}]}]
`;

/** Tokens that are to be read where there are no requests. */
export const tokensAtPassthrough = check({
  id: "tokens-at-passthrough",
  code: "MESH0247",
  aliases: [],
  level: "warning",
  kinds: [Kind.RequestAuthentication],
  summary: "A RequestAuthentication is for a gateway that passes connections on as they are.",
  why: "Tokens are in requests, which the gateway does not see within the TLS of others: nothing is read or refused.",
  fix: "End TLS at the gateway, or read the tokens at the workload.",
  url: "https://istio.io/latest/docs/reference/config/security/request_authentication/",
  fires: objects("protocol: TLS}, tls: {mode: PASSTHROUGH"),
  silent: objects("protocol: HTTPS}, tls: {mode: SIMPLE, credentialName: door-tls").replace(
    " # found",
    "",
  ),
  *run(policy, mesh) {
    const chosen = mesh.chosenBy(policy);
    const [first] = chosen;
    if (first && chosen.every((workload) => seesNoRequests(workload, mesh))) {
      yield {
        path: "spec.selector.matchLabels",
        message: `${objectWords(first.source.id)} passes connections on as they are, and sees no tokens`,
        related: chosen.map(({ source }) => source.id),
      };
    }
  },
});
