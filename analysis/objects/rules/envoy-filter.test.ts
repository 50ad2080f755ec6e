import { type RuleCase, ruleCases } from "../../../test/support/rule-cases";
import { unknown } from "../mesh-object";
import { envoyFilterRules } from "./envoy-filter";

const always = "warning kind";
const first = "spec.configPatches[0]";
const filter = `${first}.match.listener.filterChain.filter`;
const manager = "envoy.filters.network.http_connection_manager";
const remove = { operation: "REMOVE" };
const patch = (applyTo: unknown, match: unknown = {}, how: unknown = remove) => ({
  configPatches: [{ applyTo, match, patch: how }],
});
const byFilter = (applyTo: string, named: unknown) =>
  patch(applyTo, { listener: { filterChain: { filter: named } } });

const cases: RuleCase[] = [
  ["nothing", {}, [always]],
  ["an empty selector", { workloadSelector: {} }, [always, "warning spec.workloadSelector"]],
  [
    "a selector with a wildcard",
    { workloadSelector: { labels: { "a*": "b" } } },
    [always, 'error spec.workloadSelector.labels["a*"]'],
  ],
  ["a selector", { workloadSelector: { labels: { a: "b" } } }, [always]],

  ["a patch", patch("CLUSTER"), [always]],
  [
    "a patch of nothing",
    { configPatches: [{ patch: remove }] },
    [always, `error ${first}.applyTo`],
  ],
  ["a patch of INVALID", patch("INVALID"), [always, `error ${first}.applyTo`]],
  [
    "no patch",
    { configPatches: [{ applyTo: "CLUSTER" }] },
    [always, `error ${first}.patch.operation`],
  ],
  [
    "a patch without operation",
    patch("CLUSTER", {}, { value: {} }),
    [always, `error ${first}.patch.operation`],
  ],
  [
    "a patch with operation INVALID",
    patch("CLUSTER", {}, { operation: "INVALID", value: {} }),
    [always, `error ${first}.patch.operation`],
  ],
  [
    "a patch without value",
    patch("CLUSTER", {}, { operation: "MERGE" }),
    [always, `error ${first}.patch.value`],
  ],
  ["a patch with a value", patch("CLUSTER", {}, { operation: "MERGE", value: {} }), [always]],
  [
    "a patch of a waypoint",
    { configPatches: [{ match: { context: "WAYPOINT", waypoint: {} } }] },
    [always],
  ],

  ["a version", patch("CLUSTER", { proxy: { proxyVersion: "^1\\.3.*" } }), [always]],
  ["no version", patch("CLUSTER", { proxy: { proxyVersion: "" } }), [always]],
  [
    "a wrong version",
    patch("CLUSTER", { proxy: { proxyVersion: "(1" } }),
    [always, `error ${first}.match.proxy.proxyVersion`],
  ],
  [
    "a long version",
    patch("CLUSTER", { proxy: { proxyVersion: "(".repeat(1025) } }),
    [always, `warning ${first}.match.proxy.proxyVersion`],
  ],

  ...["LISTENER", "FILTER_CHAIN", "NETWORK_FILTER", "HTTP_FILTER"].flatMap(
    (applyTo): RuleCase[] => [
      [
        `${applyTo} by a cluster`,
        patch(applyTo, { cluster: {} }),
        [always, `error ${first}.match.cluster`],
      ],
      [`${applyTo} by a listener`, patch(applyTo, { listener: {} }), [always]],
      [`${applyTo} by a context`, patch(applyTo, { context: "ANY" }), [always]],
    ],
  ),
  ...["ROUTE_CONFIGURATION", "VIRTUAL_HOST", "HTTP_ROUTE"].flatMap((applyTo): RuleCase[] => [
    [
      `${applyTo} by a listener`,
      patch(applyTo, { listener: {} }),
      [always, `error ${first}.match.listener`],
    ],
    [`${applyTo} by a route`, patch(applyTo, { routeConfiguration: {} }), [always]],
  ]),
  [
    "CLUSTER by a route",
    patch("CLUSTER", { routeConfiguration: {} }),
    [always, `error ${first}.match.routeConfiguration`],
  ],
  ["CLUSTER by a cluster", patch("CLUSTER", { cluster: {} }), [always]],
  ["BOOTSTRAP by a cluster", patch("BOOTSTRAP", { cluster: {} }), [always]],

  ["a filter", byFilter("NETWORK_FILTER", { name: "a" }), [always]],
  ["a filter of a listener", byFilter("LISTENER", { name: "a" }), [always, `warning ${filter}`]],
  ["a filter of a chain", byFilter("FILTER_CHAIN", { name: "a" }), [always, `warning ${filter}`]],
  ["a filter without name", byFilter("HTTP_FILTER", {}), [always, `error ${filter}.name`]],
  [
    "a filter with an older name",
    byFilter("NETWORK_FILTER", { name: "envoy.tcp_proxy" }),
    [always, `warning ${filter}.name`],
  ],
  ["a subfilter", byFilter("HTTP_FILTER", { name: manager, subFilter: { name: "a" } }), [always]],
  [
    "a subfilter of an older name",
    byFilter("HTTP_FILTER", {
      name: "envoy.http_connection_manager",
      subFilter: { name: "envoy.cors" },
    }),
    [always, `warning ${filter}.name`, `warning ${filter}.subFilter.name`],
  ],
  [
    "a subfilter of a network filter",
    byFilter("NETWORK_FILTER", { name: manager, subFilter: { name: "a" } }),
    [always, `error ${filter}.subFilter`],
  ],
  [
    "a subfilter of another filter",
    byFilter("HTTP_FILTER", { name: "a", subFilter: { name: "a" } }),
    [always, `error ${filter}.name`],
  ],
  [
    "a subfilter without name",
    byFilter("HTTP_FILTER", { name: manager, subFilter: {} }),
    [always, `error ${filter}.subFilter.name`],
  ],

  ["an unknown spec", unknown, [always]],
  ["unknown patches", { configPatches: unknown }, [always]],
  [
    "an unknown patch",
    { configPatches: [unknown, { applyTo: unknown, patch: unknown }] },
    [always],
  ],
  ["an unknown context", { configPatches: [{ match: { context: unknown } }] }, [always]],
  ["an unknown operation", patch("CLUSTER", {}, { operation: unknown }), [always]],
  ["an unknown value", patch("CLUSTER", {}, { operation: "MERGE", value: unknown }), [always]],
  ["an unknown match", patch("CLUSTER", unknown), [always]],
  ["an unknown filter", byFilter("HTTP_FILTER", unknown), [always]],
  [
    "unknown names",
    byFilter("HTTP_FILTER", { name: unknown, subFilter: { name: unknown } }),
    [always],
  ],
  ["an unknown version", patch("CLUSTER", { proxy: { proxyVersion: unknown } }), [always]],
];

ruleCases(
  "rules of EnvoyFilter",
  { rules: envoyFilterRules, apiVersion: "networking.istio.io/v1alpha3", kind: "EnvoyFilter" },
  cases,
);
