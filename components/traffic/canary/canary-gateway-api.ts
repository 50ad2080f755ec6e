import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import type {
  HTTPRouteParentRef,
  HTTPRouteRule,
  HTTPRouteSpec,
} from "../../resources/gateway/http-route";
import { HTTPRoute } from "../../resources/gateway/v1";
import { manifest, type NamedObject } from "../../resources/named-object";
import { DestinationRule } from "../../resources/networking/v1";
import { serviceHost } from "../../resources/service-host";
import { given } from "../../validation/fields";
import { isKnown } from "../../validation/when-known";
import { gatewayApiHttpRule } from "../http/http-options-rule";
import { trafficPolicySpec } from "../policy/traffic-policy-options";
import type { CanarySpec, VersionRule } from "./canary-spec";

const backend = ({ service, port = 0 }: CanarySpec, version: string) => ({
  name: `${service}-${version}`,
  port,
});

/** HTTPRoutes know no subsets: each version needs a Service to be named by. */
export function versionServices(
  spec: CanarySpec,
): { version: string; args: k8s.core.v1.ServiceArgs }[] {
  const { namespace, port = 0, selector, labels, annotations } = spec;
  return spec.versions.map((version) => ({
    version: version.name,
    args: {
      metadata: { name: backend(spec, version.name).name, namespace, labels, annotations },
      spec: {
        selector: { ...selector, ...version.labels },
        ports: [{ name: "http", port }],
      },
    },
  }));
}

/** The route sends requests to the versions' Services, so the policy is for those. */
export function versionPolicies(spec: CanarySpec): VersionRule[] {
  const { namespace, policy, context, labels, annotations } = spec;
  return (policy ? spec.versions : []).map(({ name: version }) => {
    const { name } = backend(spec, version);
    return {
      version,
      object: {
        name,
        namespace,
        labels,
        annotations,
        spec: {
          host: serviceHost(name, namespace, context.clusterDomain),
          trafficPolicy: trafficPolicySpec(policy ?? {}),
        },
      },
    };
  });
}

/** A name that arrives later says only then whether it has a namespace in front. */
function gatewayRef(gateway: pulumi.Input<string>, own: pulumi.Input<string>): HTTPRouteParentRef {
  if (isKnown(gateway)) {
    const [name = "", namespace] = gateway.split("/").reverse();
    return given({ name, namespace });
  }
  const parts = pulumi.output(gateway).apply((text) => text.split("/").reverse());
  return {
    name: parts.apply(([name = ""]) => name),
    namespace: pulumi.all([parts, own]).apply(([[, namespace], route]) => namespace ?? route),
  };
}

function parentRefs(spec: CanarySpec): HTTPRouteParentRef[] {
  const { service, namespace, port, mesh, gateways } = spec;
  return [
    ...(mesh ? [{ group: "", kind: "Service", name: service, port }] : []),
    ...gateways.map((gateway) => gatewayRef(gateway, namespace)),
  ];
}

export function canaryHttpRoute(spec: CanarySpec): NamedObject<HTTPRouteSpec> {
  const { service, namespace, hosts, options, context, labels, annotations } = spec;
  const byMatch = spec.matches.map(
    ({ version, ...match }): HTTPRouteRule =>
      gatewayApiHttpRule({ ...options, matches: [match] }, [backend(spec, version)], context),
  );
  const byWeight = gatewayApiHttpRule(
    options,
    spec.versions.map(({ name, weight }) => ({ ...backend(spec, name), weight })),
    context,
  );
  return {
    name: service,
    namespace,
    labels,
    annotations,
    spec: {
      parentRefs: parentRefs(spec),
      ...(hosts.length > 0 && { hostnames: hosts }),
      rules: [...byMatch, byWeight],
    },
  };
}

/** The route comes last: a backend that does not exist answers its share of requests with 500. */
export function createGatewayApiCanary(
  name: string,
  spec: CanarySpec,
  parent: pulumi.Resource,
): void {
  const services = versionServices(spec).map(
    ({ version, args }) => new k8s.core.v1.Service(`${name}-${version}`, args, { parent }),
  );
  const policies = versionPolicies(spec).map(
    ({ version, object }) =>
      new DestinationRule(`${name}-${version}`, manifest(object), { parent }),
  );
  new HTTPRoute(name, manifest(canaryHttpRoute(spec)), {
    parent,
    dependsOn: [...services, ...policies],
  });
}
