import { type Asked, gets, ingress } from "../../support/asked";
import { gatewayFor, routeTo } from "../../support/asked-objects";
import { service } from "../../support/objects";

export default {
  proxies: [ingress],
  objects: [service("web", "shop"), gatewayFor({ istio: "ingressgateway" }), routeTo("web")],
  asks: [gets("ingress", { host: "web.example.com" }, "100 web.shop:80; 2 retries")],
} satisfies Asked;
