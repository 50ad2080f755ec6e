import { type Asked, gets, ingress, says, sidecar } from "../../support/asked";
import { service } from "../../support/objects";

export default {
  proxies: [ingress, sidecar("client", "shop")],
  objects: [service("catalog", "shop", { targetPort: 8080 })],
  asks: [
    gets(
      "ingress",
      { host: "shop.example.com" },
      "80 catalog.shop:80 v1, 20 catalog.shop:80 v2; 2 retries",
    ),
    gets(
      "client",
      { host: "catalog.shop.svc.cluster.local" },
      "80 catalog.shop:80 v1, 20 catalog.shop:80 v2; 2 retries",
      "from inside",
    ),
    says(
      "nothing of Istio itself is in the program",
      ({ objects }) => objects.map(({ kind }) => kind).sort(),
      [
        "Deployment",
        "Deployment",
        "DestinationRule",
        "DestinationRule",
        "Gateway",
        "Namespace",
        "PeerAuthentication",
        "VirtualService",
        "VirtualService",
      ],
    ),
  ],
} satisfies Asked;
