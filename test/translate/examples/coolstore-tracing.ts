import { type Asked, gateway, gets, says, sidecar } from "../../support/asked";
import { tracing } from "../../support/asked-objects";
import { service } from "../../support/objects";
import type { ProxyConfig } from "../../support/translate";

export default {
  proxies: [
    gateway("ingress", "istio-system", { istio: "ingressgateway", app: "istio-ingressgateway" }),
    sidecar("webapp", "istioinaction", { app: "webapp" }),
  ],
  meshConfig: {
    outboundTrafficPolicy: { mode: "REGISTRY_ONLY" },
    extensionProviders: [
      {
        name: "zipkinlocal",
        zipkin: { service: "zipkin.istio-system.svc.cluster.local", port: 9411 },
      },
    ],
  },
  objects: [service("zipkin", "istio-system", { port: 9411, portName: "http" })],
  asks: [
    gets("ingress", { host: "webapp.istioinaction.io" }, "100 webapp.istioinaction:80; 2 retries"),
    gets("ingress", { host: "httpbin.istioinaction.io" }, "100 httpbin.org:80; 2 retries"),
    gets("webapp", { host: "httpbin.org" }, "100 httpbin.org:80; 2 retries"),
    says(
      "every request to webapp is traced",
      ({ configs: { webapp } }) => tracing(webapp as ProxyConfig)?.percent,
      100,
    ),
  ],
} satisfies Asked;
