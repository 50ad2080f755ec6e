import type * as pulumi from "@pulumi/pulumi";
import { meshKind } from "./mesh-kind";

export interface GatewayApiListener {
  name: string;
  port: number;
  protocol: string;
}

export interface GatewayApiGatewaySpec {
  gatewayClassName: string;
  listeners: GatewayApiListener[];
}

export interface HttpRouteRule {
  matches?: {
    headers: { name: string; type: string; value: pulumi.Input<string> }[];
  }[];
  backendRefs: {
    name: string;
    port: pulumi.Input<number>;
    weight?: pulumi.Input<number>;
  }[];
  timeouts?: { request: pulumi.Input<string> };
}

export interface HttpRouteSpec {
  parentRefs: { group: string; kind: string; name: string; port: pulumi.Input<number> }[];
  rules: HttpRouteRule[];
}

const group = "gateway.networking.k8s.io";
const versions: [string, ...string[]] = ["v1", "v1beta1"];

/** @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway */
export const gatewayApiGateway = meshKind<GatewayApiGatewaySpec>(group, "Gateway", versions);

/** @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute */
export const httpRoute = meshKind<HttpRouteSpec>(group, "HTTPRoute", versions);
