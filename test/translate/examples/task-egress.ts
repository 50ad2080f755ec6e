import { type Asked, connects, gets, says, sidecar, waypoint } from "../../support/asked";
import type { ProxyConfig } from "../../support/translate";

const namespaces = ["external-services", "wildcard", "https-proxy"];

export default {
  proxies: [
    ...namespaces.map((namespace) => sidecar(namespace, namespace, { app: "curl" })),
    waypoint("egress", "egress-waypoint"),
  ],
  ambient: true,
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
    gets("egress", { host: "httpbin.org" }, "100 httpbin.org:80; 2 retries"),
    says(
      "the waypoint encrypts what was plain",
      ({ configs: { egress } }) =>
        (egress as ProxyConfig).clusters.find(({ name }) => name.includes("httpbin.org"))
          ?.transportSocket.typedConfig.transportSocket.name,
      "envoy.transport_sockets.tls",
    ),
  ],
} satisfies Asked;
