import { check } from "../check";
import { Kind } from "../kinds";
import { quoted } from "../words";

/** All hosts of all namespaces, to which istiod shortens a server's whole list as it meets it. */
const everything = "*/*";

/** Whether istiod writes an entry anew, at its number in a list that it has shortened. */
function isRewritten(entry: string): boolean {
  const [namespace, host] = entry.split("/");
  return host !== undefined && (namespace === "." || (namespace === "*" && host !== "*"));
}

/** A list of hosts over which istiod ends. */
export const gatewayAllHostsFirst = check({
  id: "gateway-all-hosts-first",
  code: "MESH0328",
  aliases: [],
  level: "error",
  kinds: [Kind.Gateway],
  summary: "A server of a Gateway has a host behind `*/*` over which istiod crashes.",
  why: "istiod shortens the list to one entry at `*/*` and then writes to a place behind it: it panics for each gateway that takes the Gateway, and the mesh is without a control plane.",
  fix: "Write `*/*` alone, which is for all hosts, or leave it out.",
  url: "https://istio.io/latest/docs/reference/config/networking/gateway/#Server",
  fires: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: front, namespace: edge}
spec:
  selector: {istio: ingressgateway}
  servers:
  - port: {number: 80, name: http, protocol: HTTP}
    hosts:
    - "*/*"
    - ./shop.example.com # found
`,
  silent: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: front, namespace: edge}
spec:
  selector: {istio: ingressgateway}
  servers:
  - port: {number: 80, name: http, protocol: HTTP}
    hosts: [./shop.example.com, "*/*", shop/shop.example.org, shop.example.net]
`,
  *run({ spec }) {
    for (const [i, { hosts }] of (spec.servers ?? []).entries()) {
      const first = hosts.indexOf(everything);
      const at = hosts.findIndex((host, j) => first !== -1 && j > first && isRewritten(host));
      const host = hosts[at];
      if (host !== undefined) {
        yield {
          path: `spec.servers[${i}].hosts[${at}]`,
          message: `${quoted(host)} stands behind ${quoted(everything)}: istiod panics as it reads the list for a gateway`,
          fix: { path: `spec.servers[${i}].hosts`, value: [everything] },
        };
      }
    }
  },
});
