import { check } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import { quoted } from "../words";

const entry = (more: string): string => `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: mainframe, namespace: ledger}
spec:
  hosts: [mainframe.example.net]
  location: MESH_EXTERNAL
  ports: [{number: 8080, name: http, protocol: HTTP}]
  resolution: ${more}
`;

/** A ServiceEntry whose addresses are written down, of which it has none. */
export const serviceEntryWithoutEndpoints = check({
  id: "service-entry-without-endpoints",
  code: "MESH0162",
  aliases: [],
  level: "error",
  kinds: [Kind.ServiceEntry],
  summary: "A ServiceEntry with resolution STATIC has neither endpoints nor a workloadSelector.",
  why: "Proxies know the host and no address of it: every call is answered with 503.",
  fix: "Write the addresses under `endpoints`; or let the name be looked up with resolution DNS.",
  url: "https://istio.io/latest/docs/reference/config/networking/service-entry/#ServiceEntry-Resolution",
  fires: entry("STATIC # found"),
  silent: entry("STATIC\n  endpoints: [{address: 192.0.2.8}]"),
  *run({ id, spec }, mesh) {
    const { resolution, endpoints = [], workloadSelector, hosts } = spec;
    if (resolution !== "STATIC" || endpoints.length > 0 || workloadSelector !== undefined) {
      return;
    }
    // What others have for the host is joined.
    yield* each(
      hosts.filter((host) => mesh.hosts.named(host).length === 1).slice(0, 1),
      function* (host) {
        yield {
          path: "spec.resolution",
          message: `STATIC, and ServiceEntry ${id.name} has no endpoints: there is no address of ${quoted(host)}`,
        };
      },
    );
  },
});
