import type { VirtualServiceSpec } from "../../resources/networking/virtual-service";
import { EgressProtocol } from "./egress-route-args";
import type { EgressSpec } from "./egress-route-spec";

/** From every sidecar to the gateway, and from there to the host. */
export function egressVirtualService(spec: EgressSpec): VirtualServiceSpec {
  const { host, gateway } = spec;
  const both = { hosts: [host], gateways: ["mesh", gateway] };
  return spec.protocol === EgressProtocol.Tls
    ? { ...both, tls: tlsRoutes(spec) }
    : { ...both, http: httpRoutes(spec) };
}

const ways = ({ host, port, gateway, gatewayHost, gatewayPort, subset }: EgressSpec) => [
  {
    match: { gateways: ["mesh"], port },
    destination: { host: gatewayHost, subset, port: { number: gatewayPort } },
  },
  {
    match: { gateways: [gateway], port: gatewayPort },
    destination: { host, port: { number: port } },
  },
];

const httpRoutes = (spec: EgressSpec) =>
  ways(spec).map(({ match, destination }) => ({ match: [match], route: [{ destination }] }));

const tlsRoutes = (spec: EgressSpec) =>
  ways(spec).map(({ match, destination }) => ({
    match: [{ ...match, sniHosts: [spec.host] }],
    route: [{ destination }],
  }));
