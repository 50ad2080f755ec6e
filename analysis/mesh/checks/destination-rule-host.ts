import { namespaceOfAll, serviceOfHost } from "../../../values/service-host";
import { check } from "../check";
import { hostProblem, viewersOf } from "../host-reference";
import { Kind } from "../kinds";

/** A DestinationRule for a host that nothing declares. */
export const destinationRuleHost = check({
  id: "destination-rule-host",
  code: "IST0174",
  aliases: ["KIA0202"],
  level: "warning",
  kinds: [Kind.DestinationRule],
  summary: "A DestinationRule is for a host that does not exist.",
  why: "Nobody asks for the host, so its policies and subsets have no effect: timeouts, TLS and limits that seem to be set are not.",
  fix: "Name a Service of the namespace, the full name of one elsewhere, or declare a ServiceEntry for the host.",
  url: "https://istio.io/latest/docs/reference/config/analysis/ist0174/",
  fires: `apiVersion: v1
kind: Service
metadata: {name: mongodb, namespace: data}
spec: {ports: [{port: 27017, name: mongo}], selector: {app: mongodb}}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: mongodb, namespace: data}
spec:
  host: mongdb # found
  trafficPolicy: {connectionPool: {tcp: {maxConnections: 100}}}
`,
  silent: `apiVersion: v1
kind: Service
metadata: {name: mongodb, namespace: data}
spec: {ports: [{port: 27017, name: mongo}], selector: {app: mongodb}}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: all, namespace: data}
spec:
  host: "*.data.svc.cluster.local"
  trafficPolicy: {connectionPool: {tcp: {maxConnections: 100}}}
`,
  *run({ id, spec }, mesh) {
    const { host, exportTo } = mesh.ruleOf(id);
    const { namespace } = id;
    if (namespaceOfAll(host) !== undefined || (host.startsWith("*") && host.endsWith(".local"))) {
      return;
    }
    const problem = hostProblem(mesh, {
      path: "spec.host",
      written: spec.host,
      host,
      namespace,
      viewers: viewersOf(exportTo, namespace),
    });
    if (problem) {
      yield serviceOfHost(host) || "notDeclared" in problem
        ? problem
        : { ...problem, level: "warning" };
    }
  },
});
