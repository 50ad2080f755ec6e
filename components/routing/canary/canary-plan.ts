import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck, Safe } from "../../../arguments/argument-check";
import { checkArguments } from "../../../arguments/check-arguments";
import { given } from "../../../arguments/fields";
import { checkList, type LateList } from "../../../arguments/late-list";
import { dnsLabel, dnsName, host, port, type Test } from "../../../arguments/predicates";
import { shown } from "../../../arguments/shown";
import { checkUnique } from "../../../arguments/unique";
import { isKnown } from "../../../arguments/when-known";
import { isNamespacedName } from "../../../values/namespaced-name";
import type { CommonArgs } from "../../common-args";
import { withMetadata } from "../../metadata";
import type { TrafficPolicyOptions } from "../../policies/traffic/traffic-policy-args";
import { checkTrafficPolicy } from "../../policies/traffic/traffic-policy-options";
import { prefersNear } from "../../policies/traffic/traffic-policy-together";
import type { Demand } from "../../program/part";
import { nothingSaid, type View } from "../../program/view";
import { clusterDomainOf, domainDemands } from "../cluster-domain";
import { Dialect } from "../dialect";
import { checkHttpOptions } from "../http/http-options";
import type { HttpOptions } from "../http/http-options-args";
import type { RouteContext } from "../http/http-options-context";
import { gatewayApiOf } from "../http/retries-gateway-api";
import { serviceHost } from "../service-host";
import type { CanaryArgs, CanaryMatch, CanaryProtocol } from "./canary-args";
import { checkGatewayApiCanary } from "./canary-gateway-api";
import { checkIstioCanary } from "./canary-istio";
import { type SplitKind, splitKind } from "./canary-kind";
import { checkMatches, checkOwnMirrors, checkVersions, labelsOf } from "./canary-versions";
import { enrolmentOf } from "./enrolment";
import { checkOriginal, type Original, originalService } from "./original-service";
import { checkSplit } from "./split";
import { checkServicePort } from "./version-service";

const gatewayName: Test<string> = (value) =>
  isNamespacedName(value)
    ? undefined
    : `${shown(value)} is not a gateway; write "mesh", "name" or "namespace/name"`;

/** Gateways and hosts that are safe to use. */
interface Positions {
  mesh: boolean;
  gateways: pulumi.Input<string>[];
  hosts: LateList<string>;
}

/** A gateway has to know the host that it is asked for; the mesh knows the Service. */
function checkPositions(check: ArgumentCheck, args: CanaryArgs): Positions {
  const { gateways: all = ["mesh"], hosts = [] } = args;
  const gateways = all.filter((gateway) => gateway !== "mesh");
  checkUnique(check, all, (i) => `gateways[${i}]`);
  if (all.length === 0) {
    check.fail("gateways", 'is empty; name "mesh" or a gateway');
  }
  const noHosts = isKnown(hosts) && hosts.length === 0;
  if (gateways.length > 0 && noHosts) {
    check.fail(
      "hosts",
      "is missing; name the hosts that the gateways are asked for, as their servers have them (IST0132)",
    );
  }
  if (gateways.length === 0 && !noHosts) {
    check.fail("hosts", "is for gateways, and gateways names none; name the gateway of the hosts");
  }
  return {
    mesh: all.includes("mesh"),
    gateways: gateways.map((gateway) =>
      check.input(`gateways[${all.indexOf(gateway)}]`, gateway, gatewayName),
    ),
    hosts: checkList(check, "hosts", hosts, host) ?? [],
  };
}

/** One version, ready to be written in either dialect. */
interface SpecVersion {
  name: string;
  weight: pulumi.Input<number>;
  labels: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}

/** What both dialects are written from. */
export interface CanaryPlan extends CommonArgs, Positions {
  /** What Pulumi shows and keeps as the component's inputs. */
  inputs: Safe<CanaryArgs>;
  dialect: Dialect;
  /** What the routes are for, in the mesh and at gateways. */
  kind: { mesh: SplitKind; gateway: CanaryProtocol };
  /** The Service as the program declares it. */
  original: Original;
  service: pulumi.Input<string>;
  namespace: pulumi.Input<string>;
  /** Full name of the Service. */
  host: pulumi.Input<string>;
  versions: SpecVersion[];
  matches: CanaryMatch[];
  options: HttpOptions;
  context: RouteContext;
  port?: pulumi.Input<number>;
  policy?: TrafficPolicyOptions;
  /** What waypoints of the program label the Service with by its name, and not its namespace. */
  enrolment: Record<string, string>;
  /** Names are to be those of the program's cluster. */
  domainDemands: readonly Demand[];
  /** Whether the Service itself wants near endpoints to be preferred. */
  preferNear: boolean;
}

