import { regexProblem } from "../../../values/regex";
import { type Finding, refused, warned } from "../finding";
import type { MeshObject } from "../mesh-object";
import { workloadSelectorFindings } from "./primitives/attachment";
import {
  checkText,
  entries,
  field,
  isBlank,
  isSet,
  isUnknown,
  type Place,
  refusedIf,
  text,
} from "./primitives/place";

/** istiod's further check, of what `patch.value` holds, needs every message of Envoy and is left out. */
export function envoyFilterRules({ kind, spec: value }: MeshObject): Finding[] {
  const spec: Place = { path: "spec", value };
  return [
    warned(
      "kind",
      kind,
      "patches internals that change with every release; prefer another kind where one does it",
    ),
    ...workloadSelectorFindings(field(spec, "workloadSelector")),
    ...entries(field(spec, "configPatches")).flatMap(patchFindings),
  ];
}

function patchFindings(entry: Place): Finding[] {
  const context = field(field(entry, "match"), "context");
  // istiod does not look at patches of waypoints.
  if (isUnknown(context) || context.value === "WAYPOINT") {
    return [];
  }
  const incomplete = incompleteFindings(entry);
  return incomplete.length > 0
    ? incomplete
    : [...versionFindings(entry), ...matchFindings(entry, text(field(entry, "applyTo")))];
}

const isUndefinedEnum = (place: Place): boolean => isBlank(place) || place.value === "INVALID";

function incompleteFindings(entry: Place): Finding[] {
  const applyTo = field(entry, "applyTo");
  const patch = field(entry, "patch");
  const operation = field(patch, "operation");
  const value = field(patch, "value");
  return [
    ...refusedIf(isUndefinedEnum(applyTo), applyTo, "what the patch applies to is required"),
    ...refusedIf(isUndefinedEnum(operation), operation, "an operation is required"),
    ...refusedIf(
      isSet(operation) &&
        !isUndefinedEnum(operation) &&
        operation.value !== "REMOVE" &&
        isBlank(value),
      value,
      "a value is required, but for operation REMOVE",
    ),
  ];
}

const longestVersion = 1024;

function versionFindings(entry: Place): Finding[] {
  const version = field(field(field(entry, "match"), "proxy"), "proxyVersion");
  const pattern = text(version) ?? "";
  if (pattern === "") {
    return [];
  }
  return Buffer.byteLength(pattern) > longestVersion
    ? [
        warned(
          version.path,
          version.value,
          `has no effect, as it is longer than ${longestVersion} bytes`,
        ),
      ]
    : checkText(version, regexProblem);
}

/** What a match may describe, by what the patch applies to. */
const matchOf = new Map([
  ["LISTENER", "listener"],
  ["FILTER_CHAIN", "listener"],
  ["NETWORK_FILTER", "listener"],
  ["HTTP_FILTER", "listener"],
  ["ROUTE_CONFIGURATION", "routeConfiguration"],
  ["VIRTUAL_HOST", "routeConfiguration"],
  ["HTTP_ROUTE", "routeConfiguration"],
  ["CLUSTER", "cluster"],
]);

function matchFindings(entry: Place, applyTo: string | undefined): Finding[] {
  const match = field(entry, "match");
  const expected = matchOf.get(applyTo ?? "");
  if (applyTo === undefined || expected === undefined) {
    return [];
  }
  const others = [...new Set(matchOf.values())].filter((name) => name !== expected);
  const other = others.map((name) => field(match, name)).find(isSet);
  if (other !== undefined) {
    return [refused(other.path, other.value, `applyTo ${applyTo} matches by ${expected}`)];
  }
  return expected === "listener"
    ? filterFindings(field(field(field(match, "listener"), "filterChain"), "filter"), applyTo)
    : [];
}

const connectionManager = "envoy.filters.network.http_connection_manager";

function filterFindings(filter: Place, applyTo: string): Finding[] {
  if (!isSet(filter)) {
    return [];
  }
  const name = field(filter, "name");
  const subFilter = field(filter, "subFilter");
  const noEffect =
    applyTo === "LISTENER" || applyTo === "FILTER_CHAIN"
      ? [warned(filter.path, filter.value, `has no effect with applyTo ${applyTo}`)]
      : [];
  const wrong = [
    ...refusedIf(isBlank(name), name, "the filter needs a name"),
    ...(isSet(subFilter) ? subFilterFindings(subFilter, name, applyTo) : []),
  ];
  return [
    ...noEffect,
    ...(wrong.length > 0 ? wrong : [name, field(subFilter, "name")].flatMap(olderNameFindings)),
  ];
}

function subFilterFindings(subFilter: Place, filterName: Place, applyTo: string): Finding[] {
  const outer = text(filterName);
  const name = field(subFilter, "name");
  return [
    ...refusedIf(applyTo !== "HTTP_FILTER", subFilter, "is for applyTo HTTP_FILTER alone"),
    ...refusedIf(
      outer !== undefined &&
        outer !== "" &&
        outer !== connectionManager &&
        olderNames.get(outer) !== connectionManager,
      filterName,
      `a subFilter is one of ${connectionManager}`,
    ),
    ...refusedIf(isBlank(name), name, "the subFilter needs a name"),
  ];
}

const httpFilter = (name: string): string => `envoy.filters.http.${name}`;
const networkFilter = (name: string): string => `envoy.filters.network.${name}`;
const listenerFilter = (name: string): string => `envoy.filters.listener.${name}`;

/** Names that filters had in older releases of Envoy. */
const olderNames = new Map([
  ["envoy.buffer", httpFilter("buffer")],
  ["envoy.cors", httpFilter("cors")],
  ["envoy.csrf", httpFilter("csrf")],
  ["envoy.http_dynamo_filter", httpFilter("dynamo")],
  ["envoy.ext_authz", `${httpFilter("ext_authz")} or ${networkFilter("ext_authz")}`],
  ["envoy.fault", httpFilter("fault")],
  ["envoy.grpc_http1_bridge", httpFilter("grpc_http1_bridge")],
  ["envoy.grpc_json_transcoder", httpFilter("grpc_json_transcoder")],
  ["envoy.grpc_web", httpFilter("grpc_web")],
  ["envoy.gzip", httpFilter("gzip")],
  ["envoy.health_check", httpFilter("health_check")],
  ["envoy.ip_tagging", httpFilter("ip_tagging")],
  ["envoy.lua", httpFilter("lua")],
  ["envoy.rate_limit", httpFilter("ratelimit")],
  ["envoy.router", httpFilter("router")],
  ["envoy.squash", httpFilter("squash")],
  ["envoy.listener.http_inspector", listenerFilter("http_inspector")],
  ["envoy.listener.original_dst", listenerFilter("original_dst")],
  ["envoy.listener.original_src", listenerFilter("original_src")],
  ["envoy.listener.proxy_protocol", listenerFilter("proxy_protocol")],
  ["envoy.listener.tls_inspector", listenerFilter("tls_inspector")],
  ["envoy.client_ssl_auth", networkFilter("client_ssl_auth")],
  ["envoy.http_connection_manager", connectionManager],
  ["envoy.mongo_proxy", networkFilter("mongo_proxy")],
  ["envoy.ratelimit", networkFilter("ratelimit")],
  ["envoy.redis_proxy", networkFilter("redis_proxy")],
  ["envoy.tcp_proxy", networkFilter("tcp_proxy")],
]);

function olderNameFindings(name: Place): Finding[] {
  const newer = olderNames.get(text(name) ?? "");
  return newer === undefined ? [] : [warned(name.path, name.value, `is called ${newer} by now`)];
}
