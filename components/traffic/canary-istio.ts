import type * as pulumi from "@pulumi/pulumi";
import { manifest, type NamedObject } from "../resources/named-object";
import type { DestinationRuleSpec } from "../resources/networking/destination-rule";
import { DestinationRule, VirtualService } from "../resources/networking/v1";
import type {
  VirtualServiceHttp,
  VirtualServiceSpec,
} from "../resources/networking/virtual-service";
import type { CanarySpec } from "./canary-spec";

/**
 * One rule per subset, which istiod joins. A removed subset is then a removed object, and Pulumi
 * removes objects after the route has stopped naming them; a rule with all subsets would lose the
 * subset first, and requests would fail in between.
 */
export function destinationRules(
  spec: CanarySpec,
): { subset: string; object: NamedObject<DestinationRuleSpec> }[] {
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

export function canaryVirtualService(spec: CanarySpec): NamedObject<VirtualServiceSpec> {
  const { service, namespace, host, hosts, gateways, timeout, retries, labels, annotations } = spec;
  const to = (subset: string) => ({ destination: { host, subset } });
  const always = { ...(timeout !== undefined && { timeout }), ...(retries && { retries }) };
  const byHeader = spec.matches.map(
    ({ header, exact, regex, version }): VirtualServiceHttp => ({
      match: [{ headers: { [header]: exact !== undefined ? { exact } : { regex: regex ?? "" } } }],
      route: [to(version)],
      ...always,
    }),
  );
  // A version at weight 0 stays listed: promoting it later is a diff of one field.
  const byWeight: VirtualServiceHttp = {
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
): VirtualService {
  const rules = destinationRules(spec).map(
    ({ subset, object }) => new DestinationRule(`${name}-${subset}`, manifest(object), { parent }),
  );
  return new VirtualService(name, manifest(canaryVirtualService(spec)), {
    parent,
    dependsOn: rules,
  });
}
