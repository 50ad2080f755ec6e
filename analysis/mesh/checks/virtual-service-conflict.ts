import { check, type Verdict } from "../check";
import { each } from "../each";
import { viewersOf } from "../host-reference";
import { Kind } from "../kinds";
import { meshGateway, type Routes } from "../model/virtual-services";
import { named, quoted } from "../words";

/** Whether some namespace sees both. */
function meet(one: Routes, other: Routes): boolean {
  if (one.exportTo.includes("*") || other.exportTo.includes("*")) {
    return true;
  }
  const viewers = viewersOf(one.exportTo, one.source.id.namespace);
  return viewersOf(other.exportTo, other.source.id.namespace).some((name) =>
    viewers.includes(name),
  );
}

/** Two VirtualServices of the mesh for one host. */
export const virtualServiceConflict = check({
  id: "virtual-service-conflict",
  code: "IST0109",
  aliases: ["KIA1106"],
  level: "error",
  kinds: [Kind.VirtualService],
  summary: "Two VirtualServices of the mesh are for the same host.",
  why: "Sidecars follow one of them, the older as a rule, and nothing of the other.",
  fix: "Put all rules for the host into one VirtualService, or export them to different namespaces.",
  url: "https://istio.io/latest/docs/reference/config/analysis/ist0109/",
  fires: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: details, namespace: bookinfo}
spec:
  hosts:
  - details # found
  http: [{timeout: 2s, route: [{destination: {host: details}}]}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: slow-details, namespace: chaos}
spec:
  hosts:
  - details.bookinfo.svc.cluster.local # found
  http:
  - fault: {delay: {fixedDelay: 5s, percentage: {value: 10}}}
    route: [{destination: {host: details.bookinfo.svc.cluster.local}}]
`,
  silent: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: details, namespace: bookinfo}
spec:
  hosts: [details]
  exportTo: ["."]
  http: [{timeout: 2s, route: [{destination: {host: details}}]}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: slow-details, namespace: chaos}
spec:
  hosts: [details.bookinfo.svc.cluster.local]
  exportTo: [chaos]
  http:
  - fault: {delay: {fixedDelay: 5s, percentage: {value: 10}}}
    route: [{destination: {host: details.bookinfo.svc.cluster.local}}]
`,
  *run({ id, spec }, mesh) {
    const routes = mesh.routesOf(id);
    if (!routes.gateways.includes(meshGateway)) {
      return;
    }
    yield* each(routes.hosts.entries(), function* ([i, host]): Iterable<Verdict> {
      const seen = (other: Routes) => other !== routes && meet(routes, other);
      const same = mesh.routeIndex.at(host).filter(seen);
      const wider = mesh.routeIndex.overlapping(host).filter(seen);
      const others = (same.length > 0 ? same : wider).map(({ source }) => source.id);
      if (others.length > 0) {
        yield {
          path: `spec.hosts[${i}]`,
          message: `${quoted(spec.hosts?.[i] ?? host)} has rules in ${named(others)} too; sidecars follow one of them only${same.length > 0 ? "" : ": that of the narrower host"}`,
          related: others,
          ...(same.length === 0 && { level: "info" }),
        };
      }
    });
  },
});
