import * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";

/** What is done about the definitions of the Gateway API. */
export interface GatewayApiPlan {
  gatewayApiManifest?: string;
  expectsGatewayApi: boolean;
}

/** What is installed, or what is expected. */
export type GatewayApiDefinitions =
  | k8s.yaml.v2.ConfigFile
  | k8s.apiextensions.v1.CustomResourceDefinition;

/** One of the definitions that every release of the Gateway API brings along. */
const sign = "gateways.gateway.networking.k8s.io";

/**
 * The definitions: created, or one of them read, which fails when it is not there. In the preview of
 * a first installation it is not read, since the cluster may not exist yet. What was created stays,
 * whatever changes: all routes of others would go with their definition. The engine hands the option on
 * to the objects of the file.
 */
export function gatewayApiDefinitions(
  name: string,
  { gatewayApiManifest: file, expectsGatewayApi }: GatewayApiPlan,
  first: k8s.core.v1.Namespace[],
  opts: pulumi.CustomResourceOptions,
): GatewayApiDefinitions | undefined {
  if (file !== undefined) {
    return new k8s.yaml.v2.ConfigFile(
      `${name}-gateway-api`,
      { file },
      { ...opts, retainOnDelete: true },
    );
  }
  if (!expectsGatewayApi) {
    return undefined;
  }
  const id = first[0]?.id.apply(() => sign) ?? sign;
  return k8s.apiextensions.v1.CustomResourceDefinition.get(`${name}-gateway-api`, id, opts);
}
