import { check, type Verdict } from "../check";
import { Kind } from "../kinds";
import { grouped } from "../lazy";
import type { Mesh } from "../mesh";
import { type Listener, listenersOf } from "../model/api-gateways";
import { named } from "../words";

const placeOf = ({ listener: { port, hostname } }: Listener): string => `${port}|${hostname}`;

const listenersByPlace = (mesh: Mesh): ReadonlyMap<string, readonly Listener[]> =>
  grouped(mesh.set.accepted(Kind.ApiGateway).flatMap(listenersOf), placeOf);

/** One host at one port of two Gateways of the Gateway API. */
export const apiGatewayHost = check({
  id: "api-gateway-host",
  code: "KIA1501",
  aliases: [],
  level: "info",
  kinds: [Kind.ApiGateway],
  summary: "Two Gateways have a listener for the same hostname and port.",
  why: "Each has an address of its own, and the name leads to one of them: routes of the other get no requests.",
  fix: "Have one Gateway for the hostname, and let the routes of all teams name it.",
  url: "https://kiali.io/docs/features/validations/#kia1501---more-than-one-k8s-gateway-for-the-same-host-port-combination",
  fires: `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: old, namespace: museum}
spec:
  gatewayClassName: istio
  listeners:
  - {name: http, port: 80, protocol: HTTP, hostname: museum.example.org} # found
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: new, namespace: museum}
spec:
  gatewayClassName: istio
  listeners:
  - {name: web, port: 80, protocol: HTTP, hostname: museum.example.org} # found
`,
  silent: `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: old, namespace: museum}
spec:
  gatewayClassName: istio
  listeners:
  - {name: http, port: 80, protocol: HTTP, hostname: museum.example.org}
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: new, namespace: museum}
spec:
  gatewayClassName: istio
  listeners:
  - {name: web, port: 80, protocol: HTTP, hostname: shop.museum.example.org}
`,
  *run(object, mesh): Iterable<Verdict> {
    for (const own of listenersOf(object)) {
      const { hostname, port } = own.listener;
      const others = hostname
        ? (mesh.fact(listenersByPlace).get(placeOf(own)) ?? []).filter(
            ({ owner }) => owner !== object,
          )
        : [];
      if (others.length > 0) {
        const ids = others.map(({ owner }) => owner.id);
        yield {
          path: own.path,
          message: `${hostname} at port ${port} is at ${named(ids)} too`,
          related: ids,
        };
      }
    }
  },
});
