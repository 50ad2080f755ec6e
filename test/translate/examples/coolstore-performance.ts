import { type Asked, gateway, gets, sidecar } from "../../support/asked";
import { service } from "../../support/objects";

const host = (name: string) => ({ host: `${name}.svc.cluster.local` });

export default {
  proxies: [
    gateway("ingress", "istio-system", { istio: "ingressgateway" }),
    sidecar("sleep", "istioinaction", { app: "sleep" }),
    sidecar("webapp", "istioinaction", { app: "webapp" }),
    sidecar("silent", "silent", { app: "silent" }),
    sidecar("other", "other", { app: "other" }),
  ],
  objects: [service("zipkin", "istio-system"), service("web", "other")],
  asks: [
    gets(
      "ingress",
      { host: "catalog.istioinaction.io" },
      "100 catalog.istioinaction:80; 2 retries",
    ),
    gets("sleep", host("catalog.istioinaction"), "100 catalog.istioinaction:80; 2 retries"),
    gets("sleep", host("webapp.istioinaction"), "502"),
    gets("webapp", host("catalog.istioinaction"), "100 catalog.istioinaction:80; 2 retries"),
    gets("webapp", host("web.other"), "502"),
    gets("silent", host("zipkin.istio-system"), "100 zipkin.istio-system:80; 2 retries"),
    gets("silent", host("catalog.istioinaction"), "502"),
    gets("other", host("web.other"), "502", "what only the scope of the whole mesh holds for"),
  ],
} satisfies Asked;
