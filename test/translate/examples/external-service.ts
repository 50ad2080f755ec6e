import { type Asked, gets, says, sidecar } from "../../support/asked";
import { cluster, hasCluster } from "../../support/envoy";
import type { ProxyConfig } from "../../support/translate";

export default {
  proxies: [sidecar("client", "shop"), sidecar("elsewhere", "other")],
  asks: [
    gets("client", { host: "api.example.com" }, "100 api.example.com:80; 2 retries"),
    says(
      "the sidecar encrypts it for that host",
      ({ configs: { client } }) => {
        const { transportSocket } = cluster(client as ProxyConfig, "api.example.com", 80);
        return transportSocket.name;
      },
      "envoy.transport_sockets.tls",
    ),
    says(
      "other namespaces do not know the host",
      ({ configs: { elsewhere } }) => hasCluster(elsewhere as ProxyConfig, "api.example.com", 80),
      false,
    ),
  ],
} satisfies Asked;
