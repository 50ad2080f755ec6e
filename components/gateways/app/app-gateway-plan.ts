import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck, Safe } from "../../../arguments/argument-check";
import { checkArguments } from "../../../arguments/check-arguments";
import { dnsLabel, dnsName, integer } from "../../../arguments/predicates";
import { checkSelector } from "../../../arguments/selector";
import { shown } from "../../../arguments/shown";
import { waitForAnnotation } from "../../../values/known-names";
import type { CommonArgs } from "../../common-args";
import { withMetadata } from "../../metadata";
import { refuseDoubts } from "../../program/doubt";
import type { Part } from "../../program/part";
import { nothingSaid, type View } from "../../program/view";
import { clusterDomainOf, domainDemands, type NamedService } from "../../routing/cluster-domain";
import { Dialect } from "../../routing/dialect";
import type { RouteContext } from "../../routing/http/http-options-context";
import { gatewayApiOf } from "../../routing/http/retries-gateway-api";
import type { AppGatewayArgs, GatewayInfrastructure } from "./app-gateway-args";
import { edgeDoubts, edgePart } from "./app-gateway-together";
import { withHandles } from "./app-route-handles";
import { checkConflicts } from "./edge-conflicts";
import { type HostGroup, hostGroups } from "./edge-host-groups";
import { checkedInfrastructure, checkLimits, deployedName } from "./edge-limits";
import {
  checkedRoutes,
  checkedTcpRoutes,
  checkedTlsRoutes,
  type EdgeTcpRoute,
  type EdgeTlsRoute,
} from "./edge-routes";
import { checkedServers, type EdgeServer, takes } from "./edge-servers";

/** What both dialects are written from. */
export interface EdgeSpec extends CommonArgs {
  /** What the user wrote, for what is said of it; objects are written from the other fields. */
  args: AppGatewayArgs;
  dialect: Dialect;
  name: pulumi.Input<string>;
  /** What the names of routes begin with. */
  routeName: pulumi.Input<string>;
  namespace: pulumi.Input<string>;
  servers: EdgeServer[];
  groups: HostGroup[];
  tlsRoutes: EdgeTlsRoute[];
  tcpRoutes: EdgeTcpRoute[];
  selector: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
  gatewayClassName: pulumi.Input<string>;
  infrastructure: pulumi.Input<GatewayInfrastructure>;
  clusterDomain?: string;
  /** Whether routes of others may name the Gateway. */
  routesElsewhere: boolean;
  /** Canaries whose versions the routes name. */
  canaries: readonly pulumi.Resource[];
}

/** Arguments that only one dialect knows, and why the other does not. */
const onlyIn: [keyof AppGatewayArgs, dialect: Dialect, why: string][] = [
  ["selector", Dialect.Istio, "istiod makes a gateway of its own for a Gateway of that API"],
  ["gatewayClassName", Dialect.GatewayApi, "the gateway is installed already"],
  ["infrastructure", Dialect.GatewayApi, "it belongs to the IngressGateway"],
];

function checkDialect(check: ArgumentCheck, args: AppGatewayArgs, dialect: Dialect): void {
  for (const [name, needed, why] of onlyIn) {
    if (args[name] !== undefined && dialect !== needed) {
      check.fail(name, `is for dialect "${needed}" only, and dialect is "${dialect}": ${why}`);
    }
  }
}

/** Every server needs routes of its kind, unless others bring them, and every route a server. */
function checkKinds(
  check: ArgumentCheck,
  args: AppGatewayArgs,
  servers: readonly EdgeServer[],
): void {
  const kinds = [
    ["routes", takes.http, args.routes, "HTTP or HTTPS"],
    ["tlsRoutes", takes.tls, args.tlsRoutes, "TLS and mode PASSTHROUGH"],
    ["tcpRoutes", takes.tcp, args.tcpRoutes, "TCP, or TLS that ends at the gateway"],
  ] as const;
  for (const [path, takesIt, routes = [], needed] of kinds) {
    const server = servers.find(takesIt);
    if (server && routes.length === 0 && !args.routesElsewhere) {
      check.fail(
        path,
        `is empty; server "${server.name}" needs at least one service to call; where others such as a Canary route what comes in here, write routesElsewhere: true`,
      );
    }
    if (!server && routes.length > 0) {
      check.fail(path, `has ${routes.length} and no server with ${needed}; add one to servers`);
    }
  }
}

/** A host without a route answers everything with 404. */
function checkRouted(check: ArgumentCheck, groups: readonly HostGroup[]): void {
  for (const { hosts, routes } of groups) {
    if (routes.length === 0) {
      check.fail("routes", `has nothing for ${hosts.map((host) => shown(host)).join(", ")}`);
    }
  }
}

