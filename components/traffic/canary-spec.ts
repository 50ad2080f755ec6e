import type * as pulumi from "@pulumi/pulumi";
import { didYouMean } from "../../analysis/closest";
import { type CommonArgs, withMetadata } from "../resources/metadata";
import { serviceHost } from "../resources/service-host";
import { ArgumentCheck } from "../validation/argument-check";
import { dnsLabel, dnsName, duration, integer, oneOf, port, type Test } from "../validation/tests";
import type { CanaryArgs, CanaryMatch } from "./canary-args";
import { Dialect } from "./dialect";
import { checkSplit } from "./split";

/** One version, ready to be written in either dialect. */
export interface SpecVersion {
  name: string;
  weight: pulumi.Input<number>;
  labels: Record<string, string>;
}

/** What both dialects are written from. */
export interface CanarySpec extends CommonArgs {
  dialect: Dialect;
  service: string;
  namespace: pulumi.Input<string>;
  /** Full name of the Service. */
  host: pulumi.Input<string>;
  versions: SpecVersion[];
  matches: CanaryMatch[];
  gateways: pulumi.Input<string>[];
  hosts: pulumi.Input<string>[];
  port?: pulumi.Input<number>;
  selector: Record<string, string>;
  timeout?: pulumi.Input<string>;
  retries?: CanaryArgs["retries"];
}

const headerName: Test<string> = (value) =>
  /^[a-z0-9!#$%&'*+.^_`|~-]+$/.test(value)
    ? undefined
    : `${JSON.stringify(value)} is not a header name in lower case${didYouMean(value, [value.toLowerCase()])}`;

/** Arguments that only one dialect can express, and why the other cannot. */
const onlyIn: Partial<Record<keyof CanaryArgs, [dialect: Dialect, why: string]>> = {
  gateways: [Dialect.Istio, "an HTTPRoute of a Service is for its waypoint"],
  hosts: [Dialect.Istio, "an HTTPRoute of a Service is for that Service"],
  retries: [Dialect.Istio, "HTTPRoute has no retries outside its experimental channel"],
  port: [Dialect.GatewayApi, "a VirtualService of an HTTP port finds the port itself"],
  selector: [Dialect.GatewayApi, "a DestinationRule adds its labels to the Service's selector"],
};

function checkDialect(check: ArgumentCheck, args: CanaryArgs, dialect: Dialect): void {
  for (const [key, [needed, why]] of Object.entries(onlyIn)) {
    if (args[key as keyof CanaryArgs] !== undefined && dialect !== needed) {
      check.fail(key, `is for dialect "${needed}" only, and dialect is "${dialect}": ${why}`);
    }
  }
  if (dialect === Dialect.GatewayApi && args.port === undefined) {
    check.fail("port", 'is missing; dialect "gateway-api" needs the port of the Service');
  }
}

function checkMatches(check: ArgumentCheck, args: CanaryArgs): void {
  const versions = args.versions.map(({ name }) => name);
  args.matches?.forEach((match, i) => {
    const at = `matches[${i}]`;
    check.plain(`${at}.header`, match.header, headerName);
    if ((match.exact === undefined) === (match.regex === undefined)) {
      check.fail(at, "needs either exact or regex");
    }
    if (!versions.includes(match.version)) {
      check.fail(
        `${at}.version`,
        `${JSON.stringify(match.version)} is not among the versions; allowed: ${versions.join(", ")}`,
      );
    }
  });
}

/** Throws one error with everything that is wrong. */
export function canarySpec(name: string, args: CanaryArgs): CanarySpec {
  const { service, dialect = Dialect.Istio, clusterDomain, retries } = args;
  const check = new ArgumentCheck("Canary", name);
  check.plain("service", service, dnsLabel);
  check.plain("dialect", dialect, oneOf(Dialect));
  check.plain("clusterDomain", clusterDomain, dnsName);
  const namespace = check.input("namespace", args.namespace, dnsLabel);
  const versions = checkSplit(check, "versions", args.versions);
  versions.forEach((version, i) => {
    if (!dnsLabel(version.name)) {
      check.plain(`versions[${i}].name`, `${service}-${version.name}`, dnsLabel);
    }
  });
  checkMatches(check, args);
  checkDialect(check, args, dialect);
  const timeout = check.input("timeout", args.timeout, duration);
  check.input("port", args.port, port);
  if (retries) {
    check.input("retries.attempts", retries.attempts, integer(0));
    check.input("retries.perTryTimeout", retries.perTryTimeout, duration);
  }
  check.labels(args.labels);
  check.annotations(args.annotations);
  check.done();
  return {
    dialect,
    service,
    namespace,
    host: serviceHost(service, namespace, clusterDomain),
    versions: versions.map(({ name, weight, labels }) => ({
      name,
      weight,
      labels: labels ?? { version: name },
    })),
    matches: args.matches ?? [],
    gateways: args.gateways ?? ["mesh"],
    hosts: args.hosts ?? [],
    port: args.port,
    selector: args.selector ?? { app: service },
    timeout,
    retries,
    labels: withMetadata(args.labels),
    annotations: withMetadata(args.annotations),
  };
}
