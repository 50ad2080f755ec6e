import { type Asked, gets, ingress, objectOf, says, sidecar } from "../../support/asked";
import { gatewayFor, routeTo } from "../../support/asked-objects";
import { service } from "../../support/objects";

export default {
  proxies: [ingress, sidecar("client", "shop")],
  objects: [service("web", "shop"), gatewayFor({ istio: "ingressgateway" }), routeTo("web")],
  asks: [
    gets("ingress", { host: "web.example.com" }, "100 web.shop:80; 2 retries"),
    says(
      "the tag that other stacks take is of the revision",
      (world) => {
        const tag = objectOf(world, "MutatingWebhookConfiguration", "istio-revision-tag-stable");
        const labels = tag.metadata?.labels as Record<string, string>;
        return [labels["istio.io/tag"], labels["istio.io/rev"]];
      },
      ["stable", "1-31-4"],
    ),
  ],
} satisfies Asked;
