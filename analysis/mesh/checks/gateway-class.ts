import { closest } from "../../../values/closest";
import { check, type Verdict } from "../check";
import { Kind } from "../kinds";
import { gatewayClasses } from "../model/gateway-classes";
import { Thing } from "../scope";
import { listed, quoted } from "../words";

/** A Gateway of a class that nobody serves. */
export const gatewayClass = check({
  id: "gateway-class",
  code: "KIA1504",
  aliases: [],
  level: "error",
  kinds: [Kind.ApiGateway],
  summary: "A Gateway names a class that does not exist.",
  why: "No controller takes the Gateway: there are no proxies for it, and it never gets an address.",
  fix: "Use istio, istio-waypoint for a waypoint, or a class that is declared.",
  url: "https://gateway-api.sigs.k8s.io/api-types/gatewayclass/",
  fires: `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: waypoint, namespace: bakery}
spec:
  gatewayClassName: istio-waypont # found
  listeners: [{name: mesh, port: 15008, protocol: HBONE}]
`,
  silent: `apiVersion: gateway.networking.k8s.io/v1
kind: GatewayClass
metadata: {name: nginx}
spec: {controllerName: gateway.nginx.org/nginx-gateway-controller}
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: bread, namespace: bakery}
spec:
  gatewayClassName: nginx
  listeners: [{name: http, port: 80, protocol: HTTP}]
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: cake, namespace: bakery}
spec:
  gatewayClassName: elsewhere
  listeners: [{name: http, port: 80, protocol: HTTP}]
`,
  *run({ id, spec: { gatewayClassName } }, mesh): Iterable<Verdict> {
    const classes = mesh.fact(gatewayClasses);
    if (classes.has(gatewayClassName)) {
      return;
    }
    mesh.mustKnow(Kind.GatewayClass);
    const path = "spec.gatewayClassName";
    const value = closest(gatewayClassName, classes);
    if (value !== undefined) {
      yield {
        path,
        message: `there is no class ${quoted(gatewayClassName)}; did you mean ${quoted(value)}?`,
        fix: { path, value },
      };
      // Classes belong to no namespace: having some of them says nothing about the others.
    } else if (mesh.speaksFor(Thing.GatewayClass, id.namespace, gatewayClassName)) {
      yield {
        path,
        message: `there is no class ${quoted(gatewayClassName)}; there are ${listed(classes)}`,
      };
    } else {
      yield { path, notDeclared: `GatewayClass ${gatewayClassName}` };
    }
  },
});
