import { type Asked, gets, judges, says, sidecar } from "../../support/asked";
import { cluster } from "../../support/envoy";
import type { ProxyConfig } from "../../support/translate";

const host = "httpbin-headless.istioinaction.svc.cluster.local";
const read = { method: "GET", path: "/headers" };

export default {
  proxies: [
    sidecar("sleep", "istioinaction", { app: "sleep" }),
    sidecar("httpbin", "istioinaction", { app: "httpbin", version: "v1" }),
  ],
  asks: [
    gets("sleep", { host }, "100 httpbin-headless.istioinaction:80; 2 retries"),
    says(
      "sleep's proxy speaks mutual TLS to the Pods",
      ({ configs: { sleep } }) => cluster(sleep as ProxyConfig, host, 80).transportSocket.name,
      "envoy.transport_sockets.tls",
    ),
    ...["istioinaction", "sleep"].map((namespace) =>
      judges(
        "httpbin",
        { ...read, principal: `spiffe://cluster.local/ns/${namespace}/sa/sleep` },
        true,
        `a read of sleep in ${namespace}`,
      ),
    ),
    judges(
      "httpbin",
      { ...read, principal: "spiffe://cluster.local/ns/other/sa/sleep" },
      false,
      "a read of another sleep",
    ),
  ],
} satisfies Asked;
