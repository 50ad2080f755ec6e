import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import * as gatewayApi from "../../resources/gateway/v1";
import { manifest } from "../../resources/named-object";
import { Gateway, VirtualService } from "../../resources/networking/v1";
import type { Dialect } from "../../routing/dialect";
import type { EdgeSpec } from "./app-gateway-plan";
import { gatewayApiGateway, parameters, tcpRoutes, tlsRoutes } from "./edge-gateway-api";
import { httpRoutes } from "./edge-http-routes";
import { istioGateway, virtualServices } from "./edge-istio";

/** Objects of an application's gateway, as the cluster has them. */
export interface AppGatewayObjects {
  /** The Gateway, of Istio or of the Gateway API. */
  gateway: Gateway | gatewayApi.Gateway;
  /** Dialect `gateway-api`: what istiod lays over the gateway's Service, when something is asked of it. */
  parameters?: k8s.core.v1.ConfigMap;
  /** Dialect `istio`: its routes. */
  virtualServices: VirtualService[];
  /** Dialect `gateway-api`: its routes for HTTP. */
  httpRoutes: gatewayApi.HTTPRoute[];
  /** Dialect `gateway-api`: its routes for TLS that is passed on. */
  tlsRoutes: gatewayApi.TLSRoute[];
  /** Dialect `gateway-api`: its routes for other connections. */
  tcpRoutes: gatewayApi.TCPRoute[];
  /** Dialect `gateway-api`: address that the Gateway reports. */
  address: pulumi.Output<string | undefined>;
}

type Create = (name: string, spec: EdgeSpec, parent: pulumi.Resource) => AppGatewayObjects;

const noRoutes = { virtualServices: [], httpRoutes: [], tlsRoutes: [], tcpRoutes: [] };

/** The part of a Gateway's status that is read here. */
interface GatewayAddresses {
  addresses?: { value?: string }[];
}

const addressOf = (gateway: gatewayApi.Gateway): pulumi.Output<string | undefined> =>
  gateway.status.apply((status) => (status as GatewayAddresses | undefined)?.addresses?.[0]?.value);

/** Routes come after the gateway that they name, and after the versions that they name. */
const createIstio: Create = (name, spec, parent) => {
  const gateway = new Gateway(name, manifest(istioGateway(spec)), { parent });
  const opts = { parent, dependsOn: [gateway, ...spec.canaries] };
  return {
    ...noRoutes,
    gateway,
    address: pulumi.output(undefined),
    virtualServices: virtualServices(spec).map(
      ({ suffix, object }) => new VirtualService(`${name}${suffix}`, manifest(object), opts),
    ),
  };
};

const createGatewayApi: Create = (name, spec, parent) => {
  const laid = parameters(spec);
  const configMap = laid && new k8s.core.v1.ConfigMap(`${name}-parameters`, laid, { parent });
  const gateway = new gatewayApi.Gateway(name, manifest(gatewayApiGateway(spec)), {
    parent,
    dependsOn: configMap ? [configMap] : [],
  });
  const opts = { parent, dependsOn: [gateway, ...spec.canaries] };
  return {
    ...noRoutes,
    gateway,
    ...(configMap && { parameters: configMap }),
    address: addressOf(gateway),
    httpRoutes: httpRoutes(spec).map(
      ({ suffix, object }) => new gatewayApi.HTTPRoute(`${name}${suffix}`, manifest(object), opts),
    ),
    tlsRoutes: tlsRoutes(spec).map(
      ({ suffix, object }) => new gatewayApi.TLSRoute(`${name}${suffix}`, manifest(object), opts),
    ),
    tcpRoutes: tcpRoutes(spec).map(
      ({ suffix, object }) => new gatewayApi.TCPRoute(`${name}${suffix}`, manifest(object), opts),
    ),
  };
};

/** Creates the objects of an application's gateway, by dialect. */
export const createEdge: Record<Dialect, Create> = {
  istio: createIstio,
  "gateway-api": createGatewayApi,
};
