import { check } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import { quoted } from "../words";

const objects = (name: string): string => `apiVersion: v1
kind: Service
metadata: {name: cache, namespace: store}
spec: {ports: [{port: 6379, name: tcp}], selector: {app: cache}}
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: cache, namespace: store}
spec:
  hosts:
  - ${name}
  location: MESH_EXTERNAL
  resolution: DNS
  ports: [{number: 6379, name: tcp, protocol: TCP}]
  endpoints: [{address: cache.example.net}]
`;

/** A ServiceEntry for the name of a Service beside it. */
export const serviceEntryOfService = check({
  id: "service-entry-of-service",
  code: "MESH0155",
  aliases: [],
  level: "warning",
  kinds: [Kind.ServiceEntry],
  summary: "A ServiceEntry is for the name of a Service of its own namespace.",
  why: "A Service of Kubernetes goes before any ServiceEntry of its name: ports, endpoints and resolution that are written here are not followed.",
  fix: "Give the ServiceEntry a name of its own; for machines beside the Pods use a WorkloadEntry with the labels that the Service selects.",
  url: "https://istio.io/latest/docs/reference/config/networking/service-entry/",
  fires: objects("cache.store.svc.cluster.local # found"),
  silent: objects("cache.example.net"),
  *run({ id, spec }, mesh) {
    // Endpoints with addresses are joined to those of the Service.
    if (spec.resolution === "STATIC") {
      return;
    }
    yield* each(spec.hosts.entries(), function* ([i, host]) {
      const service = mesh.hosts
        .named(host)
        .find(
          ({ source, namespace, externalName }) =>
            source.id.kind === "Service" &&
            namespace === id.namespace &&
            externalName === undefined,
        );
      if (service !== undefined) {
        yield {
          path: `spec.hosts[${i}]`,
          message: `${quoted(host)} is ${objectWords(service.source.id)}, which istiod takes instead of this`,
          related: [service.source.id],
        };
      }
    });
  },
});
