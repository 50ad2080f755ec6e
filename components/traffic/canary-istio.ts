import type * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import type { MeshObject } from "../resources/mesh-kind";
import {
  type DestinationRuleSpec,
  destinationRule,
  type HttpRoute,
  type VirtualServiceSpec,
  virtualService,
} from "../resources/networking";
import type { CanarySpec } from "./canary-spec";

/**
 * One rule per subset, which istiod joins. A removed subset is then a removed object, and Pulumi
 * removes objects after the route has stopped naming them; a rule with all subsets would lose the
 * subset first, and requests would fail in between.
 */
export function destinationRules(
  spec: CanarySpec,
): { subset: string; object: MeshObject<DestinationRuleSpec> }[] {
  const { service, namespace, host, labels, annotations } = spec;
  return spec.versions.map((version) => ({
    subset: version.name,
    object: {
      name: `${service}-${version.name}`,
      namespace,
      labels,
      annotations,
      spec: { host, subsets: [{ name: version.name, labels: version.labels }] },
    },
  }));
}

export function canaryVirtualService(spec: CanarySpec): MeshObject<VirtualServiceSpec> {
  const { service, namespace, host, hosts, gateways, timeout, retries, labels, annotations } = spec;
  const to = (subset: string) => ({ destination: { host, subset } });
  const always = { ...(timeout !== undefined && { timeout }), ...(retries && { retries }) };
  const byHeader = spec.matches.map(
    ({ header, exact, regex, version }): HttpRoute => ({
      match: [{ headers: { [header]: exact !== undefined ? { exact } : { regex } } }],
      route: [to(version)],
      ...always,
    }),
  );
  // A version at weight 0 stays listed: promoting it later is a diff of one field.
  const byWeight: HttpRoute = {
    route: spec.versions.map(({ name, weight }) => ({ ...to(name), weight })),
    ...always,
  };
  return {
    name: service,
    namespace,
    labels,
    annotations,
    spec: { hosts: [host, ...hosts], gateways, http: [...byHeader, byWeight] },
  };
}

/** The VirtualService comes last, so that it never names a subset that no rule declares yet. */
export function createIstioCanary(
  name: string,
  spec: CanarySpec,
  parent: pulumi.Resource,
): k8s.apiextensions.CustomResource {
  const rules = destinationRules(spec).map(({ subset, object }) =>
    destinationRule(`${name}-${subset}`, object, { parent }),
  );
  return virtualService(name, canaryVirtualService(spec), { parent, dependsOn: rules });
}
