import { gatewayApi } from "../../../values/known-names";
import { check, type Verdict } from "../check";
import { each } from "../each";
import { fields, list, number, text } from "../fields";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import type { RouteParent } from "../model/api-routes";
import { chosenListeners, parentListeners } from "../route-attachment";

/** Port at which an ACME server asks. */
const challengePort = 80;

const gateway = (listener: string): string => `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: door, namespace: front}
spec:
  gatewayClassName: istio
  listeners:
  - ${listener}
---
apiVersion: cert-manager.io/v1
kind: ClusterIssuer
metadata: {name: acme}
spec:
  acme:
    server: https://acme.example.com/directory
    privateKeySecretRef: {name: acme}
    solvers:
    - http01:
        gatewayHTTPRoute:
          parentRefs:
          - name: door # found
            namespace: front
`;

/** Challenges of an issuer that nobody can ask for. */
export const challengeListener = check({
  id: "challenge-listener",
  code: "MESH0341",
  aliases: [],
  level: "error",
  kinds: [Kind.Issuer, Kind.ClusterIssuer],
  summary: "Challenges of an issuer are answered at a Gateway without plain HTTP at port 80.",
  why: "The ACME server asks at port 80: it reaches nobody, and no certificate is issued or renewed.",
  fix: "Add a listener with protocol HTTP at port 80, open to the namespaces of the Certificates.",
  url: "https://cert-manager.io/docs/configuration/acme/http01/#configuring-the-http-01-gateway-api-solver",
  fires: gateway("{name: other, port: 8080, protocol: HTTP, hostname: shop.example.com}"),
  silent: gateway("{name: http, port: 80, protocol: HTTP}").replace(" # found", ""),
  *run({ id, object }, mesh) {
    const solvers = list(fields(fields(object.spec).acme).solvers);
    yield* each(solvers.entries(), function* ([i, { http01 }]): Iterable<Verdict> {
      const { parentRefs } = fields(fields(http01).gatewayHTTPRoute);
      for (const [j, ref] of list(parentRefs).entries()) {
        const path = `spec.acme.solvers[${i}].http01.gatewayHTTPRoute.parentRefs[${j}]`;
        const parent: RouteParent = {
          kind: `${text(ref.kind) ?? "Gateway"}.${text(ref.group) ?? gatewayApi}`,
          namespace: text(ref.namespace) ?? id.namespace,
          name: text(ref.name) ?? "",
          sectionName: text(ref.sectionName),
          port: number(ref.port),
          path,
        };
        const listeners = parentListeners(mesh, parent);
        const [first] = listeners ?? [];
        const isOpen = chosenListeners(listeners ?? [], parent).some(
          ({ listener }) => listener.protocol === "HTTP" && listener.port === challengePort,
        );
        if (first !== undefined && !isOpen) {
          yield {
            path: `${path}.name`,
            message: `no listener of ${objectWords(first.owner.id)} that is meant takes plain HTTP at port ${challengePort}, where challenges are asked for`,
            related: [first.owner.id],
          };
        }
      }
    });
  },
});
