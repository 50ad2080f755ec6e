import type * as pulumi from "@pulumi/pulumi";
import { meshKind } from "./mesh-kind";

/** Exactly one of the three is set. */
export interface StringMatch {
  exact?: pulumi.Input<string>;
  prefix?: pulumi.Input<string>;
  regex?: pulumi.Input<string>;
}

export interface HttpMatch {
  uri?: StringMatch;
  headers?: Record<string, StringMatch>;
}

export interface HttpRouteDestination {
  destination: {
    host: pulumi.Input<string>;
    subset?: string;
    port?: { number: pulumi.Input<number> };
  };
  weight?: pulumi.Input<number>;
}

export interface HttpRetry {
  attempts: pulumi.Input<number>;
  perTryTimeout?: pulumi.Input<string>;
  retryOn?: pulumi.Input<string>;
}

export interface HttpRoute {
  name?: string;
  match?: HttpMatch[];
  route: HttpRouteDestination[];
  timeout?: pulumi.Input<string>;
  retries?: HttpRetry;
}

export interface VirtualServiceSpec {
  hosts: pulumi.Input<string>[];
  gateways?: pulumi.Input<string>[];
  http: HttpRoute[];
}

export interface DestinationRuleSpec {
  host: pulumi.Input<string>;
  subsets: { name: string; labels: Record<string, pulumi.Input<string>> }[];
}

export interface GatewaySpec {
  selector: pulumi.Input<Record<string, pulumi.Input<string>>>;
  servers: {
    hosts: pulumi.Input<string>[];
    port: { number: pulumi.Input<number>; name: string; protocol: string };
  }[];
}

const group = "networking.istio.io";
const versions: [string, ...string[]] = ["v1", "v1beta1", "v1alpha3"];

/** @see https://istio.io/latest/docs/reference/config/networking/virtual-service/ */
export const virtualService = meshKind<VirtualServiceSpec>(group, "VirtualService", versions);

/** @see https://istio.io/latest/docs/reference/config/networking/destination-rule/ */
export const destinationRule = meshKind<DestinationRuleSpec>(group, "DestinationRule", versions);

/** @see https://istio.io/latest/docs/reference/config/networking/gateway/ */
export const gateway = meshKind<GatewaySpec>(group, "Gateway", versions);
