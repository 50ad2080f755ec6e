import { type Asked, connects, gateway, gets } from "../../support/asked";
import { tlsSecret } from "../../support/asked-objects";
import { service } from "../../support/objects";

const istiod = service("istiod", "istio-system", { port: 15012, portName: "https-dns" });
const ports = [
  { name: "https-dns", port: 15012, targetPort: 15012, protocol: "TCP" },
  { name: "https-webhook", port: 443, targetPort: 15017, protocol: "TCP" },
];

export default {
  proxies: [
    gateway("east-west", "istio-system", {
      istio: "eastwestgateway",
      "topology.istio.io/network": "network1",
    }),
  ],
  objects: [
    { ...istiod, spec: { ...(istiod.spec as object), ports } },
    tlsSecret("istiod-gateway-cert", "istio-system", "istiod.example.com"),
  ],
  asks: [
    connects(
      "east-west",
      { port: 15012, sni: "istiod.istio-system.svc" },
      "100 istiod.istio-system:15012",
    ),
    connects(
      "east-west",
      { port: 15017, sni: "istiod.istio-system.svc" },
      "100 istiod.istio-system:443",
    ),
    gets(
      "east-west",
      { host: "istiod.example.com", port: 15012 },
      "100 istiod.istio-system:15012; 2 retries",
      "istiod by its own name",
    ),
    gets(
      "east-west",
      { host: "istiod.example.com", port: 15017, path: "/inject" },
      "100 istiod.istio-system:443; 2 retries",
      "the webhook by that name",
    ),
  ],
} satisfies Asked;
