// @ts-nocheck: run without types, as users run it.
// Tracing to a collector elsewhere, and proxies that know their own namespace only.
import { MeshTelemetry, SidecarScope } from "istio-mesh";

new MeshTelemetry("traces", {
  namespace: "shop",
  tracing: { provider: "otel", randomSamplingPercentage: 10 },
});
new SidecarScope("shop", { namespace: "shop", hosts: ["./*"] });
