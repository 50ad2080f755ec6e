import { envoyDuration } from "../../../values/duration";
/** What the proxy does with a request, with all values known. */
export interface EnvoyRoute {
  upstream: string;
  upstreamPort: number;
  timeout: string | undefined;
  retries: number | undefined;
  retryOn: string;
}

/** Port on which the proxy takes requests. */
export const listenerPort = 15001;
/** Port of its pages for the operator. */
const adminPort = 15000;

const socket = (address: string, port: number) => ({
  socket_address: { address, port_value: port },
});

const typed = (type: string, config: object) => ({
  "@type": `type.googleapis.com/envoy.extensions.filters.${type}`,
  ...config,
});

function route({ timeout, retries, retryOn }: EnvoyRoute) {
  return {
    match: { prefix: "/" },
    route: {
      cluster: "upstream",
      // The upstream may itself be a proxy that routes by host.
      auto_host_rewrite: true,
      ...(timeout !== undefined && { timeout: envoyDuration(timeout) }),
      ...(retries !== undefined && { retry_policy: { retry_on: retryOn, num_retries: retries } }),
    },
  };
}

const connectionManager = (settings: EnvoyRoute) =>
  typed("network.http_connection_manager.v3.HttpConnectionManager", {
    stat_prefix: "ingress_http",
    route_config: {
      name: "local_route",
      virtual_hosts: [{ name: "upstream", domains: ["*"], routes: [route(settings)] }],
    },
    http_filters: [
      { name: "envoy.filters.http.router", typed_config: typed("http.router.v3.Router", {}) },
    ],
  });

const cluster = ({ upstream, upstreamPort }: EnvoyRoute) => ({
  name: "upstream",
  type: "LOGICAL_DNS",
  dns_lookup_family: "V4_ONLY",
  lb_policy: "ROUND_ROBIN",
  connect_timeout: "5s",
  load_assignment: {
    cluster_name: "upstream",
    endpoints: [{ lb_endpoints: [{ endpoint: { address: socket(upstream, upstreamPort) } }] }],
  },
});

/**
 * Configuration of a proxy that sends everything to one host. Its operator's pages are for its own Pod
 * only, since whoever reaches them may stop it.
 */
export const envoyConfig = (settings: EnvoyRoute) => ({
  admin: { address: socket("127.0.0.1", adminPort) },
  static_resources: {
    listeners: [
      {
        name: "http",
        address: socket("0.0.0.0", listenerPort),
        filter_chains: [
          {
            filters: [
              {
                name: "envoy.filters.network.http_connection_manager",
                typed_config: connectionManager(settings),
              },
            ],
          },
        ],
      },
    ],
    clusters: [cluster(settings)],
  },
});
