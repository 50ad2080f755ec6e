import type * as pulumi from "@pulumi/pulumi";
import { type CommonArgs, withMetadata } from "../../resources/metadata";
import type { NamedObject } from "../../resources/named-object";
import type { DestinationRuleSpec } from "../../resources/networking/destination-rule";
import { serviceHost } from "../../resources/service-host";
import type { ArgumentCheck, Safe } from "../../validation/argument-check";
import { checkArguments } from "../../validation/check-arguments";
import { dnsLabel, dnsName, oneOf, port } from "../../validation/tests";
import { Dialect } from "../dialect";
import { checkHttpOptions } from "../http/http-options";
import type { HttpOptions } from "../http/http-options-args";
import type { RouteContext } from "../http/http-options-context";
import type { TrafficPolicyOptions } from "../policy/traffic-policy-args";
import { checkTrafficPolicy } from "../policy/traffic-policy-options";
import type { CanaryArgs, CanaryMatch } from "./canary-args";
import {
  checkDialect,
  checkMatches,
  checkOwnMirrors,
  checkPositions,
  checkVersions,
  labelsOf,
  type Positions,
} from "./canary-checks";
import { checkSplit } from "./split";

/** One version, ready to be written in either dialect. */
export interface SpecVersion {
  name: string;
  weight: pulumi.Input<number>;
  labels: Record<string, string>;
}

/** What both dialects are written from. */
export interface CanarySpec extends CommonArgs, Positions {
  /** What Pulumi shows and keeps as the component's inputs. */
  inputs: Safe<CanaryArgs>;
  dialect: Dialect;
  service: string;
  namespace: pulumi.Input<string>;
  /** Full name of the Service. */
  host: pulumi.Input<string>;
  versions: SpecVersion[];
  matches: CanaryMatch[];
  options: HttpOptions;
  context: RouteContext;
  port?: pulumi.Input<number>;
  selector: Record<string, string>;
  policy?: TrafficPolicyOptions;
}

/** A rule for the traffic to one version, and which version that is. */
export interface VersionRule {
  version: string;
  object: NamedObject<DestinationRuleSpec>;
}

/** What a check returned, and what it did not look at. */
function checkAll(check: ArgumentCheck, args: CanaryArgs, dialect: Dialect) {
  const { service } = args;
  check.plain("service", service, dnsLabel);
  check.plain("dialect", dialect, oneOf(Dialect));
  check.plain("clusterDomain", args.clusterDomain, dnsName);
  checkDialect(check, args, dialect);
  checkVersions(check, args);
  const mirrors = checkOwnMirrors(check, args);
  if (args.policy) {
    checkTrafficPolicy(check, "policy", args.policy);
  }
  check.labels(args.labels);
  check.annotations(args.annotations);
  return {
    namespace: check.input("namespace", args.namespace, dnsLabel),
    port: check.input("port", args.port, port),
    versions: checkSplit(check, "versions", args.versions),
    matches: checkMatches(check, args, dialect),
    options: checkHttpOptions(
      check,
      "",
      { ...args, ...(mirrors && { mirrors }) },
      { dialect, context: { service, port: args.port } },
    ),
    ...checkPositions(check, args),
  };
}

/** Throws one error with everything that is wrong. */
export function canarySpec(name: string, unchecked: CanaryArgs): CanarySpec {
  const check = checkArguments("Canary", name, unchecked);
  const { args } = check;
  const { service, dialect = Dialect.Istio, clusterDomain } = args;
  const checked = checkAll(check, args, dialect);
  const safe = check.done();
  const { namespace } = checked;
  return {
    ...checked,
    inputs: { ...safe, dialect },
    dialect,
    service,
    host: serviceHost(service, namespace, clusterDomain),
    versions: checked.versions.map((version) => ({
      name: version.name,
      weight: version.weight,
      labels: labelsOf(version),
    })),
    context: { namespace, service, port: checked.port, clusterDomain },
    selector: safe.selector ?? { app: service },
    policy: safe.policy,
    labels: withMetadata(safe.labels),
    annotations: withMetadata(safe.annotations),
  };
}
