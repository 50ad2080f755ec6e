import type * as pulumi from "@pulumi/pulumi";
import type { Safe } from "../../../arguments/argument-check";
import { checkArguments } from "../../../arguments/check-arguments";
import { given } from "../../../arguments/fields";
import { recall } from "../../../arguments/known-output";
import { dnsLabel, dnsName, host, port, type Test } from "../../../arguments/predicates";
import { shown } from "../../../arguments/shown";
import { whenKnown } from "../../../arguments/when-known";
import { isOutside } from "../../../values/service-host";
import { withMetadata } from "../../metadata";
import type { Part } from "../../program/part";
import { nothingSaid, type View } from "../../program/view";
import type { HTTPRouteRule, HTTPRouteSpec } from "../../resources/gateway/http-route";
import type { NamedObject } from "../../resources/named-object";
import type {
  VirtualServiceHttp,
  VirtualServiceSpec,
} from "../../resources/networking/virtual-service";
import { clusterDomainOf, domainDemands, type NamedService } from "../cluster-domain";
import { Dialect } from "../dialect";
import type { RouteContext } from "../http/http-options-context";
import { backendRef, destination } from "../http/http-options-destination";
import { gatewayApiHttpRule, istioHttpRules } from "../http/http-options-rule";
import { gatewayApiOf } from "../http/retries-gateway-api";
import { serviceHost } from "../service-host";
import type { RouteTarget, ServiceRouteArgs, ServiceRouteRule } from "./service-route-args";
import { checkRules } from "./service-route-rules";
import { serviceRoutePart } from "./service-route-together";

/** Arguments with all defaults filled in, and the object that follows from them. */
interface ServiceRoutePlan {
  /** What Pulumi shows and keeps as the component's inputs. */
  inputs: Safe<ServiceRouteArgs>;
  /** Full name of the Service. */
  host: pulumi.Input<string>;
  /** Set in dialect `istio`. */
  virtualService?: NamedObject<VirtualServiceSpec>;
  /** Set in dialect `gateway-api`. */
  httpRoute?: NamedObject<HTTPRouteSpec>;
  /** What it says to the program that it is part of. */
  part: Part;
}

const itself: RouteTarget[] = [{}];

/** A rule without a port of its own is for the route's port only, as with HTTPRoute. */
function onPort(rule: ServiceRouteRule, port: RouteContext["port"]): ServiceRouteRule {
  return port === undefined
    ? rule
    : { ...rule, matches: (rule.matches ?? [{}]).map((match) => ({ port, ...match })) };
}

function istioRules(rule: ServiceRouteRule, context: RouteContext): VirtualServiceHttp[] {
  const { name, to = itself } = rule;
  const route = to.map(({ weight, ...target }) =>
    given({ destination: destination(withPort(target, context), context), weight }),
  );
  return istioHttpRules(onPort(rule, context.port), route, context).map((http) =>
    given({ name, ...http }),
  );
}

/** The route's port is that of its own service; others may have another. */
const withPort = (target: RouteTarget, { port }: RouteContext): RouteTarget =>
  target.service === undefined ? { port, ...target } : target;

function gatewayApiRule(rule: ServiceRouteRule, context: RouteContext): HTTPRouteRule {
  const { name, to = itself } = rule;
  const backends = to.map(({ weight, ...target }) =>
    given({ ...backendRef({ port: context.port, ...target }, context), weight }),
  );
  return given({ name, ...gatewayApiHttpRule(rule, backends, context) });
}

/** The parent of an HTTPRoute is an object, of which a host says neither kind nor name. */
const shortName: Test<string> = (value) =>
  value.includes(".")
    ? `${shown(value)} is a host, and dialect "gateway-api" routes for Services by their short names; write the short name and the namespace, or use dialect "istio" for a host outside`
    : dnsLabel(value);

/** Of Services of the cluster no proxy has one for all, and of a host outside only if it is declared so. */
const routedHost: Test<string> = (value) =>
  typeof value === "string" && value.startsWith("*.") && isOutside(value)
    ? host(value)
    : dnsName(value);

