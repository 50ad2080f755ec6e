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
  why: "Such Pods follow policies with targetRefs alone: it has no effect on them.",
  fix: "Attach it to the Gateway by targetRefs.",
  url: "https://istio.io/latest/docs/reference/config/analysis/ist0166/",
  fires: `apiVersion: gateway.networking.k8s.io/v1
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
    for (const { labels, source } of pods) {
      yield {
        path: "spec.selector.matchLabels",
        message: `the Pods of Gateway ${labels[gatewayNameLabel]} follow policies with targetRefs alone`,
        related: [source.id],
      };
    }
  },
});
