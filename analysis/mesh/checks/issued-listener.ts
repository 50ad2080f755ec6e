import { certManagerApi } from "../../../values/known-names";
import { check } from "../check";
import { Kind } from "../kinds";
import { listenersOf } from "../model/api-gateways";
import { credentialsOfMesh } from "../model/credentials";
import { secretsOfListener } from "../model/listener-certificates";
import { Thing } from "../scope";
import { quoted } from "../words";

/** Annotations by which cert-manager is asked for certificates of a Gateway's listeners. */
const issuers = [`${certManagerApi}/issuer`, `${certManagerApi}/cluster-issuer`];

const gateway = (hostname: string): string => `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  name: theatre
  namespace: stage
  annotations: {cert-manager.io/cluster-issuer: acme}
spec:
  gatewayClassName: istio
  listeners:
  - name: https${hostname}
    port: 443
    protocol: HTTPS
    tls: {mode: Terminate, certificateRefs: [{name: theatre-tls}]}
`;

/** A listener for which cert-manager asks for no certificate. */
export const issuedListener = check({
  id: "issued-listener",
  code: "MESH0340",
  aliases: [],
  level: "error",
  kinds: [Kind.ApiGateway],
  summary: "cert-manager is to issue a listener's certificate, and the listener has no hostname.",
  why: "cert-manager passes such a listener over: its Secret is never made, and the listener does not come up.",
  fix: "Give the listener a hostname, or declare the Secret or a Certificate for it.",
  url: "https://cert-manager.io/docs/usage/gateway/",
  fires: gateway(" # found"),
  silent: gateway("\n    hostname: theatre.example.com"),
  *run(object, mesh) {
    const issuer = issuers.find((name) => object.annotations[name] !== undefined);
    if (issuer === undefined) {
      return;
    }
    const credentials = mesh.fact(credentialsOfMesh);
    const listeners = listenersOf(object);
    const issued = listeners
      .filter(({ listener }) => listener.hostname !== undefined)
      .flatMap(secretsOfListener);
    for (const one of listeners) {
      const { hostname, tls, name } = one.listener;
      const missing = secretsOfListener(one).find(
        (ref) =>
          ref.namespace === object.id.namespace &&
          !issued.some(
            ({ name: own, namespace }) => own === ref.name && namespace === ref.namespace,
          ) &&
          credentials.find(ref.namespace, ref.name) === undefined,
      );
      if (hostname === undefined && (tls?.mode ?? "Terminate") === "Terminate" && missing) {
        // Where the issuer has other listeners to work for, this one may have its certificate from elsewhere.
        if (issued.length > 0 && !mesh.speaksFor(Thing.Secret, missing.namespace, missing.name)) {
          yield { path: one.path, notDeclared: `Secret ${missing.name}.${missing.namespace}` };
          continue;
        }
        yield {
          path: one.path,
          message: `listener ${name} has no hostname, so that ${issuer} ${quoted(object.annotations[issuer] ?? "")} is not asked for Secret ${missing.name}`,
        };
      }
    }
  },
});