/** What only one dialect can express; an unknown one is refused already. */
const checkDialect: Partial<Record<Dialect, typeof checkIstioCanary>> = {
  [Dialect.Istio]: checkIstioCanary,
  [Dialect.GatewayApi]: checkGatewayApiCanary,
};

/** What a check returned, and what it did not look at. */
function checkAll(
  check: ArgumentCheck,
  args: CanaryArgs,
  dialect: Dialect,
  gatewayApi: string | undefined,
) {
  const service = check.input("service", args.service, dnsLabel);
  check.plain("clusterDomain", args.clusterDomain, dnsName);
  checkDialect[dialect]?.(check, args);
  checkServicePort(check, args);
  checkVersions(check, args);
  const mirrors = checkOwnMirrors(check, args);
  if (args.trafficPolicy) {
    checkTrafficPolicy(check, "trafficPolicy", args.trafficPolicy);
  }
  check.labels(args.labels);
  check.annotations(args.annotations);
  return {
    service,
    namespace: check.input("namespace", args.namespace, dnsLabel),
    port: check.input("port", args.port, port),
    versions: checkSplit(check, "versions", args.versions),
    matches: checkMatches(check, args, dialect),
    options: checkHttpOptions(
      check,
      "",
      { ...args, ...(mirrors && { mirrors }) },
      { dialect, context: { service, port: args.port, gatewayApi } },
    ),
    ...checkPositions(check, args),
  };
}

/** The only port of a Service that the program declares needs no naming. */
const withOnlyPort = (args: CanaryArgs, original: Original): CanaryArgs => {
  const ports = original !== undefined && isKnown(original) ? original.ports : [];
  const [only] = ports;
  return args.dialect === Dialect.GatewayApi &&
    args.port === undefined &&
    ports.length === 1 &&
    only
    ? { ...args, port: only.port }
    : args;
};

/** Throws one error with everything that is wrong. `program` is what was said before. */
export function canaryPlan(
  name: string,
  unchecked: CanaryArgs,
  program: View = nothingSaid,
): CanaryPlan {
  const check = checkArguments("Canary", name, unchecked);
  const { dialect = Dialect.Istio } = check.args;
  const clusterDomain = clusterDomainOf(check.args.clusterDomain, program);
  const original = originalService(program, check.args.namespace, check.args.service);
  const args = withOnlyPort(given({ ...check.args, clusterDomain }), original);
  const fact = isKnown(original) ? original : undefined;
  const checked = checkAll(check, args, dialect, gatewayApiOf(program));
  if (fact) {
    checkOriginal(check, args, fact);
  }
  if (dialect === Dialect.GatewayApi && args.port === undefined && !check.knows("port")) {
    check.fail("port", 'is missing; dialect "gateway-api" needs the port of the Service');
  }
  const kind = splitKind(check, args, fact);
  const safe = check.done();
  const { service, namespace } = checked;
  return {
    ...checked,
    inputs: { ...safe, dialect, ...(checked.port !== undefined && { port: checked.port }) },
    dialect,
    kind,
    original,
    host: serviceHost(service, namespace, clusterDomain),
    versions: checked.versions.map((version, i) => ({
      name: version.name,
      weight: version.weight,
      labels: labelsOf(safe.versions[i] ?? version),
    })),
    context: { namespace, service, port: checked.port, clusterDomain },
    policy: safe.trafficPolicy,
    domainDemands: domainDemands(safe.clusterDomain, program, [{ service, path: "service" }]),
    enrolment: enrolmentOf(program, namespace, service),
    preferNear: fact !== undefined && prefersNear(fact),
    labels: withMetadata(safe.labels),
    annotations: withMetadata(safe.annotations),
  };
}
