import { istio, meshCases, service } from "../../../test/support/mesh-cases";
import { serviceEntryWithoutEndpoints } from "./service-entry-without-endpoints";

const entry = (more: string, host = "a.b", name = "e") =>
  istio(
    "ServiceEntry",
    "shop",
    name,
    `{hosts: [${host}], ports: [{number: 80, name: http, protocol: HTTP}], ${more}}`,
  );
const host = "web.shop.svc.cluster.local";

meshCases(serviceEntryWithoutEndpoints, {
  "finds no address": {
    yaml: entry("resolution: STATIC"),
    says: ["error ServiceEntry e spec.resolution"],
    messages: ['STATIC, and ServiceEntry e has no endpoints: there is no address of "a.b"'],
  },
  "takes endpoints": { yaml: entry("resolution: STATIC, endpoints: [{address: 192.0.2.1}]") },
  "takes what a selector chooses": {
    yaml: entry("resolution: STATIC, workloadSelector: {labels: {app: web}}"),
  },
  "takes names that are looked up, and what is sent on": {
    yaml: entry("resolution: DNS") + entry("resolution: NONE", "c.d", "f"),
  },
  "takes a host that others have addresses of": {
    yaml: service("shop", "web") + entry("resolution: STATIC", host),
  },
});
