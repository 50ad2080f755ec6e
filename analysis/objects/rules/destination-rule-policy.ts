import { durationProblem } from "../../../values/duration";
import { nameProblem } from "../../../values/host";
import { isIpAddress } from "../../../values/ip";
import { portProblem } from "../../../values/port";
import type { Finding } from "../finding";
import { connectionPoolFindings } from "./destination-rule-connection-pool";
import { loadBalancerFindings } from "./destination-rule-load-balancer";
import { outlierFindings } from "./destination-rule-outlier";
import { clientTlsFindings } from "./destination-rule-tls";
import {
  checkAmount,
  checkText,
  entries,
  field,
  isAbsent,
  isBlank,
  isFilled,
  isSet,
  type Place,
  refusedIf,
} from "./primitives/place";

const portFields = ["loadBalancer", "connectionPool", "outlierDetection", "tls"];
const policyFields = [...portFields, "portLevelSettings", "tunnel", "proxyProtocol", "retryBudget"];

const needsOne = (policy: Place, names: readonly string[]): Finding[] =>
  refusedIf(
    isSet(policy) && names.every((name) => isBlank(field(policy, name))),
    policy,
    `one of ${names.join(", ")} is needed`,
  );

/** A policy of a host or a subset. `namespace` is that of the rule, undefined where it is not known. */
export function trafficPolicyFindings(policy: Place, namespace: string | undefined): Finding[] {
  const tunnel = field(policy, "tunnel");
  return [
    ...needsOne(policy, policyFields),
    ...refusedIf(
      isSet(tunnel) && isSet(field(policy, "proxyProtocol")),
      tunnel,
      "proxyProtocol excludes it",
    ),
    ...commonFindings(policy, namespace),
    ...entries(field(policy, "portLevelSettings")).flatMap((settings) =>
      portFindings(settings, namespace),
    ),
    ...tunnelFindings(tunnel),
    ...checkText(field(field(policy, "retryBudget"), "budgetInterval"), durationProblem),
  ];
}

const commonFindings = (policy: Place, namespace: string | undefined): Finding[] => [
  ...outlierFindings(field(policy, "outlierDetection")),
  ...connectionPoolFindings(field(policy, "connectionPool")),
  ...loadBalancerFindings(field(policy, "loadBalancer"), field(policy, "outlierDetection")),
  ...clientTlsFindings(field(policy, "tls"), namespace),
];

function portFindings(settings: Place, namespace: string | undefined): Finding[] {
  const port = field(settings, "port");
  return [
    ...refusedIf(isSet(settings) && isAbsent(port), port, "a port is needed"),
    ...needsOne(settings, portFields),
    // istiod drops the warnings of single ports.
    ...commonFindings(settings, namespace).filter(({ level }) => level === "error"),
  ];
}

const tunnelProtocolProblem = (protocol: string): string | undefined =>
  protocol === "CONNECT" || protocol === "POST" ? undefined : "allowed: CONNECT, POST";

const targetProblem = (host: string): string | undefined =>
  isIpAddress(host) ? undefined : nameProblem(host);

function tunnelFindings(tunnel: Place): Finding[] {
  const protocol = field(tunnel, "protocol");
  return [
    ...(isFilled(protocol) ? checkText(protocol, tunnelProtocolProblem) : []),
    ...checkText(field(tunnel, "targetHost"), targetProblem),
    ...checkAmount(field(tunnel, "targetPort"), portProblem),
  ];
}
