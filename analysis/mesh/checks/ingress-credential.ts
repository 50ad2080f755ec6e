import { check, type Verdict } from "../check";
import { missingCredential } from "../credential-place";
import type { Declared } from "../declared-set";
import { each } from "../each";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { credentialsOfMesh } from "../model/credentials";
import type { ServerCredential } from "../model/gateways";
import { ingressPods, ingressSecrets, ingressSelector, isIstios } from "../model/ingresses";
import { Thing } from "../scope";
import { labelWords, listed } from "../words";

/** A Secret beside the Ingress, where the gateway's Pods are not known: they are hardly ever there too. */
function* besideIngress(mesh: Mesh, to: ServerCredential, own: string): Iterable<Verdict> {
  const { name, path } = to;
  const beside = mesh.fact(credentialsOfMesh).find(own, name);
  const pods = labelWords(ingressSelector(mesh.config));
  if (beside === undefined || own === mesh.config.rootNamespace) {
    yield { path, notDeclared: `the Pods with ${pods}, which read Secret ${name}` };
    return;
  }
  yield {
    path,
    message: `Secret ${name} is in namespace ${own}, beside the Ingress; the Pods with ${pods} read it in their own namespace: declare it there`,
    related: [beside.source.id],
    level: "warning",
  };
}

/** Annotations by which cert-manager makes the Secrets of an Ingress beside it. */
const issuers = [
  "cert-manager.io/issuer",
  "cert-manager.io/cluster-issuer",
  "kubernetes.io/tls-acme",
];

const isIssued = ({ annotations }: Declared): boolean =>
  issuers.some((name) => annotations[name] !== undefined);

/** Other controllers read a Secret where the Ingress is. */
function* ofOthers(mesh: Mesh, { name, path }: ServerCredential, own: string): Iterable<Verdict> {
  const credentials = mesh.fact(credentialsOfMesh);
  const elsewhere = credentials.named(name);
  const isThere = credentials.find(own, name) !== undefined;
  if (!isThere && elsewhere.length > 0 && !mesh.isExternal(Thing.Secret, own, name)) {
    yield {
      path,
      message: `Secret ${name} is in namespace ${listed(elsewhere.map((one) => one.namespace))}, and an Ingress names those of its own, which is ${own}`,
      related: elsewhere.map(({ source }) => source.id),
      level: "warning",
    };
  }
}

/** A certificate of an Ingress that is not where it is looked for. */
export const ingressCredential = check({
  id: "ingress-credential",
  code: "MESH0334",
  aliases: [],
  level: "error",
  kinds: [Kind.Ingress],
  summary: "An Ingress names a Secret that is not where its certificate is looked for.",
  why: "istiod makes a Gateway of the Ingress, and the gateway's proxy reads Secrets of its own namespace, not of the Ingress's: TLS handshakes fail.",
  fix: "Declare the Secret, or the Certificate that makes it, in the namespace of the gateway's Pods.",
  url: "https://istio.io/latest/docs/tasks/traffic-management/ingress/kubernetes-ingress/#specifying-ingressclass",
  fires: `apiVersion: apps/v1
kind: Deployment
metadata: {name: istio-ingressgateway, namespace: istio-system}
spec:
  template:
    metadata: {labels: {istio: ingressgateway}, annotations: {inject.istio.io/templates: gateway}}
---
apiVersion: v1
kind: Service
metadata: {name: piano, namespace: hall}
spec: {ports: [{port: 80, name: http}]}
---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: {name: piano, namespace: hall}
spec: {secretName: piano-tls, dnsNames: [piano.example.com]}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: piano, namespace: hall}
spec:
  ingressClassName: istio
  tls:
  - hosts: [piano.example.com]
    secretName: piano-tls # found
  rules:
  - host: piano.example.com
    http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: piano, port: {number: 80}}}}]}
`,
  silent: `apiVersion: apps/v1
kind: Deployment
metadata: {name: istio-ingressgateway, namespace: istio-system}
spec:
  template:
    metadata: {labels: {istio: ingressgateway}, annotations: {inject.istio.io/templates: gateway}}
---
apiVersion: v1
kind: Service
metadata: {name: piano, namespace: hall}
spec: {ports: [{port: 80, name: http}]}
---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: {name: piano, namespace: istio-system}
spec: {secretName: piano-tls, dnsNames: [piano.example.com]}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: piano, namespace: hall}
spec:
  ingressClassName: istio
  tls: [{hosts: [piano.example.com], secretName: piano-tls}]
  rules:
  - host: piano.example.com
    http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: piano, port: {number: 80}}}}]}
`,
  *run(ingress, mesh) {
    const { namespace } = ingress.id;
    const secrets = ingressSecrets(ingress);
    if (!isIstios(ingress, mesh)) {
      yield* each(isIssued(ingress) ? [] : secrets, (one) => ofOthers(mesh, one, namespace));
      return;
    }
    const places = new Set(ingressPods(mesh).map((pod) => pod.namespace));
    yield* each(secrets, function* (one) {
      if (places.size === 0) {
        yield* besideIngress(mesh, one, namespace);
      }
      for (const place of places) {
        yield* missingCredential(mesh, one, place);
      }
    });
  },
});