/** Objects have no "*" in their names. */
function nameOf({ name, service }: Pick<ServiceRouteArgs, "name" | "service">) {
  const known = recall(service);
  const isPlain = known !== undefined && !known.startsWith("*.");
  const ofHost = () =>
    whenKnown([service], (text: string) =>
      text.startsWith("*.") ? `wildcard.${text.slice(2)}` : text,
    );
  return name ?? (isPlain ? service : ofHost());
}

/** All Services that a route names. */
const servicesOf = ({ service, rules }: Safe<ServiceRouteArgs>): NamedService[] => [
  { service, path: "service" },
  ...rules.flatMap(({ to = [], mirrors = [] }, i) => [
    ...to.map((one, j) => ({ service: one.service, path: `rules[${i}].to[${j}].service` })),
    ...mirrors.map((one, j) => ({
      service: one.service,
      path: `rules[${i}].mirrors[${j}].service`,
    })),
  ]),
];

/** Throws one error with everything that is wrong. `program` is what was said before. */
export function serviceRoutePlan(
  component: string,
  unchecked: ServiceRouteArgs,
  program: View = nothingSaid,
): ServiceRoutePlan {
  const check = checkArguments("ServiceRoute", component, unchecked);
  const { args } = check;
  const { dialect = Dialect.Istio } = args;
  const clusterDomain = clusterDomainOf(args.clusterDomain, program);
  const service = check.input(
    "service",
    args.service,
    dialect === Dialect.Istio ? routedHost : shortName,
  );
  check.plain("clusterDomain", args.clusterDomain, dnsName);
  const namespace = check.input("namespace", args.namespace, dnsLabel);
  const number = check.input("port", args.port, port);
  check.input("name", args.name, dnsName);
  if (dialect === Dialect.GatewayApi && number === undefined) {
    check.fail("port", 'is missing; dialect "gateway-api" needs the port of the Service');
  }
  const gatewayApi = gatewayApiOf(program);
  const context: RouteContext = { namespace, service, port: number, clusterDomain, gatewayApi };
  const rules = checkRules(check, args.rules, { dialect, context });
  check.labels(args.labels);
  check.annotations(args.annotations);
  const safe = check.done();
  const fullHost = serviceHost(service, namespace, clusterDomain);
  return {
    inputs: { ...safe, dialect },
    host: fullHost,
    part: serviceRoutePart(
      `ServiceRoute ${shown(component)}`,
      {
        service,
        host: fullHost,
        name: nameOf(safe),
        isNamed: safe.name !== undefined,
        dialect,
        rules,
        context,
      },
      domainDemands(safe.clusterDomain, program, servicesOf(safe)),
    ),
    ...(dialect === Dialect.Istio
      ? { virtualService: object(safe, context, istioSpec(fullHost, rules, context)) }
      : { httpRoute: object(safe, context, gatewayApiSpec(rules, context)) }),
  };
}

const object = <Spec>(
  { labels, annotations, ...named }: Safe<ServiceRouteArgs>,
  { namespace }: RouteContext,
  spec: Spec,
): NamedObject<Spec> => ({
  name: nameOf(named),
  namespace,
  labels: withMetadata(labels),
  annotations: withMetadata(annotations),
  spec,
});

const istioSpec = (
  host: pulumi.Input<string>,
  rules: readonly ServiceRouteRule[],
  context: RouteContext,
): VirtualServiceSpec => ({
  hosts: [host],
  gateways: ["mesh"],
  http: rules.flatMap((rule) => istioRules(rule, context)),
});

const gatewayApiSpec = (
  rules: readonly ServiceRouteRule[],
  context: RouteContext,
): HTTPRouteSpec => ({
  parentRefs: [{ group: "", kind: "Service", name: context.service ?? "", port: context.port }],
  rules: rules.map((rule) => gatewayApiRule(rule, context)),
});
