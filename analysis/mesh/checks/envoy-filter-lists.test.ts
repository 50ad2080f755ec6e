import { istio, meshCases, service } from "../../../test/support/mesh-cases";
import { envoyFilterCluster } from "./envoy-filter-cluster";
import { envoyFilterTerminal } from "./envoy-filter-terminal";

const patch = (applyTo: string, operation: string, filter: string, value = "{name: x}") =>
  `{applyTo: ${applyTo}, match: {context: ANY, listener: {filterChain: {filter: {${filter}}}}}, patch: {operation: ${operation}, value: ${value}}}`;
const filter = (...patches: string[]) =>
  istio("EnvoyFilter", "gate", "f", `{configPatches: [${patches.join(", ")}]}`);
const manager = "name: envoy.filters.network.http_connection_manager";
const router = `${manager}, subFilter: {name: envoy.filters.http.router}`;
const cors = `${manager}, subFilter: {name: envoy.filters.http.cors}`;
const at = "EnvoyFilter f spec.configPatches[0].patch";

meshCases(envoyFilterTerminal, {
  "finds what is added behind the router": {
    yaml: filter(patch("HTTP_FILTER", "ADD", manager)),
    says: [`error ${at}.operation`],
  },
  "finds what is put behind no filter": {
    yaml: filter(patch("HTTP_FILTER", "INSERT_AFTER", manager)),
    says: [`error ${at}.operation`],
  },
  "finds what is put behind the connection manager": {
    yaml: filter(patch("NETWORK_FILTER", "INSERT_AFTER", manager)),
    says: [`error ${at}.operation = "INSERT_BEFORE"`],
  },
  "takes what is put behind another filter": {
    yaml: filter(patch("HTTP_FILTER", "INSERT_AFTER", cors)),
  },
  "takes what is put first": { yaml: filter(patch("HTTP_FILTER", "INSERT_FIRST", manager)) },
  "takes another end of the list": {
    yaml: filter(patch("HTTP_FILTER", "ADD", manager), patch("HTTP_FILTER", "REMOVE", router)),
  },
  "leaves other lists alone": { yaml: filter(patch("CLUSTER", "ADD", manager)) },
});

const asking = (cluster: string) =>
  filter(
    patch(
      "HTTP_FILTER",
      "INSERT_BEFORE",
      router,
      `{name: x, typed_config: {list: [{cluster: "${cluster}"}]}}`,
    ),
  );
const named = "value.typed_config.list[0].cluster";
const limits = service("limits", "limits", "{port: 8081, name: grpc}");

meshCases(envoyFilterCluster, {
  "takes a Service of another namespace": {
    yaml: limits + asking("outbound|8081||limits.limits.svc.cluster.local"),
  },
  "finds a port that the Service does not have": {
    yaml: limits + asking("outbound|80||limits.limits.svc.cluster.local"),
    says: [`error ${at}.${named}`],
  },
  "finds a Service that lies elsewhere": {
    yaml: limits + asking("outbound|8081||limits.default.svc.cluster.local"),
    says: [`error ${at}.${named}`],
  },
  "does not know a Service that nobody declares": {
    yaml: limits + asking("outbound|80||redis.data.svc.cluster.local"),
    says: ["not declared: Service redis.data"],
  },
  "leaves clusters of its own alone": { yaml: limits + asking("rate_limit_cluster") },
});
