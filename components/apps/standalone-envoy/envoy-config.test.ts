import assert from "node:assert/strict";
import { type EnvoyRoute, envoyConfig } from "./envoy-config";

const routeOf = (settings: Partial<EnvoyRoute>) => {
  const config = envoyConfig({
    upstream: "httpbin.shop.svc.cluster.local",
    upstreamPort: 8000,
    timeout: undefined,
    retries: undefined,
    retryOn: "5xx",
    ...settings,
  });
  const [listener] = config.static_resources.listeners;
  const typed = listener?.filter_chains[0]?.filters[0]?.typed_config as unknown as {
    route_config: { virtual_hosts: { routes: { route: object }[] }[] };
  };
  return typed.route_config.virtual_hosts[0]?.routes[0]?.route;
};

describe("the route of a standalone Envoy", () => {
  const plain = { cluster: "upstream", auto_host_rewrite: true };

  it("leaves timeout and retries to Envoy", () => {
    assert.deepEqual(routeOf({}), plain);
  });

  it("has the timeout in seconds", () => {
    assert.deepEqual(routeOf({ timeout: "500ms" }), { ...plain, timeout: "0.5s" });
  });

  it("tries again on failures of choice", () => {
    assert.deepEqual(routeOf({ retries: 3, retryOn: "reset,503" }), {
      ...plain,
      retry_policy: { retry_on: "reset,503", num_retries: 3 },
    });
  });

  it("says so when there is to be no retry", () => {
    assert.deepEqual(routeOf({ retries: 0 }), {
      ...plain,
      retry_policy: { retry_on: "5xx", num_retries: 0 },
    });
  });
});
