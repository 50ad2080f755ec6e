import type { ArgumentCheck } from "../../../arguments/argument-check";
import { checkAtLeastOne } from "../../../arguments/choice";
import { given } from "../../../arguments/fields";
import { port as portNumber } from "../../../arguments/predicates";
import { checkUnique } from "../../../arguments/unique";
import { networkingV1 } from "../../../values/known-names";
import type { TrafficPolicy as TrafficPolicySpec } from "../../resources/networking/destination-rule";
import { objectRefusals, warningsToo } from "../../resources/object-refusals";
import { ClientTlsMode } from "./client-tls-args";
import { checkLoadBalancer } from "./load-balancer";
import { checkOutlier, outlierSpec, withoutLocality } from "./outlier-detection";
import type { PortTrafficPolicy, TrafficPolicyOptions } from "./traffic-policy-args";
import { checkZeros } from "./unset-zero";

/** What the Service itself says, which a DestinationRule would overrule. */
export interface ServiceWishes {
  /** Its `trafficDistribution` prefers near endpoints. */
  preferNear?: boolean;
}

/** The options as a DestinationRule has them. */
export function trafficPolicySpec(
  options: TrafficPolicyOptions,
  { preferNear = false }: ServiceWishes = {},
): TrafficPolicySpec {
  const { connectionPool, tls, retryBudget, portLevelSettings } = options;
  return given({
    ...endpointSpec(options, preferNear),
    connectionPool,
    tls,
    retryBudget,
    portLevelSettings: portLevelSettings?.map((setting) =>
      given({
        port: { number: setting.port },
        ...endpointSpec(setting, preferNear),
        connectionPool: setting.connectionPool,
        tls: setting.tls,
      }),
    ),
  }) as TrafficPolicySpec;
}

const endpointSpec = (
  { loadBalancer, outlierDetection }: TrafficPolicyOptions,
  preferNear: boolean,
) => ({
  loadBalancer: withoutLocality(loadBalancer, outlierDetection, preferNear),
  outlierDetection: outlierSpec(outlierDetection),
});

/** Sections whose rules look at each other; the others are judged one by one, so that all is said. */
const judgedTogether: readonly (readonly (keyof TrafficPolicyOptions)[])[] = [
  ["loadBalancer", "outlierDetection"],
  ["connectionPool"],
  ["tls"],
  ["retryBudget"],
];

/**
 * Adds what is wrong with the options to `check`; `path` is the argument that holds them, or "" when
 * they are arguments themselves. Warnings count as errors: each is about a setting without effect.
 */
export function checkTrafficPolicy(
  check: ArgumentCheck,
  path: string,
  options: TrafficPolicyOptions,
): void {
  const at = (inner: string) => (path === "" ? inner : `${path}.${inner}`);
  checkAtLeastOne(check, path || "loadBalancer", { object: options, names: known });
  checkSections(check, at, options);
  checkPorts(check, at, options.portLevelSettings ?? []);
}

const known: readonly (keyof TrafficPolicyOptions)[] = [
  "loadBalancer",
  "connectionPool",
  "outlierDetection",
  "tls",
  "retryBudget",
  "portLevelSettings",
];

type At = (inner: string) => string;

function checkSections(check: ArgumentCheck, at: At, options: TrafficPolicyOptions): void {
  for (const sections of judgedTogether) {
    const policy = given(Object.fromEntries(sections.map((name) => [name, options[name]])));
    if (Object.keys(policy).length > 0) {
      judge(check, at, policy);
    }
  }
  checkLoadBalancer(check, at, options);
  checkOutlier(check, at, options);
  checkZeros(check, at, options);
  if (options.retryBudget && options.connectionPool?.http?.maxRetries !== undefined) {
    check.fail(
      at("connectionPool.http.maxRetries"),
      "has no effect beside retryBudget, which limits the retries under way; leave one of them out",
    );
  }
  if (options.tls && options.tls.mode === undefined) {
    // Istio would take it for DISABLE.
    check.fail(at("tls.mode"), `is missing; allowed: ${Object.values(ClientTlsMode).join(", ")}`);
  }
}

/** At the arguments' paths, which are the fields' below the policy. */
function judge(check: ArgumentCheck, at: At, trafficPolicy: object): void {
  const rule = {
    apiVersion: networkingV1,
    kind: "DestinationRule",
    spec: { host: "policy.policy.svc.cluster.local", trafficPolicy },
  };
  const argument = (field: string) => at(field.replace(/^spec\.trafficPolicy\.?/, ""));
  check.failUnlessTold(objectRefusals(rule, argument, warningsToo));
}

function checkPorts(check: ArgumentCheck, at: At, settings: PortTrafficPolicy[]): void {
  const numbers = settings.map(({ port }) => port);
  checkUnique(check, numbers, (i) => at(`portLevelSettings[${i}].port`));
  settings.forEach((setting, i) => {
    const here = at(`portLevelSettings[${i}]`);
    const { port, ...policy } = setting;
    check.input(`${here}.port`, port, portNumber);
    checkAtLeastOne(check, here, {
      object: policy,
      names: ["loadBalancer", "connectionPool", "outlierDetection", "tls"],
    });
    checkSections(check, (inner) => `${here}.${inner}`, policy);
  });
}
