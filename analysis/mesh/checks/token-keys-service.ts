import { check, type Verdict } from "../check";
import { each } from "../each";
import { hostProblem } from "../host-reference";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { serviceAt } from "../model/url-services";
import { portWords, quoted } from "../words";

function* judge(uri: string, path: string, mesh: Mesh): Iterable<Verdict> {
  const address = serviceAt(uri, mesh);
  if (address === undefined) {
    return;
  }
  const { host, port } = address;
  const { rootNamespace } = mesh.config;
  const problem = hostProblem(mesh, {
    path,
    written: host,
    host,
    namespace: rootNamespace,
    // istiod calls by DNS, whoever a Service is exported to.
    viewers: mesh.hosts.named(host).map(({ namespace }) => namespace),
  });
  if (problem !== undefined) {
    const { fix: _, ...rest } = "message" in problem ? problem : { ...problem, fix: undefined };
    yield rest;
    return;
  }
  const hosts = mesh.hosts.named(host);
  if (hosts.length > 0 && !hosts.some(({ ports }) => ports.some((own) => own.port === port))) {
    yield {
      path,
      message: `${quoted(host)} has no port ${port}, which ${quoted(uri)} asks for; it has ${portWords(hosts)}`,
      related: hosts.map(({ source }) => source.id),
    };
  }
}

const objects = (uri: string): string => `apiVersion: v1
kind: Service
metadata: {name: keycloak-http, namespace: identity}
spec: {ports: [{port: 80, name: http}], selector: {app: keycloak}}
---
apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: {name: visitors, namespace: zoo}
spec:
  jwtRules:
  - issuer: https://id.example.com
    jwksUri: ${uri}
`;

/** Keys of tokens at a Service that is not there. */
export const tokenKeysService = check({
  id: "token-keys-service",
  code: "MESH0424",
  aliases: [],
  level: "error",
  kinds: [Kind.RequestAuthentication],
  summary: "Keys of tokens are to be fetched from a Service or a port that does not exist.",
  why: "istiod has no keys and gives proxies one that fits no token: every request with a token of the issuer is answered with 401.",
  fix: "Write the name, namespace and port of the Service that has the keys.",
  url: "https://istio.io/latest/docs/reference/config/security/jwt/#JWTRule",
  fires: objects("http://keycloak.identity.svc.cluster.local/keys # found"),
  silent: objects("http://keycloak-http.identity.svc.cluster.local/keys"),
  *run({ spec }, mesh) {
    yield* each((spec.jwtRules ?? []).entries(), function* ([i, { jwks, jwksUri = "" }]) {
      if (jwks === undefined && jwksUri !== "") {
        yield* judge(jwksUri, `spec.jwtRules[${i}].jwksUri`, mesh);
      }
    });
  },
});
