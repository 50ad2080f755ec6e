import { check, type Verdict } from "../check";
import { each } from "../each";
import { text } from "../fields";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import { plainTextRefusedBy } from "../model/inbound-ports";
import { environmentOfIstiod } from "../model/istiod";
import { podPortOf } from "../model/servers";
import { serviceAt } from "../model/url-services";
import { quoted } from "../words";

const remote = "PILOT_JWT_ENABLE_REMOTE_JWKS";

/** Values of it by which proxies fetch keys. */
const byProxies: readonly string[] = ["true", "hybrid", "envoy"];

/** Whether proxies fetch keys themselves, by mutual TLS. */
const isFetchedByProxies = (mesh: Mesh): boolean =>
  environmentOfIstiod(mesh).some(
    ({ name, value }) => name === remote && byProxies.includes(text(value) ?? ""),
  );

function* judge(uri: string, path: string, mesh: Mesh): Iterable<Verdict> {
  const { host: name = "", port } = serviceAt(uri, mesh) ?? {};
  const hosts = mesh.hosts.named(name);
  for (const host of hosts) {
    const ports = host.ports.filter((own) => own.port === port);
    for (const workload of mesh.podsOf(host)) {
      const [strict] = ports.flatMap(
        (own) => plainTextRefusedBy(workload, podPortOf(own, workload), mesh) ?? [],
      );
      if (strict !== undefined) {
        yield {
          path,
          message: `istiod fetches ${quoted(uri)} in plain text, and ${objectWords(workload.source.id)} takes mutual TLS alone, as ${objectWords(strict.id)} says`,
          related: [workload.source.id, strict.id],
        };
        return;
      }
    }
  }
}

const objects = (mode: string): string => `apiVersion: v1
kind: Namespace
metadata: {name: identity, labels: {istio-injection: enabled}}
---
apiVersion: v1
kind: Service
metadata: {name: keycloak, namespace: identity}
spec: {ports: [{port: 80, targetPort: 8080, name: http}], selector: {app: keycloak}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: keycloak, namespace: identity}
spec:
  template:
    metadata: {labels: {app: keycloak}}
    spec: {containers: [{name: keycloak, ports: [{containerPort: 8080}]}]}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: keycloak, namespace: identity}
spec: {selector: {matchLabels: {app: keycloak}}, mtls: {mode: ${mode}}}
---
apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: {name: visitors, namespace: zoo}
spec:
  jwtRules:
  - issuer: https://id.example.com
`;

/** Keys of tokens that istiod cannot fetch. */
export const keysBehindStrict = check({
  id: "keys-behind-strict",
  code: "MESH0225",
  aliases: [],
  level: "error",
  kinds: [Kind.RequestAuthentication],
  summary: "Keys of tokens lie behind mutual TLS, which istiod does not speak.",
  why: "istiod fetches keys without a certificate of the mesh and is refused: every request with a token is answered with 401.",
  fix: "Let the port take plain text too (PERMISSIVE), write the keys into `jwks`, or let proxies fetch them (PILOT_JWT_ENABLE_REMOTE_JWKS at istiod).",
  url: "https://istio.io/latest/docs/reference/config/security/jwt/#JWTRule",
  fires: `${objects("STRICT")}    jwksUri: http://keycloak.identity.svc.cluster.local/keys # found
`,
  silent: `${objects("PERMISSIVE")}    jwksUri: http://keycloak.identity.svc.cluster.local/keys
`,
  *run({ spec }, mesh) {
    yield* each((spec.jwtRules ?? []).entries(), function* ([i, { jwks, jwksUri = "" }]) {
      if (jwks === undefined && jwksUri !== "" && !mesh.fact(isFetchedByProxies)) {
        yield* judge(jwksUri, `spec.jwtRules[${i}].jwksUri`, mesh);
      }
    });
  },
});
