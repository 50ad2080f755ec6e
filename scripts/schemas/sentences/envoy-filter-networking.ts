import type { FieldSentences } from "./field-sentence";

export const envoyFilterNetworking: FieldSentences = {
  "spec.configPatches": {
    text: "Changes to the configuration of Envoy, made in their order.",
  },
  "spec.priority": {
    text: "Order among EnvoyFilters: lower numbers go first; those of the root namespace precede all others.",
    default: "0",
  },
  "spec.targetRefs": {
    text: "Gateways or services whose proxies are changed; needed for waypoints, excludes `workloadSelector`.",
  },
  "spec.workloadSelector": {
    text: "Workloads whose proxies are changed, by label; waypoints ignore it.",
    default: "all of the namespace, or of the mesh in the root namespace",
  },
  "spec.configPatches.applyTo": {
    text: "Sort of object that is changed; `match` has to fit it.",
  },
  "spec.configPatches.match": {
    text: "Which objects of that sort are changed.",
  },
  "spec.configPatches.patch": {
    text: "What is changed, and how.",
  },
  "spec.targetRefs.group": {
    text: "API group of the object, e.g. `gateway.networking.k8s.io`; empty for a Service.",
  },
  "spec.targetRefs.kind": {
    text: "`Gateway`, `GatewayClass` (root namespace only), `Service` (waypoints only) or `ServiceEntry`.",
  },
  "spec.targetRefs.name": {
    text: "Name of the object.",
  },
  "spec.targetRefs.namespace": {
    text: "To be left out: other namespaces are not supported.",
    default: "namespace of this object",
  },
  "spec.workloadSelector.labels": {
    text: "Labels that a Pod has to carry, all of them.",
  },
  "spec.configPatches.match.cluster": {
    text: "Conditions for clusters.",
  },
  "spec.configPatches.match.context": {
    text: "Direction and sort of proxy whose configuration is changed.",
    default: "ANY",
  },
  "spec.configPatches.match.listener": {
    text: "Conditions for listeners, their filter chains and filters.",
  },
  "spec.configPatches.match.proxy": {
    text: "Conditions for the proxy itself.",
    default: "every proxy",
  },
  "spec.configPatches.match.routeConfiguration": {
    text: "Conditions for HTTP routes and virtual hosts.",
  },
  "spec.configPatches.match.waypoint": {
    text: "Conditions for waypoints; goes with context `WAYPOINT` only, which needs it.",
  },
  "spec.configPatches.patch.filterClass": {
    text: "Place of an added filter among Istio's own; steadier than `INSERT_…`, and for `ADD` only.",
    default: "chosen by istiod",
  },
  "spec.configPatches.patch.operation": {
    text: "How `value` is put in; `MERGE` appends to lists, `REPLACE` is for HTTP and network filters only.",
  },
  "spec.configPatches.patch.value": {
    text: "Piece of Envoy configuration, as its API has it; `REMOVE` needs none.",
  },
  "spec.configPatches.match.cluster.name": {
    text: "Exact name of the cluster; leave out the other conditions then.",
  },
  "spec.configPatches.match.cluster.portNumber": {
    text: "Port of the Service; for inbound clusters its target port.",
    default: "any port",
  },
  "spec.configPatches.match.cluster.service": {
    text: "Service's FQDN, or host of a ServiceEntry; inbound clusters ignore it.",
    default: "any service",
  },
  "spec.configPatches.match.cluster.subset": {
    text: "Subset of the service.",
    default: "any subset",
  },
  "spec.configPatches.match.listener.filterChain": {
    text: "Filter chain to which the change is confined.",
    default: "all chains of the listener",
  },
  "spec.configPatches.match.listener.listenerFilter": {
    text: "Name of the listener filter that is changed.",
  },
  "spec.configPatches.match.listener.name": {
    text: "Name of the listener, mostly `IP_port` as `istioctl proxy-config listeners` shows it.",
  },
  "spec.configPatches.match.listener.portName": {
    text: "Not implemented: has no effect.",
  },
  "spec.configPatches.match.listener.portNumber": {
    text: "Port of the Service or gateway; inbound too it is the Service's, not the Pod's.",
    default: "any port",
  },
  "spec.configPatches.match.proxy.metadata": {
    text: "Node metadata of the proxy, by name; all values have to fit exactly.",
  },
  "spec.configPatches.match.proxy.proxyVersion": {
    text: "RE2 expression for the proxy's version of Istio, e.g. `^1\\.27.*`.",
  },
  "spec.configPatches.match.routeConfiguration.gateway": {
    text: "Gateway as `namespace/name`; for context `GATEWAY` only.",
  },
  "spec.configPatches.match.routeConfiguration.name": {
    text: "Name of the route configuration, e.g. `http_proxy`.",
  },
  "spec.configPatches.match.routeConfiguration.portName": {
    text: "Name of the gateway server's port; for context `GATEWAY` only.",
  },
  "spec.configPatches.match.routeConfiguration.portNumber": {
    text: "Port of the Service or gateway server.",
    default: "any port",
  },
  "spec.configPatches.match.routeConfiguration.vhost": {
    text: "Virtual host to which the change is confined.",
  },
  "spec.configPatches.match.waypoint.filter": {
    text: "Filter that is changed, or beside which one is put in.",
  },
  "spec.configPatches.match.waypoint.portNumber": {
    text: "Port of the Service.",
    default: "any port",
  },
  "spec.configPatches.match.waypoint.route": {
    text: "Route that is changed.",
  },
  "spec.configPatches.match.listener.filterChain.applicationProtocols": {
    text: "Protocols in the condition of the chain, joined by commas, e.g. `h2,http/1.1`; for sidecars only.",
  },
  "spec.configPatches.match.listener.filterChain.destinationPort": {
    text: "Port in the condition of the chain; chains without one do not fit.",
  },
  "spec.configPatches.match.listener.filterChain.filter": {
    text: "Network filter, e.g. `envoy.filters.network.http_connection_manager` for all of HTTP.",
  },
  "spec.configPatches.match.listener.filterChain.name": {
    text: "Name of the chain.",
  },
  "spec.configPatches.match.listener.filterChain.sni": {
    text: "Server name in the condition of the chain; chains without one do not fit.",
  },
  "spec.configPatches.match.listener.filterChain.transportProtocol": {
    text: "`tls` or `raw_buffer`, as the condition of the chain has it; for `SIDECAR_INBOUND` only.",
  },
  "spec.configPatches.match.routeConfiguration.vhost.domainName": {
    text: "Domain that is among those of the virtual host.",
  },
  "spec.configPatches.match.routeConfiguration.vhost.name": {
    text: "Name of the virtual host, as Istio makes it: `host:port`.",
  },
  "spec.configPatches.match.routeConfiguration.vhost.route": {
    text: "Route in the virtual host to which the change is confined.",
  },
  "spec.configPatches.match.waypoint.filter.name": {
    text: "Envoy's full name of the filter, e.g. `envoy.filters.network.http_connection_manager`.",
  },
  "spec.configPatches.match.waypoint.filter.subFilter": {
    text: "Filter inside that filter, such as an HTTP filter in the connection manager.",
  },
  "spec.configPatches.match.waypoint.route.name": {
    text: "Name of the HTTP route in the VirtualService, or else `default`.",
  },
  "spec.configPatches.match.routeConfiguration.vhost.route.action": {
    text: "What the route does.",
    default: "ANY",
  },
  "spec.configPatches.match.routeConfiguration.vhost.route.name": {
    text: "Name of the HTTP route in the VirtualService, or else `default`.",
  },
  "spec.configPatches.match.listener.filterChain.transportSocket": {
    text: "Name of the transport socket that the chain has.",
    default: "any",
  },
};
