import { type Asked, connects, gateway, gets, judges, sidecar } from "../../support/asked";

const request = { method: "GET", path: "/" };
const identity = (name: string) => `spiffe://cluster.local/ns/${name}`;

export default {
  proxies: [
    gateway("ingress", "istio-system", { istio: "ingressgateway" }),
    gateway("between", "istio-system", {
      istio: "eastwestgateway",
      app: "istio-eastwestgateway",
      "topology.istio.io/network": "west-network",
    }),
    sidecar("backend", "istioinaction", { app: "simple-backend" }),
  ],
  asks: [
    gets(
      "ingress",
      { host: "simple-backend.istioinaction.io" },
      "100 simple-backend.istioinaction:80; 3 retries",
    ),
    connects(
      "between",
      { port: 15443, sni: "outbound_.80_._.simple-backend.istioinaction.svc.cluster.local" },
      "100 outbound_.80_._.simple-backend.istioinaction.svc.cluster.local",
    ),
    judges(
      "backend",
      { ...request, principal: identity("istio-system/sa/istio-ingressgateway") },
      true,
      "a request of the gateway",
    ),
    judges(
      "backend",
      { ...request, principal: identity("istioinaction/sa/sleep") },
      false,
      "a request of somebody else",
    ),
  ],
} satisfies Asked;
