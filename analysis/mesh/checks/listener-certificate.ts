import { closest, didYouMean } from "../../../values/closest";
import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import type { ListenerOwner } from "../model/api-gateways";
import { credentialsOfMesh } from "../model/credentials";
import { grantWords, isGranted } from "../model/grants";
import { type CertificateRef, secretsOf } from "../model/listener-certificates";
import { secretProblem } from "../model/secret-problem";
import { Thing } from "../scope";
import { listed } from "../words";

function* missing(mesh: Mesh, { name, namespace, path }: CertificateRef): Iterable<Verdict> {
  const credentials = mesh.fact(credentialsOfMesh);
  const elsewhere = credentials.named(name);
  const problem = `there is no Secret ${name} in namespace ${namespace}`;
  if (elsewhere.length > 0 && !mesh.isExternal(Thing.Secret, namespace, name)) {
    yield {
      path: `${path}.name`,
      message: `${problem}; there is one in ${listed(elsewhere.map((one) => one.namespace))}`,
      related: elsewhere.map(({ source }) => source.id),
    };
    return;
  }
  if (!mesh.speaksFor(Thing.Secret, namespace, name)) {
    yield { path: `${path}.name`, notDeclared: `Secret ${name}.${namespace}` };
    return;
  }
  const names = credentials.in(namespace).map((one) => one.name);
  const value = closest(name, names);
  yield {
    path: `${path}.name`,
    message: problem + didYouMean(name, names),
    ...(value !== undefined && { fix: { path: `${path}.name`, value } }),
  };
}

function* judge(mesh: Mesh, owner: ListenerOwner, ref: CertificateRef): Iterable<Verdict> {
  const { name, namespace, path } = ref;
  const credential = mesh.fact(credentialsOfMesh).find(namespace, name);
  if (!credential) {
    yield* missing(mesh, ref);
    return;
  }
  const related = [credential.source.id];
  const to = { group: "", kind: "Secret", namespace, name };
  if (namespace !== owner.id.namespace && !isGranted(mesh, owner.id, to)) {
    yield {
      path: `${path}.namespace`,
      message: `Secret ${name} is in namespace ${namespace}, ${grantWords(owner.id, to)}`,
      related,
    };
    return;
  }
  const problem = secretProblem(credential, mesh.now);
  if (problem) {
    const { message, level } = problem;
    yield {
      path: `${path}.name`,
      message: `Secret ${name} in namespace ${namespace} ${message}`,
      related,
      level,
    };
  }
}

/** A listener without a certificate that it can use. */
export const listenerCertificate = check({
  id: "listener-certificate",
  code: "MESH0301",
  aliases: [],
  level: "error",
  kinds: [Kind.ApiGateway, Kind.ListenerSet],
  summary:
    "A listener names a Secret that is not there, that it may not use, or that holds no certificate.",
  why: "The listener is not programmed: connections to its port are refused, or TLS handshakes fail.",
  fix: "Declare the Secret in the Gateway's namespace, or a ReferenceGrant in the Secret's.",
  url: "https://gateway-api.sigs.k8s.io/guides/tls/",
  fires: `apiVersion: cert-manager.io/v1
kind: Certificate
metadata: {name: radio, namespace: radio}
spec: {secretName: radio-tls, dnsNames: [radio.example.com]}
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: media, namespace: media}
spec:
  gatewayClassName: istio
  listeners:
  - name: https
    port: 443
    protocol: HTTPS
    hostname: radio.example.com
    tls:
      certificateRefs:
      - name: radio-tls # found
  - name: also
    port: 8443
    protocol: HTTPS
    hostname: radio.example.com
    tls:
      certificateRefs:
      - name: radio-tls
        namespace: radio # found
`,
  silent: `apiVersion: cert-manager.io/v1
kind: Certificate
metadata: {name: radio, namespace: radio}
spec: {secretName: radio-tls, dnsNames: [radio.example.com]}
---
apiVersion: gateway.networking.k8s.io/v1
kind: ReferenceGrant
metadata: {name: media, namespace: radio}
spec:
  from: [{group: gateway.networking.k8s.io, kind: Gateway, namespace: media}]
  to: [{group: "", kind: Secret, name: radio-tls}]
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: media, namespace: media}
spec:
  gatewayClassName: istio
  listeners:
  - name: https
    port: 443
    protocol: HTTPS
    hostname: radio.example.com
    tls: {certificateRefs: [{name: radio-tls, namespace: radio}]}
`,
  *run(object, mesh) {
    yield* each(secretsOf(object), (ref) => judge(mesh, object, ref));
  },
});
