import type * as pulumi from "@pulumi/pulumi";
import * as gatewayApi from "../../resources/gateway/v1";
import { manifest } from "../../resources/named-object";
import { Gateway, VirtualService } from "../../resources/networking/v1";
import type { Dialect } from "../../traffic/dialect";
import { gatewayApiGateway, httpRoutes, tcpRoutes, tlsRoutes } from "./edge-gateway-api";
import { istioGateway, virtualServices } from "./edge-istio";
import type { EdgeSpec } from "./edge-spec";

type Create = (name: string, spec: EdgeSpec, parent: pulumi.Resource) => void;

/** Routes come after the gateway that they name. */
const createIstio: Create = (name, spec, parent) => {
  const entry = new Gateway(name, manifest(istioGateway(spec)), { parent });
  for (const { suffix, object } of virtualServices(spec)) {
    new VirtualService(`${name}${suffix}`, manifest(object), { parent, dependsOn: [entry] });
  }
};

const createGatewayApi: Create = (name, spec, parent) => {
  const entry = new gatewayApi.Gateway(name, manifest(gatewayApiGateway(spec)), { parent });
  const opts = { parent, dependsOn: [entry] };
  for (const { suffix, object } of httpRoutes(spec)) {
    new gatewayApi.HTTPRoute(`${name}${suffix}`, manifest(object), opts);
  }
  for (const { suffix, object } of tlsRoutes(spec)) {
    new gatewayApi.TLSRoute(`${name}${suffix}`, manifest(object), opts);
  }
  for (const { suffix, object } of tcpRoutes(spec)) {
    new gatewayApi.TCPRoute(`${name}${suffix}`, manifest(object), opts);
  }
};

export const createEdge: Record<Dialect, Create> = {
  istio: createIstio,
  "gateway-api": createGatewayApi,
};
