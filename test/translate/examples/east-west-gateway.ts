import { type Asked, connects, gateway } from "../../support/asked";
import { pod, service } from "../../support/objects";

export default {
  proxies: [
    gateway("east-west", "istio-system", {
      istio: "eastwestgateway",
      app: "istio-eastwestgateway",
      "topology.istio.io/network": "network1",
    }),
  ],
  objects: [service("web", "shop"), pod("web-0", "shop", "10.9.0.1", { app: "web" })],
  asks: [
    connects(
      "east-west",
      { port: 15443, sni: "outbound_.80_._.web.shop.svc.cluster.local" },
      "100 outbound_.80_._.web.shop.svc.cluster.local",
    ),
  ],
} satisfies Asked;