/** Checks everything that can be seen without the rest of the program. */
function edgeSpec(
  component: string,
  check: ArgumentCheck<AppGatewayArgs>,
  canaries: readonly pulumi.Resource[],
  { gatewayApi, clusterDomain }: Pick<RouteContext, "gatewayApi" | "clusterDomain">,
): EdgeSpec {
  const { args } = check;
  const { dialect = Dialect.Istio, routes = [], tlsRoutes = [], tcpRoutes = [] } = args;
  const namespace = check.input("namespace", args.namespace, dnsLabel);
  // Istio refuses dots in the name of a Gateway.
  const isShort = deployedName(args);
  const name = check.input("name", args.name ?? component, (own) => dnsLabel(own) ?? isShort(own));
  const routeName = check.input("routeName", args.routeName, dnsName) ?? name;
  checkDialect(check, args, dialect);
  const servers = checkedServers(check, args, dialect);
  checkConflicts(check, servers);
  checkKinds(check, args, servers);
  const { routesElsewhere = false, numTrustedProxies } = args;
  check.plain("clusterDomain", args.clusterDomain, dnsName);
  check.plain("numTrustedProxies", numTrustedProxies, integer(0, 16));
  const place = { namespace, dialect, servers, clusterDomain, gatewayApi };
  const checked = checkedRoutes(check, routes, place);
  const served = servers.filter(takes.http).flatMap(({ hosts }) => hosts);
  const groups = hostGroups(served, checked);
  if (routes.length > 0 && !routesElsewhere) {
    checkRouted(check, groups);
  }
  if (dialect === Dialect.GatewayApi) {
    checkLimits(check, args, servers, groups);
  }
  check.labels(args.labels);
  check.annotations(args.annotations, dialect === Dialect.GatewayApi ? [waitForAnnotation] : []);
  return {
    args,
    labels: withMetadata(args.labels),
    annotations: withMetadata(args.annotations),
    dialect,
    name,
    routeName,
    namespace,
    servers,
    groups: groups.filter((group) => group.routes.length > 0),
    clusterDomain,
    routesElsewhere,
    canaries,
    tlsRoutes: checkedTlsRoutes(check, tlsRoutes, place),
    tcpRoutes: checkedTcpRoutes(check, tcpRoutes, place),
    selector: checkSelector(
      check,
      "selector",
      args.selector,
      'is empty and would choose every Pod; leave it out for { istio: "ingressgateway" }',
    ) ?? { istio: "ingressgateway" },
    gatewayClassName: check.input("gatewayClassName", args.gatewayClassName ?? "istio", dnsName),
    infrastructure: checkedInfrastructure(check, args.infrastructure),
  };
}

/** All Services that routes name; a canary says its own names. */
const servicesOf = ({ routes = [], tlsRoutes = [], tcpRoutes = [] }: Safe<AppGatewayArgs>) =>
  Object.entries({ routes, tlsRoutes, tcpRoutes }).flatMap(([list, all]) =>
    all.map(({ service }, i): NamedService => ({ service, path: `${list}[${i}].service` })),
  );

/** Arguments with all defaults filled in, and what the objects are written from. */
interface AppGatewayPlan {
  /** What Pulumi shows and keeps as the component's inputs. */
  inputs: Safe<AppGatewayArgs>;
  spec: EdgeSpec;
  part: Part;
  /** Host names of all servers, each once. */
  hosts: pulumi.Input<string>[];
}

/** Throws one error with everything that is wrong. */
export function appGatewayPlan(
  component: string,
  args: AppGatewayArgs,
  program: View = nothingSaid,
): AppGatewayPlan {
  const { unchecked, canaries, bare } = withHandles(args);
  const check = checkArguments("AppGateway", component, unchecked);
  for (const path of bare) {
    check.fail(path, "is the handle of a Canary; write the Canary itself, or { handle } around it");
  }
  const draft = edgeSpec(component, check, canaries, {
    gatewayApi: gatewayApiOf(program),
    clusterDomain: clusterDomainOf(check.args.clusterDomain, program),
  });
  refuseDoubts(check, edgeDoubts(draft), program);
  const safe = check.done();
  const { labels, annotations } = safe;
  const spec: EdgeSpec = {
    ...draft,
    labels: withMetadata(labels),
    annotations: withMetadata(annotations),
  };
  const { dialect, name, selector, gatewayClassName } = spec;
  const hosts = [...new Set(spec.servers.flatMap((server) => server.hosts))];
  const part = edgePart(component, spec);
  const demands = domainDemands(safe.clusterDomain, program, servicesOf(safe));
  return {
    inputs: {
      ...safe,
      dialect,
      name,
      ...(dialect === Dialect.Istio ? { selector } : { gatewayClassName }),
      ...(!safe.servers && { hosts, port: safe.port ?? 80 }),
    },
    spec,
    part: { ...part, demands: [...(part.demands ?? []), ...demands] },
    hosts,
  };
}
