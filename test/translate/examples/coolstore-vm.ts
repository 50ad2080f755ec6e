import { type Asked, connects, gateway, gets, says, sidecar } from "../../support/asked";
import { addresses, cluster } from "../../support/envoy";
import { service } from "../../support/objects";
import type { ProxyConfig } from "../../support/translate";

const host = "forum.forum-services.svc.cluster.local";

export default {
  proxies: [
    gateway("between", "istio-system", { istio: "eastwestgateway" }),
    sidecar("webapp", "istioinaction", { app: "webapp" }),
  ],
  objects: [
    service("istiod", "istio-system", { port: 15012, portName: "https-dns" }),
    {
      // What the machine's proxy registers by the group.
      apiVersion: "networking.istio.io/v1",
      kind: "WorkloadEntry",
      metadata: { name: "forum-10.9.8.7", namespace: "forum-services" },
      spec: { address: "10.9.8.7", labels: { app: "forum" }, serviceAccount: "forum-sa" },
    },
  ],
  asks: [
    connects(
      "between",
      { port: 15012, sni: "istiod.istio-system.svc" },
      "100 istiod.istio-system:15012",
    ),
    gets("webapp", { host: "forum.forum-services" }, "100 forum.forum-services:80; 2 retries"),
    says(
      "webapp's proxy calls the machine",
      ({ configs: { webapp } }) => {
        const config = webapp as ProxyConfig;
        return [cluster(config, host, 80).name, addresses(config, host, 80)];
      },
      [`outbound|80||${host}`, ["10.9.8.7:8080"]],
    ),
  ],
} satisfies Asked;
