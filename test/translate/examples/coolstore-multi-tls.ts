import { type Asked, gateway, gets, says } from "../../support/asked";
import { tlsSecret } from "../../support/asked-objects";

const hosts = ["webapp", "catalog"].map((service) => [service, `${service}.istioinaction.io`]);

export default {
  proxies: [gateway("ingress", "istio-system", { istio: "ingressgateway" })],
  objects: hosts.map(([service, host]) =>
    tlsSecret(`${service}-credential`, "istio-system", `${host}`),
  ),
  asks: [
    ...hosts.map(([service, host]) =>
      gets("ingress", { host: `${host}`, port: 443 }, `100 ${service}.istioinaction:80; 2 retries`),
    ),
    says(
      "the gateway has a certificate for each host",
      ({ configs: { ingress } }) => ingress?.secrets,
      ["ROOTCA", "default", "kubernetes://catalog-credential", "kubernetes://webapp-credential"],
    ),
  ],
} satisfies Asked;
