import { type Asked, gateway, gets, ingress, objectOf, says, sidecar } from "../../support/asked";

export default {
  stacks: {
    "organization/istio-mesh-example-platform/dev": {
      revision: "stable",
      selector: { istio: "ingressgateway" },
      controlPlane: { version: "1.31.0", revision: "1-31-0" },
    },
  },
  proxies: [
    ingress,
    gateway("partners", "shop", { istio: "shop-partners" }),
    sidecar("client", "shop"),
  ],
  asks: [
    gets(
      "ingress",
      { host: "shop.example.com" },
      "90 catalog.shop:80 v1, 10 catalog.shop:80 v2; 2 retries",
    ),
    gets(
      "partners",
      { host: "partners.example.com" },
      "90 catalog.shop:80 v1, 10 catalog.shop:80 v2; 2 retries",
    ),
    gets("partners", { host: "shop.example.com" }, "404", "everybody's host"),
    says(
      "its Pods have the revision of the other stack",
      (world) => objectOf(world, "Namespace", "shop").metadata?.labels,
      { "istio.io/rev": "stable" },
    ),
  ],
} satisfies Asked;
