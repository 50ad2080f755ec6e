import { check, type Found, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { type Credential, credentialsOfMesh } from "../model/credentials";
import { clientAuthority, serversOf } from "../model/gateways";
import { secretProblem } from "../model/secret-problem";

const clientsAreAsked: readonly string[] = ["MUTUAL", "OPTIONAL_MUTUAL"];
const rootKeys = ["cacert", "ca.crt"];

/** What certificates of clients are held against stands beside the server's, or in a Secret of its own. */
function lacksRoot(mesh: Mesh, { data, namespace, name }: Credential): boolean {
  const credentials = mesh.fact(credentialsOfMesh);
  return (
    data !== undefined &&
    !rootKeys.some((key) => data[key]) &&
    credentials.find(namespace, `${name}-cacert`) === undefined
  );
}

function* judge(mesh: Mesh, one: Credential, path: string, mutual: boolean): Iterable<Verdict> {
  const words = `Secret ${one.name} in namespace ${one.namespace}`;
  const related: Found["related"] = [one.source.id];
  const problem = secretProblem(one, mesh.now);
  if (problem) {
    yield { path, message: `${words} ${problem.message}`, related, level: problem.level };
  } else if (mutual && lacksRoot(mesh, one)) {
    yield {
      path,
      message: `${words} has no ca.crt (or cacert), and there is no Secret ${one.name}-cacert beside it; certificates of clients are held against it`,
      related,
    };
  }
}

/** A Secret of a Gateway in which the proxy finds no certificate that is good today. */
export const gatewaySecret = check({
  id: "gateway-secret",
  code: "IST0161",
  aliases: [],
  level: "error",
  kinds: [Kind.Gateway],
  summary: "A Secret that a Gateway names holds no certificate that can be used.",
  why: "istiod hands no certificate to the proxy, or clients refuse it: TLS handshakes fail.",
  fix: "Put a certificate that is valid now under tls.crt and its private key under tls.key.",
  url: "https://istio.io/latest/docs/reference/config/analysis/ist0161/",
  fires: `apiVersion: v1
kind: Pod
metadata: {name: public-0, namespace: public, labels: {istio: publicgateway}}
---
apiVersion: v1
kind: Secret
metadata: {name: media, namespace: public}
stringData: {certificate.pem: "", tls.key: ""}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: media, namespace: public}
spec:
  selector: {istio: publicgateway}
  servers:
  - port: {number: 8443, name: https, protocol: HTTPS}
    hosts: [media.example.org]
    tls:
      mode: SIMPLE
      credentialName: media # found
`,
  silent: `apiVersion: v1
kind: Pod
metadata: {name: public-0, namespace: public, labels: {istio: publicgateway}}
---
apiVersion: v1
kind: Service
metadata: {name: public, namespace: public}
spec: {ports: [{port: 8443, name: https}], selector: {istio: publicgateway}}
---
apiVersion: v1
kind: Secret
metadata: {name: registry, namespace: public}
type: kubernetes.io/dockerconfigjson
stringData: {.dockerconfigjson: "{}"}
---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: {name: media, namespace: public}
spec: {secretName: media, dnsNames: [media.example.org]}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: media, namespace: public}
spec:
  selector: {istio: publicgateway}
  servers:
  - port: {number: 8443, name: https, protocol: HTTPS}
    hosts: [media.example.org]
    tls: {mode: SIMPLE, credentialName: media}
`,
  *run({ id }, mesh) {
    const gateway = mesh.gateway(`${id.namespace}/${id.name}`);
    const places = new Set(gateway?.workloads.map(({ namespace }) => namespace));
    for (const one of gateway ? serversOf(gateway) : []) {
      const { server, credentials } = one;
      const mutual =
        clientsAreAsked.includes(server.tls?.mode ?? "") && clientAuthority(one) === undefined;
      yield* each(credentials, function* ({ name, path }) {
        for (const found of mesh.fact(credentialsOfMesh).named(name)) {
          if (places.has(found.namespace)) {
            yield* judge(mesh, found, path, mutual);
          }
        }
      });
    }
  },
});
