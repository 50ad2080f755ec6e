import { type Asked, connects, ingress } from "../../support/asked";

export default {
  proxies: [ingress],
  asks: [
    connects("ingress", { port: 15443, sni: "keys.example.com" }, "100 keys.vault:8443"),
    connects("ingress", { port: 15443, sni: "audit.example.com" }, "100 audit.vault:8443"),
    connects("ingress", { port: 15443, sni: "other.example.com" }, "nobody takes it"),
    connects("ingress", { port: 31400 }, "100 echo.vault:2701"),
  ],
} satisfies Asked;
