import { type Asked, connects, gets, sidecar } from "../../support/asked";

const namespaces = ["external-services", "wildcard", "https-proxy"];

export default {
  proxies: namespaces.map((namespace) => sidecar(namespace, namespace, { app: "curl" })),
  meshConfig: { outboundTrafficPolicy: { mode: "REGISTRY_ONLY" } },
  asks: [
    gets(
      "external-services",
      { host: "httpbin.org", path: "/delay/5" },
      "100 httpbin.org:80; within 3s; 2 retries",
    ),
    gets("external-services", { host: "www.example.com" }, "502"),
    connects("external-services", { port: 443, sni: "www.google.com" }, "100 www.google.com:443"),
    connects("wildcard", { port: 443, sni: "de.wikipedia.org" }, "100 *.wikipedia.org:443"),
    gets(
      "external-services",
      { host: "my-httpbin.external-services.svc.cluster.local" },
      "100 httpbin.org:80; within 3s; 2 retries",
    ),
    connects("https-proxy", { port: 3128, ip: "192.0.2.80" }, "100 my-company-proxy.com:3128"),
  ],
} satisfies Asked;
