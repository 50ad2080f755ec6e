import * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import type { HTTPRouteRule, HTTPRouteSpec } from "../resources/gateway/http-route";
import { HTTPRoute } from "../resources/gateway/v1";
import { manifest, type NamedObject } from "../resources/named-object";
import type { CanarySpec } from "./canary-spec";

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

export function canaryHttpRoute(spec: CanarySpec): NamedObject<HTTPRouteSpec> {
  const { service, namespace, port = 0, timeout, labels, annotations } = spec;
  const always = timeout === undefined ? {} : { timeouts: { request: timeout } };
  const byHeader = spec.matches.map(
    ({ header, exact, regex, version }): HTTPRouteRule => ({
      matches: [
        {
          headers: [
            exact !== undefined
              ? { name: header, type: "Exact", value: exact }
              : { name: header, type: "RegularExpression", value: regex ?? "" },
          ],
        },
      ],
      backendRefs: [backend(spec, version)],
      ...always,
    }),
  );
  const byWeight: HTTPRouteRule = {
    backendRefs: spec.versions.map(({ name, weight }) => ({ ...backend(spec, name), weight })),
    ...always,
  };
  return {
    name: service,
    namespace,
    labels,
    annotations,
    spec: {
      parentRefs: [{ group: "", kind: "Service", name: service, port }],
      rules: [...byHeader, byWeight],
    },
  };
}

/** The route comes last: a backend that does not exist answers its share of requests with 500. */
export function createGatewayApiCanary(
  name: string,
  spec: CanarySpec,
  parent: pulumi.Resource,
): HTTPRoute {
  const services = versionServices(spec).map(
    ({ version, args }) => new k8s.core.v1.Service(`${name}-${version}`, args, { parent }),
  );
  return new HTTPRoute(name, manifest(canaryHttpRoute(spec)), { parent, dependsOn: services });
}
