import { gatewayNameLabel } from "../../../values/known-names";
import { check } from "../check";
import { Kind } from "../kinds";
import { hasSelector, targetsOf } from "../model/policies";

/** A policy that chooses the Pods of a Gateway of the API by labels. */
export const selectorOnGateway = check({
  id: "selector-on-gateway",
  code: "IST0166",
  aliases: [],
  level: "warning",
  kinds: [Kind.AuthorizationPolicy, Kind.RequestAuthentication, Kind.Telemetry, Kind.WasmPlugin],
  summary: "A policy chooses the Pods of a Gateway of the Gateway API by labels.",
  why: "A waypoint follows policies with targetRefs alone. Other gateways follow labels as long as istiod's ENABLE_SELECTOR_BASED_K8S_GATEWAY_POLICY is on, which it is by default.",
  fix: "Attach it to the Gateway by targetRefs.",
  url: "https://istio.io/latest/docs/reference/config/analysis/ist0166/",
  fires: `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: outer, namespace: edge}
spec:
  gatewayClassName: istio-waypoint
  listeners: [{name: mesh, port: 15008, protocol: HBONE}]
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: outer, namespace: edge}
spec:
  selector:
    matchLabels: {gateway.networking.k8s.io/gateway-name: outer} # found
  rules: [{to: [{operation: {paths: [/public*]}}]}]
`,
  silent: `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: outer, namespace: edge}
spec:
  gatewayClassName: istio
  listeners: [{name: http, port: 80, protocol: HTTP}]
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: outer, namespace: edge}
spec:
  targetRefs: [{kind: Gateway, group: gateway.networking.k8s.io, name: outer}]
  rules: [{to: [{operation: {paths: [/public*]}}]}]
`,
  *run({ id, spec }, mesh) {
    if (!hasSelector(spec) || targetsOf(spec).length > 0) {
      return;
    }
    const pods = mesh
      .selected(spec.selector?.matchLabels ?? {}, id.namespace)
      .filter(({ labels }) => labels[gatewayNameLabel] !== undefined);
    for (const { labels, source, gateway } of pods) {
      const whose = `Gateway ${labels[gatewayNameLabel]}`;
      const isWaypoint = gateway === "waypoint";
      yield {
        path: "spec.selector.matchLabels",
        message: isWaypoint
          ? `the Pods of ${whose} are a waypoint, which follows policies with targetRefs alone`
          : `the Pods of ${whose} follow it by labels, which istiod may be told not to do; targetRefs name the Gateway`,
        related: [source.id],
        level: isWaypoint ? "warning" : "info",
      };
    }
  },
});
