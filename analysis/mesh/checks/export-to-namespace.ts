import { check, type Verdict } from "../check";
import { Kind } from "../kinds";
import { Thing } from "../scope";
import { slip } from "../slip";
import { quoted } from "../words";

const wildcards = ["*", ".", "~"];

/** An object that is exported to a namespace which is not there. */
export const exportToNamespace = check({
  id: "export-to-namespace",
  code: "KIA0005",
  aliases: [],
  level: "warning",
  kinds: [Kind.VirtualService, Kind.DestinationRule, Kind.ServiceEntry],
  summary: "An object is exported to a namespace that does not exist.",
  why: "Nobody sees it there, and the namespace that was meant does not see it either.",
  fix: "Name a namespace, `.` for the own one, or `*` for all.",
  url: "https://kiali.io/docs/features/validations/",
  fires: `apiVersion: v1
kind: Namespace
metadata: {name: frontend, labels: {istio-injection: enabled}}
---
apiVersion: v1
kind: Namespace
metadata: {name: backend, labels: {istio-injection: enabled}}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: api, namespace: backend}
spec:
  host: api
  exportTo:
  - "."
  - frontent # found
`,
  silent: `apiVersion: v1
kind: Namespace
metadata: {name: frontend, labels: {istio-injection: enabled}}
---
apiVersion: v1
kind: Namespace
metadata: {name: backend, labels: {istio-injection: enabled}}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: api, namespace: backend}
spec:
  host: api
  exportTo: [".", frontend]
`,
  *run({ spec }, mesh): Iterable<Verdict> {
    for (const [i, name] of (spec.exportTo ?? []).entries()) {
      const path = `spec.exportTo[${i}]`;
      const isThere = mesh.namespaces.has(name) || name === mesh.config.rootNamespace;
      if (wildcards.includes(name) || isThere) {
        continue;
      }
      if (!mesh.speaksFor(Thing.Namespace, name, name)) {
        yield { path, notDeclared: `Namespace ${name}` };
        continue;
      }
      const { hint, fix } = slip(path, name, mesh.namespaces.keys());
      yield {
        path,
        message: `there is no namespace ${quoted(name)}${hint}`,
        // Namespaces of gateways and of other teams are seldom declared beside an application.
        ...(fix.fix ? fix : { level: "info" }),
      };
    }
  },
});
