import { type Asked, gets, ingress, says } from "../../support/asked";
import { networkFilter } from "../../support/envoy";
import type { ProxyConfig } from "../../support/translate";

const manager = "envoy.filters.network.http_connection_manager";

export default {
  proxies: [ingress],
  asks: [
    gets(
      "ingress",
      { host: "any.example.com", path: "/ws", headers: { upgrade: "websocket" } },
      "100 tornado.websockets:8888; 2 retries",
    ),
    says(
      "the gateway lets a connection become a WebSocket",
      ({ configs: { ingress: config } }) =>
        networkFilter(config as ProxyConfig, 80, manager)?.upgradeConfigs,
      [{ upgradeType: "websocket" }],
    ),
  ],
} satisfies Asked;
