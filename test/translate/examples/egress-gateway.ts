import { type Asked, gateway, gets } from "../../support/asked";
import { gatewayFor, routeTo } from "../../support/asked-objects";
import { service } from "../../support/objects";

export default {
  proxies: [gateway("egress", "istio-egress", { istio: "egressgateway" })],
  objects: [service("web", "shop"), gatewayFor({ istio: "egressgateway" }), routeTo("web")],
  asks: [gets("egress", { host: "web.example.com" }, "100 web.shop:80; 2 retries")],
} satisfies Asked;
