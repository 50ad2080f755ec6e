import { type Asked, gets, says, sidecar, type World } from "../../support/asked";
import { httpFilter } from "../../support/envoy";
import type { ProxyConfig } from "../../support/translate";

const providers = [
  {
    name: "sample-ext-authz-grpc",
    envoyExtAuthzGrpc: { service: "ext-authz.foo.svc.cluster.local", port: 9000 },
  },
  {
    name: "sample-ext-authz-local",
    envoyExtAuthzHttp: { service: "ext-authz-http.local", port: 8000 },
  },
];

/** Whom the proxy of a httpbin asks. */
const asksWhom = ({ configs }: World, proxy: string) => {
  const filter = httpFilter(
    configs[proxy] as ProxyConfig,
    "virtualInbound",
    "envoy.filters.http.ext_authz",
  );
  return filter?.grpcService?.envoyGrpc.clusterName ?? filter?.httpService?.serverUri.cluster;
};

export default {
  proxies: [
    sidecar("curl", "foo", { app: "curl" }),
    sidecar("foo", "foo", { app: "httpbin", version: "v1" }),
    sidecar("local", "local", { app: "httpbin", version: "v1" }),
  ],
  meshConfig: {
    extensionProviders: providers,
    pathNormalization: { normalization: "MERGE_SLASHES" },
  },
  asks: [
    gets(
      "curl",
      { host: "httpbin.foo.svc.cluster.local", port: 8000, path: "/headers" },
      "100 httpbin.foo:8000; 2 retries",
    ),
    says(
      "httpbin's proxy asks the service",
      (world) => asksWhom(world, "foo"),
      "outbound|9000||ext-authz.foo.svc.cluster.local",
    ),
    says(
      "with the authorizer in its Pod it asks that one",
      (world) => asksWhom(world, "local"),
      "outbound|8000||ext-authz-http.local",
    ),
  ],
} satisfies Asked;
