import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../../../arguments/argument-check";
import { trafficPolicySpec } from "../../policies/traffic/traffic-policy-options";
import { manifest, type NamedObject } from "../../resources/named-object";
import { DestinationRule, VirtualService } from "../../resources/networking/v1";
import type {
  VirtualServiceHttp,
  VirtualServiceSpec,
  VirtualServiceTcp,
} from "../../resources/networking/virtual-service";
import { istioHttpRules } from "../http/http-options-rule";
import type { RequestMatch } from "../http/request-match-args";
import { type CanaryArgs, CanaryProtocol } from "./canary-args";
import type { CanaryChildren } from "./canary-children";
import type { SplitKind } from "./canary-kind";
import type { CanaryPlan } from "./canary-plan";
import { canaryRuleArgument, type VersionRule, versionObjectName } from "./version-rule";

const fromSubset = "a DestinationRule adds its labels to the Service's selector";
const fromService = 'in dialect "istio" requests go to the Service\'s own ports';

/** Arguments that stand for what a version's Service repeats, and why a subset does without. */
const ofVersionServices = {
  selector: fromSubset,
  targetPort: fromService,
  targetPortName: fromService,
  appProtocol: fromService,
} as const;

/** Reports arguments that dialect "istio" cannot express. */
export function checkIstioCanary(check: ArgumentCheck, args: CanaryArgs): void {
  for (const [name, reason] of Object.entries(ofVersionServices)) {
    if (args[name as keyof typeof ofVersionServices] !== undefined) {
      check.fail(name, `is for dialect "gateway-api" only, and dialect is "istio": ${reason}`);
    }
  }
}

/**
 * One rule per subset, which istiod joins. A removed subset is then a removed object, and Pulumi
 * removes objects after the route has stopped naming them; a rule with all subsets would lose the
 * subset first, and requests would fail in between. Each repeats the policy, for the same reason: of
 * the joined rules istiod takes the policy of the first that has one.
 */
export function destinationRules(spec: CanaryPlan): VersionRule[] {
  const { service, namespace, host, policy, labels, annotations } = spec;
  return spec.versions.map((version) => ({
    version: version.name,
    object: {
      name: versionObjectName(service, version.name),
      namespace,
      labels,
      annotations,
      spec: {
        host,
        ...(policy && { trafficPolicy: trafficPolicySpec(policy, spec) }),
        subsets: [{ name: version.name, labels: version.labels }],
      },
    },
  }));
}

/** Weights alone: of a connection nothing is known that a match could look at. */
function tcpRules(spec: CanaryPlan, port?: pulumi.Input<number>): VirtualServiceTcp[] {
  const { host } = spec;
  const number = spec.port === undefined ? {} : { port: { number: spec.port } };
  return [
    {
      ...(port !== undefined && { match: [{ port }] }),
      route: spec.versions.map(({ name, weight }) => ({
        destination: { host, subset: name, ...number },
        weight,
      })),
    },
  ];
}

/** Rules for what is split; `port` is that of the Service, where clients call it. */
const rules = (spec: CanaryPlan, kind: SplitKind, port?: pulumi.Input<number>) => ({
  ...(kind !== CanaryProtocol.Tcp && { http: httpRules(spec, port) }),
  ...(kind !== CanaryProtocol.Http && { tcp: tcpRules(spec, port) }),
});

/** Rules by match first, that of the weights last. */
function httpRules(spec: CanaryPlan, port?: pulumi.Input<number>): VirtualServiceHttp[] {
  const { host, context, options } = spec;
  const number = spec.port === undefined ? {} : { port: { number: spec.port } };
  const to = (subset: string) => ({ destination: { host, subset, ...number } });
  /** What is called on another port of the Service is not the canary's. */
  const onPort = (match: RequestMatch): RequestMatch =>
    port === undefined ? match : { port, ...match };
  const byMatch = spec.matches.flatMap(({ version, ...match }) =>
    istioHttpRules({ ...options, matches: [onPort(match)] }, [to(version)], context),
  );
  // A version at weight 0 stays listed: promoting it later is a diff of one field.
  const byWeight = spec.versions.map(({ name, weight }) => ({ ...to(name), weight }));
  const all = port === undefined ? options : { ...options, matches: [{ port }] };
  return [...byMatch, ...istioHttpRules(all, byWeight, context)];
}

/**
 * One for the mesh and one for the gateways, from one spec: a gateway does not know the Service's own
 * name, and the mesh does not ask for the gateway's hosts (IST0132).
 */
export function canaryVirtualServices(
  spec: CanaryPlan,
): { suffix: string; object: NamedObject<VirtualServiceSpec> }[] {
  const { service, namespace, host, hosts, gateways, labels, annotations } = spec;
  const common = { namespace, labels, annotations };
  const mesh = {
    suffix: "",
    object: {
      ...common,
      name: service,
      spec: { hosts: [host], gateways: ["mesh"], ...rules(spec, spec.kind.mesh, spec.port) },
    },
  };
  const edge = {
    suffix: "-gateway",
    object: {
      ...common,
      name: versionObjectName(service, "gateway"),
      spec: { hosts, gateways, ...rules(spec, spec.kind.gateway) },
    },
  };
  return [...(spec.mesh ? [mesh] : []), ...(gateways.length > 0 ? [edge] : [])];
}

/** Routes come last, so that they never name a subset that no rule declares yet. */
export function createIstioCanary(
  name: string,
  spec: CanaryPlan,
  parent: pulumi.Resource,
): CanaryChildren {
  const declared = Object.fromEntries(
    destinationRules(spec).map(({ version, object }) => [
      version,
      new DestinationRule(`${name}-${version}`, manifest(object, canaryRuleArgument), { parent }),
    ]),
  );
  const dependsOn = Object.values(declared);
  const routes = canaryVirtualServices(spec).map(
    ({ suffix, object }) =>
      [
        suffix,
        new VirtualService(`${name}${suffix}`, manifest(object), { parent, dependsOn }),
      ] as const,
  );
  const route = (wanted: string) => routes.find(([suffix]) => suffix === wanted)?.[1];
  return {
    services: {},
    destinationRules: declared,
    virtualService: route(""),
    gatewayVirtualService: route("-gateway"),
  };
}
