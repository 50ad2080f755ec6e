import type { GatewayListener } from "../../../schemas/kinds/gateway/gateway";
import { check, type Verdict } from "../check";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import { type Listener, mergedListeners, parentOfSet } from "../model/api-gateways";

const transports: readonly string[] = ["TCP", "UDP"];
const byName: readonly string[] = ["HTTP", "HTTPS", "TLS"];

/** Whether two listeners cannot both be on one proxy. */
function clash(one: GatewayListener, other: GatewayListener): boolean {
  if (one.port !== other.port) {
    return false;
  }
  const known = [one, other].every(
    ({ protocol }) => transports.includes(protocol) || byName.includes(protocol),
  );
  if (!known) {
    return one.protocol === other.protocol;
  }
  const bothByName = [one, other].every(({ protocol }) => byName.includes(protocol));
  return !bothByName || (one.hostname || "*") === (other.hostname || "*");
}

/** Listeners that a Gateway cannot have, and which of those before them stands in the way. */
function clashesOf(all: readonly Listener[]): Map<Listener, Listener> {
  const accepted: Listener[] = [];
  const clashes = new Map<Listener, Listener>();
  for (const one of all) {
    const prior = accepted.find(({ listener }) => clash(listener, one.listener));
    if (prior) {
      clashes.set(one, prior);
    } else {
      accepted.push(one);
    }
  }
  return clashes;
}

const gatewayOf = (mesh: Mesh, object: Parameters<typeof parentOfSet>[0]) => {
  const [namespace = "", name = ""] = parentOfSet(object).split("/");
  return mesh.set.find(Kind.ApiGateway, namespace, name);
};

/** The API server refuses two that are alike in all three within one object. */
const isRefused = (one: Listener, other: Listener): boolean =>
  one.owner === other.owner && one.listener.protocol === other.listener.protocol;

/** Two listeners of one Gateway that cannot be told apart. */
export const listenerConflict = check({
  id: "listener-conflict",
  code: "KIA1503",
  aliases: [],
  level: "error",
  kinds: [Kind.ApiGateway, Kind.ListenerSet],
  summary:
    "Two listeners of a Gateway have the same port and hostname, or a port of another protocol.",
  why: "The later one is not accepted (Conflicted): its routes get no requests. Listeners of the Gateway itself come first, then those of ListenerSets.",
  fix: "Give one of them another port or hostname.",
  url: "https://gateway-api.sigs.k8s.io/reference/spec/#listener",
  fires: `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: mail, namespace: mail}
spec:
  gatewayClassName: istio
  allowedListeners: {namespaces: {from: Same}}
  listeners:
  - {name: web, port: 8080, protocol: HTTP, hostname: mail.example.com}
---
apiVersion: gateway.networking.k8s.io/v1
kind: ListenerSet
metadata: {name: webmail, namespace: mail}
spec:
  parentRef: {name: mail}
  listeners:
  - {name: again, port: 8080, protocol: HTTP, hostname: mail.example.com} # found
  - {name: raw, port: 8080, protocol: TCP} # found
`,
  silent: `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: mail, namespace: mail}
spec:
  gatewayClassName: istio
  allowedListeners: {namespaces: {from: Same}}
  listeners:
  - {name: web, port: 8080, protocol: HTTP, hostname: mail.example.com}
---
apiVersion: gateway.networking.k8s.io/v1
kind: ListenerSet
metadata: {name: webmail, namespace: mail}
spec:
  parentRef: {name: mail}
  listeners:
  - {name: other, port: 8080, protocol: HTTP, hostname: webmail.example.com}
  - {name: raw, port: 2525, protocol: TCP}
`,
  *run(object, mesh): Iterable<Verdict> {
    const gateway =
      "parentRef" in object.spec ? gatewayOf(mesh, object as never) : (object as never);
    for (const [one, prior] of clashesOf(gateway ? mergedListeners(mesh, gateway) : [])) {
      if (one.owner === object && !isRefused(one, prior)) {
        const { name, port, protocol, hostname } = prior.listener;
        yield {
          path: one.path,
          message: `listener ${name} of ${objectWords(prior.owner.id)} is at port ${port} already, with ${protocol}${hostname ? ` for ${hostname}` : ""}`,
          related: prior.owner === object ? [] : [prior.owner.id],
        };
      }
    }
  },
});
