import { type Asked, gateway, gets, sidecar } from "../../support/asked";

const webapp = (namespace: string) => sidecar(namespace, namespace, { app: "webapp" });
const catalog = (namespace: string) => ({ host: `catalog.${namespace}.svc.cluster.local` });
const dark = { headers: { "x-dark-launch": "v2" } };

export default {
  proxies: [
    gateway("ingress", "istio-system", { istio: "ingressgateway" }),
    ...["istioinaction", "all-v1", "dark-v2"].map(webapp),
  ],
  asks: [
    gets("ingress", { host: "anything.example.com" }, "100 webapp.istioinaction:80; 2 retries"),
    gets("istioinaction", catalog("istioinaction"), "100 catalog.istioinaction:80; 3 retries"),
    gets("all-v1", catalog("all-v1"), "100 catalog.all-v1:80 version-v1; 2 retries"),
    gets("dark-v2", catalog("dark-v2"), "100 catalog.dark-v2:80 version-v1; 2 retries"),
    gets(
      "dark-v2",
      { ...catalog("dark-v2"), ...dark },
      "100 catalog.dark-v2:80 version-v2; 2 retries",
      "a request with x-dark-launch: v2",
    ),
  ],
} satisfies Asked;
