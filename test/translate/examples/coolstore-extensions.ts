import { type Asked, gets, says, sidecar } from "../../support/asked";
import { filters, listener } from "../../support/envoy";
import type { ProxyConfig } from "../../support/translate";

const filtersOf = (config: ProxyConfig | undefined) =>
  filters(listener(config as ProxyConfig, "virtualInbound")).map(({ name }) => name);

export default {
  proxies: [
    sidecar("httpbin", "istioinaction", { app: "httpbin", version: "v1" }),
    sidecar("webapp", "istioinaction", { app: "webapp" }),
  ],
  asks: [
    gets(
      "webapp",
      { host: "httpbin.istioinaction.svc.cluster.local", port: 8000 },
      "100 httpbin.istioinaction:8000; 2 retries",
    ),
    says(
      "httpbin's proxy runs both plug-ins",
      ({ configs: { httpbin } }) => filtersOf(httpbin).filter((name) => /wasm/.test(`${name}`)),
      ["httpbin-wasm-filter", "opa-wasm-filter"].map(
        (name) =>
          `extensions.istio.io/trafficextension/istioinaction.${name}~istio-translated-wasmplugin`,
      ),
    ),
    says(
      "requests to webapp may be listened to",
      ({ configs: { webapp } }) => filtersOf(webapp).includes("envoy.filters.http.tap"),
      true,
    ),
  ],
} satisfies Asked;
