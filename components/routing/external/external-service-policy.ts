import type { ArgumentCheck } from "../../../arguments/argument-check";
import { recall } from "../../../arguments/known-output";
import { isKnown } from "../../../arguments/when-known";
import { isHttpProtocol } from "../../../values/port";
import { requestSettings } from "../../policies/traffic/http-only";
import type {
  PortTrafficPolicy,
  TrafficPolicyOptions,
} from "../../policies/traffic/traffic-policy-args";
import { checkTrafficPolicy } from "../../policies/traffic/traffic-policy-options";
import type { ExternalPort, ExternalServiceArgs } from "./external-service-args";

const encrypted: unknown[] = ["HTTPS", "TLS"];

/**
 * The policy with TLS for the ports that ask for it. A port's settings stand in place of the
 * service's, so those are said again for it.
 */
export function externalPolicy({
  trafficPolicy,
  ports,
}: ExternalServiceArgs): TrafficPolicyOptions | undefined {
  const { loadBalancer, connectionPool, outlierDetection } = trafficPolicy ?? {};
  const withTls = ports
    .filter(({ tls }) => tls)
    .map(({ port, tls }): PortTrafficPolicy => {
      const inherited = { loadBalancer, connectionPool, outlierDetection };
      return { port, ...inherited, tls };
    });
  return withTls.length === 0
    ? trafficPolicy
    : {
        ...trafficPolicy,
        portLevelSettings: [...(trafficPolicy?.portLevelSettings ?? []), ...withTls],
      };
}

/** How the fields of the hosts' rules are called among the arguments. */
export const externalPolicyArgument =
  ({ trafficPolicy, ports }: ExternalServiceArgs) =>
  (field: string): string => {
    const [, at, rest = ""] =
      /^spec\.trafficPolicy\.portLevelSettings\[(\d+)\](.*)$/.exec(field) ?? [];
    const own = trafficPolicy?.portLevelSettings?.length ?? 0;
    const withTls = ports.flatMap(({ tls }, i) => (tls ? [`ports[${i}]`] : []));
    const added = withTls[Number(at) - own];
    return added !== undefined && /^\.(tls|port)/.test(rest)
      ? `${added}${rest.replace(/^\.port\.number/, ".port")}`
      : field.replace(/^spec\.host$/, "hosts").replace(/^(spec|metadata)\./, "");
  };

/** Settings of requests, where clients send what no proxy can look into. */
function checkRequests(check: ArgumentCheck, { trafficPolicy = {}, ports }: ExternalServiceArgs) {
  const protocols = ports.map(({ protocol }) => recall(protocol));
  if (protocols.every((one) => one !== undefined && !isHttpProtocol(one))) {
    for (const field of requestSettings(trafficPolicy)) {
      check.fail(
        `trafficPolicy.${field}`,
        `is for requests, and of ${[...new Set(protocols)].join(" and ")} a proxy sees connections alone: it has no effect; leave it out, limit connections by connectionPool.tcp, or let clients speak HTTP in plain text and the mesh add TLS (tls: { mode: "SIMPLE" })`,
      );
    }
  }
}

/** What is wrong with TLS, at the port that asks for it, and with the rest of the policy. */
export function checkExternalPolicy(check: ArgumentCheck, args: ExternalServiceArgs): void {
  const { trafficPolicy, ports } = args;
  const taken = (trafficPolicy?.portLevelSettings ?? []).map(({ port }) => port);
  if (trafficPolicy) {
    checkTrafficPolicy(check, "trafficPolicy", trafficPolicy);
  }
  checkRequests(check, args);
  const known = ports.map(({ port }) => recall(port));
  taken.forEach((port, i) => {
    const number = recall(port);
    if (number !== undefined && !known.includes(undefined) && !known.includes(number)) {
      check.fail(
        `trafficPolicy.portLevelSettings[${i}].port`,
        `${number} is none of the ports; allowed: ${known.join(", ")}`,
      );
    }
  });
  ports.forEach(({ port: number, protocol, tls }, i) => {
    if (!tls) {
      return;
    }
    checkTrafficPolicy(check, `ports[${i}]`, { tls });
    if (isKnown(protocol) && encrypted.includes(protocol)) {
      check.fail(`ports[${i}].tls`, encryptedTwice(protocol));
    }
    if (taken.includes(number)) {
      check.fail(
        `ports[${i}].tls`,
        `port ${number} has settings in trafficPolicy.portLevelSettings too; write tls there`,
      );
    }
  });
}

const encryptedTwice = (protocol: ExternalPort["protocol"]) =>
  `would encrypt twice what the client sends as ${protocol} already; use protocol HTTP, and let clients speak plain text`;
