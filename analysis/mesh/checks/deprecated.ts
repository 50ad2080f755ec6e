import type { SidecarSpec } from "../../../schemas/kinds/networking/sidecar";
import type { VirtualServiceSpec } from "../../../schemas/kinds/networking/virtual-service";
import type { TelemetrySpec } from "../../../schemas/kinds/telemetry/telemetry";
import { check, type Verdict } from "../check";
import { type Fields, fields } from "../fields";
import { Kind } from "../kinds";
import type { MeshConfig } from "../model/mesh-config";

function* ofVirtualService({ http = [] }: VirtualServiceSpec): Iterable<Verdict> {
  for (const [i, { fault }] of http.entries()) {
    const percent = fault?.delay?.percent;
    if (percent) {
      yield {
        path: `spec.http[${i}].fault.delay.percent`,
        message: `percent is deprecated; write percentage: {value: ${percent}}`,
      };
    }
  }
}

function* ofSidecar({ outboundTrafficPolicy }: SidecarSpec): Iterable<Verdict> {
  if (outboundTrafficPolicy?.egressProxy) {
    yield {
      path: "spec.outboundTrafficPolicy.egressProxy",
      message: "egressProxy is deprecated, and may be ignored",
    };
  }
}

function* ofTelemetry({ tracing = [] }: TelemetrySpec, config: MeshConfig): Iterable<Verdict> {
  for (const [i, { providers = [] }] of tracing.entries()) {
    for (const [j, { name }] of providers.entries()) {
      if (config.extensionProviders.get(name)?.lightstep !== undefined) {
        yield {
          path: `spec.tracing[${i}].providers[${j}].name`,
          message: `${JSON.stringify(name)} is a Lightstep provider, which is deprecated; use one with opentelemetry`,
        };
      }
    }
  }
}

function* ofDefinition(spec: Fields): Iterable<Verdict> {
  if (spec.group === "rbac.istio.io") {
    yield {
      path: "spec.group",
      message: `${fields(spec.names).kind} of rbac.istio.io is not read since Istio 1.6; AuthorizationPolicy is`,
    };
  }
}

/** What Istio has given up. */
export const deprecated = check({
  id: "deprecated",
  code: "IST0002",
  aliases: [],
  level: "warning",
  kinds: [Kind.VirtualService, Kind.Sidecar, Kind.Telemetry, Kind.CustomResourceDefinition],
  summary: "A field, a provider or a kind is used that Istio has given up.",
  why: "It has no effect any more, or will have none in a later release.",
  fix: "Use what the message names.",
  url: "https://istio.io/latest/docs/reference/config/analysis/ist0002/",
  fires: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: slow, namespace: tests}
spec:
  hosts: [slow.example.com]
  http:
  - fault:
      delay:
        fixedDelay: 3s
        percent: 20 # found
    directResponse: {status: 204}
`,
  silent: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: slow, namespace: tests}
spec:
  hosts: [slow.example.com]
  gateways: [tests]
  http:
  - directResponse: {status: 204}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: tests, namespace: tests}
spec:
  selector: {istio: tests}
  servers:
  - port: {number: 80, name: http, protocol: HTTP}
    hosts: [slow.example.com]
`,
  *run({ id, spec }, mesh) {
    if (id.kind === "VirtualService") {
      yield* ofVirtualService(spec as VirtualServiceSpec);
    } else if (id.kind === "Sidecar") {
      yield* ofSidecar(spec as SidecarSpec);
    } else if (id.kind === "Telemetry") {
      yield* ofTelemetry(spec as TelemetrySpec, mesh.config);
    } else {
      yield* ofDefinition(fields(spec));
    }
  },
});
