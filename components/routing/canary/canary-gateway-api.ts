import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck, Metadata } from "../../../arguments/argument-check";
import { given } from "../../../arguments/fields";
import { isKnown, whenKnown } from "../../../arguments/when-known";
import { trafficPolicySpec } from "../../policies/traffic/traffic-policy-options";
import type {
  HTTPRouteParentRef,
  HTTPRouteRule,
  HTTPRouteSpec,
} from "../../resources/gateway/http-route";
import type { TCPRouteSpec } from "../../resources/gateway/tcp-route";
import { HTTPRoute, TCPRoute } from "../../resources/gateway/v1";
import { manifest, type NamedObject } from "../../resources/named-object";
import { DestinationRule } from "../../resources/networking/v1";
import { gatewayApiHttpRule } from "../http/http-options-rule";
import { checkMost, httpRouteLimits } from "../http/http-route-limits";
import { serviceHost } from "../service-host";
import { type CanaryArgs, CanaryProtocol } from "./canary-args";
import type { CanaryChildren } from "./canary-children";
import type { CanaryPlan } from "./canary-plan";
import { canaryRuleArgument, type VersionRule, versionObjectName } from "./version-rule";
import { versionServiceMetadata, versionServiceSpec } from "./version-service";

/** One rule of the HTTPRoute is that of the weights, and one parent may be the Service. */
export function checkGatewayApiCanary(check: ArgumentCheck, args: CanaryArgs): void {
  const { matches = [], versions, gateways = [], hosts = [] } = args;
  const { rules, backends, parents, hosts: mostHosts } = httpRouteLimits;
  if (matches.length >= rules) {
    check.fail(
      "matches",
      `has ${matches.length} entries; an HTTPRoute holds ${rules - 1} beside the weights`,
    );
  }
  checkMost(check, "versions", versions.length, backends, "entries");
  checkMost(check, "gateways", gateways.length, parents, "entries");
  checkMost(check, "hosts", isKnown(hosts) ? hosts.length : 0, mostHosts, "entries");
}

const backend = ({ service, port = 0 }: CanaryPlan, version: string) => ({
  name: versionObjectName(service, version),
  port,
});

function servicePort({ inputs, port = 0, kind }: CanaryPlan) {
  const { targetPort, targetPortName, appProtocol } = inputs;
  return { name: kind.mesh, port, targetPort: targetPort ?? targetPortName, appProtocol };
}

/** HTTPRoutes know no subsets: each version needs a Service to be named by. */
export function versionServices(
  spec: CanaryPlan,
): { version: string; args: k8s.core.v1.ServiceArgs }[] {
  const { namespace, service, original, labels, annotations } = spec;
  const enrolled = whenKnown([labels], (own?: Metadata) => ({ ...spec.enrolment, ...own }));
  return spec.versions.map((version) => ({
    version: version.name,
    args: {
      metadata: {
        name: backend(spec, version.name).name,
        namespace,
        labels: versionServiceMetadata(original, "labels", enrolled),
        annotations: versionServiceMetadata(original, "annotations", annotations),
      },
      spec: versionServiceSpec(original, {
        selector: spec.inputs.selector,
        labels: version.labels,
        port: servicePort(spec),
        usual: { app: service },
      }),
    },
  }));
}

/**
 * The route sends requests to the versions' Services, so the policy is for those. The rules are others
 * than those of dialect `istio`: when a canary changes its dialect, its old route needs its subsets
 * until it is gone.
 */
export function versionPolicies(spec: CanaryPlan): VersionRule[] {
  const { namespace, policy, context, labels, annotations } = spec;
  return (policy ? spec.versions : []).map(({ name: version }) => {
    const { name } = backend(spec, version);
    return {
      version,
      object: {
        name: versionObjectName(name, "policy"),
        namespace,
        labels,
        annotations,
        spec: {
          host: serviceHost(name, namespace, context.clusterDomain),
          trafficPolicy: trafficPolicySpec(policy ?? {}, spec),
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

function parentRefs(spec: CanaryPlan): HTTPRouteParentRef[] {
  const { service, namespace, port, mesh, gateways } = spec;
  return [
    ...(mesh ? [{ group: "", kind: "Service", name: service, port }] : []),
    ...gateways.map((gateway) => gatewayRef(gateway, namespace)),
  ];
}

/** The split of connections, of which a proxy sees nothing but bytes. */
function canaryTcpRoute(spec: CanaryPlan): NamedObject<TCPRouteSpec> {
  const { service, namespace, labels, annotations } = spec;
  const backendRefs = spec.versions.map(({ name, weight }) => ({ ...backend(spec, name), weight }));
  return {
    name: service,
    namespace,
    labels,
    annotations,
    spec: { parentRefs: parentRefs(spec), rules: [{ backendRefs }] },
  };
}

/** The split of requests: the matches in their order, and behind them the weights. */
export function canaryHttpRoute(spec: CanaryPlan): NamedObject<HTTPRouteSpec> {
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
      ...(spec.gateways.length > 0 && { hostnames: hosts }),
      rules: [...byMatch, byWeight],
    },
  };
}

/** The route comes last: a backend that does not exist answers its share of requests with 500. */
export function createGatewayApiCanary(
  name: string,
  spec: CanaryPlan,
  parent: pulumi.Resource,
): CanaryChildren {
  const services = versionServices(spec).map(
    ({ version, args }) =>
      [version, new k8s.core.v1.Service(`${name}-${version}`, args, { parent })] as const,
  );
  const policies = versionPolicies(spec).map(({ version, object }) => {
    const rule = new DestinationRule(
      `${name}-${version}-policy`,
      manifest(object, canaryRuleArgument),
      { parent },
    );
    return [version, rule] as const;
  });
  const children = {
    services: Object.fromEntries(services),
    destinationRules: Object.fromEntries(policies),
  };
  const opts = { parent, dependsOn: [...services, ...policies].map(([, made]) => made) };
  return spec.kind.mesh === CanaryProtocol.Tcp
    ? { ...children, tcpRoute: new TCPRoute(name, manifest(canaryTcpRoute(spec)), opts) }
    : { ...children, httpRoute: new HTTPRoute(name, manifest(canaryHttpRoute(spec)), opts) };
}
