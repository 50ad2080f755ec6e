import { istio, meshCases, service } from "../../../test/support/mesh-cases";
import { externalAuthority } from "./external-authority";

const entry = (more = "resolution: DNS") =>
  istio(
    "ServiceEntry",
    "shop",
    "e",
    `{hosts: [api.out.net], ports: [{number: 80, name: http, protocol: HTTP}], ${more}}`,
  );
const rules = (more = "", hosts = "a.example.com", destination = "") =>
  istio(
    "VirtualService",
    "shop",
    "vs",
    `{hosts: [${hosts}], http: [{${more}route: [{destination: {host: api.out.net}${destination}}]}]}`,
  );
const found = "VirtualService vs spec.http[0].route[0].destination.host";

meshCases(externalAuthority, {
  "finds the host of the client": {
    yaml: entry() + rules(),
    says: [`warning ${found}`],
    messages: [
      '"api.out.net" is outside (ServiceEntry e.shop), and its server is asked for "a.example.com": nothing sets the host of the request',
    ],
    related: [["ServiceEntry e.shop"]],
  },
  "finds the name of a Service": {
    yaml: service("shop", "web") + entry() + rules("", "web"),
    says: [`warning ${found}`],
  },
  "mentions hosts of one owner": {
    yaml: entry() + rules("", "www.out.net"),
    says: [`info ${found}`],
  },
  "takes a rewrite": { yaml: entry() + rules("rewrite: {authority: api.out.net}, ") },
  "takes a header of the rule, or of the destination": {
    yaml:
      entry() +
      rules("headers: {request: {set: {Host: api.out.net}}}, ") +
      rules("", "a.b.c", ', headers: {request: {set: {":authority": api.out.net}}}').replace(
        "name: vs",
        "name: v",
      ),
  },
  "takes other headers for none": {
    yaml: entry() + rules("headers: {request: {set: {x: y}}}, "),
    says: [`warning ${found}`],
  },
  "takes the host itself": { yaml: entry() + rules("", '"*.out.net"') },
  "takes a host inside, and addresses of one's own": {
    yaml: entry("location: MESH_INTERNAL, resolution: DNS") + rules(),
  },
  "takes endpoints, which are servers of one's own": {
    yaml: entry("resolution: STATIC, endpoints: [{address: 192.0.2.1}]") + rules(),
  },
  "leaves rules that are handed over alone": {
    yaml: entry() + rules().replace("hosts: [a.example.com], ", ""),
  },
});
