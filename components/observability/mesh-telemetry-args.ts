import type * as pulumi from "@pulumi/pulumi";
import type { PolicyArgs } from "../policies/policy-args";
import type { AccessLogRule, MetricsRule, TracingRule } from "./telemetry-rules";

/**
 * Set one of `accessLogging`, `tracing` and `metrics` at least. istiod joins what the mesh, the namespace
 * and the workload say, the narrower before the wider.
 */
export interface MeshTelemetryArgs extends PolicyArgs {
  /**
   * Lines that proxies write about requests and connections.
   * @default - as the wider rules and the mesh config have it
   * @formerly accessLogs
   */
  accessLogging?: AccessLogRule[];
  /**
   * Spans that proxies report of requests.
   * @default - as the wider rules and the mesh config have it
   */
  tracing?: TracingRule;
  /**
   * Metrics that proxies report of requests and connections.
   * @default - as the wider rules and the mesh config have it
   */
  metrics?: MetricsRule[];
  /**
   * Names that the mesh config declares under `extensionProviders`; every provider has to be one of
   * them, or one of Istio's own `envoy` and `prometheus`.
   * @default - not checked
   */
  knownProviders?: string[];
  /**
   * Name of the Telemetry. A namespace takes only one without selector and targets (IST0160), which
   * is why all of them share a name; write `"mesh-default"` for one that Istio's pages call so.
   * @default - `"default"`, or the component's name when there is a selector or a target
   */
  name?: pulumi.Input<string>;
}
