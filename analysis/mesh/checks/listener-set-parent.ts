import { didYouMean } from "../../../values/closest";
import { check, type Verdict } from "../check";
import { Kind } from "../kinds";
import { parentOfSet } from "../model/api-gateways";
import { namespaceProblem } from "../route-attachment";
import { Thing } from "../scope";

/** A ListenerSet that its Gateway does not take. */
export const listenerSetParent = check({
  id: "listener-set-parent",
  code: "MESH0309",
  aliases: [],
  level: "error",
  kinds: [Kind.ListenerSet],
  summary:
    "A ListenerSet is for a Gateway that does not exist, or that takes none of its namespace.",
  why: "Its listeners are on no proxy: connections to their ports are refused, and routes to them are not accepted.",
  fix: "Name a Gateway, and let it take the set (allowedListeners); a Gateway takes none unless it says so.",
  url: "https://gateway-api.sigs.k8s.io/geps/gep-1713/",
  fires: `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: city, namespace: city}
spec:
  gatewayClassName: istio
  listeners: [{name: http, port: 80, protocol: HTTP}]
---
apiVersion: gateway.networking.k8s.io/v1
kind: ListenerSet
metadata: {name: parks, namespace: parks}
spec:
  parentRef:
    name: city # found
    namespace: city
  listeners: [{name: parks, port: 8080, protocol: HTTP, hostname: parks.example.com}]
`,
  silent: `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: city, namespace: city}
spec:
  gatewayClassName: istio
  allowedListeners: {namespaces: {from: All}}
  listeners: [{name: http, port: 80, protocol: HTTP}]
---
apiVersion: gateway.networking.k8s.io/v1
kind: ListenerSet
metadata: {name: parks, namespace: parks}
spec:
  parentRef: {name: city, namespace: city}
  listeners: [{name: parks, port: 8080, protocol: HTTP, hostname: parks.example.com}]
`,
  *run(object, mesh): Iterable<Verdict> {
    const [namespace = "", name = ""] = parentOfSet(object).split("/");
    const path = "spec.parentRef.name";
    const gateway = mesh.set.find(Kind.ApiGateway, namespace, name);
    if (gateway) {
      const own = object.id.namespace;
      const problem = namespaceProblem(
        mesh,
        gateway,
        gateway.spec.allowedListeners ?? {},
        own,
        "None",
      );
      if (typeof problem === "string") {
        yield {
          path,
          message: `Gateway ${name} in namespace ${namespace} does not take ListenerSets of ${own}: its allowedListeners ${problem}`,
          related: [gateway.id],
        };
      } else if (problem) {
        yield { path, ...problem };
      }
    } else if (mesh.speaksFor(Thing.Gateway, namespace, name)) {
      const names = mesh.set
        .all(Kind.ApiGateway)
        .filter(({ id }) => id.namespace === namespace)
        .map(({ id }) => id.name);
      yield {
        path,
        message: `there is no Gateway ${name} in namespace ${namespace}${didYouMean(name, names)}`,
      };
    } else {
      yield { path, notDeclared: `Gateway ${name}.${namespace}` };
    }
  },
});
