import type { ArgumentCheck, Safe } from "../../../arguments/argument-check";
import { checkArguments } from "../../../arguments/check-arguments";
import { dnsLabel, dnsName, host, port, type Test } from "../../../arguments/predicates";
import { checkSelector } from "../../../arguments/selector";
import { shown } from "../../../arguments/shown";
import { isKnown } from "../../../arguments/when-known";
import { checkTrafficPolicy } from "../../policies/traffic/traffic-policy-options";
import { EgressProtocol, type EgressRouteArgs } from "./egress-route-args";

const externalHost: Test<string> = (value) => {
  if (typeof value === "string" && value.includes("*")) {
    return `${shown(value)} is a wildcard, whose addresses the gateway cannot look up; name one host, or use an ExternalService with resolution DYNAMIC_DNS`;
  }
  return typeof value === "string" && !value.includes(".")
    ? `${shown(value)} is no full host name; write for example "api.example.com"`
    : host(value);
};

function checkTls(check: ArgumentCheck, { tls, protocol }: EgressRouteArgs): void {
  if (!tls) {
    return;
  }
  if (protocol === EgressProtocol.Tls) {
    check.fail("tls", 'would encrypt again what the client encrypts; allowed with protocol "HTTP"');
  }
  if (isKnown(tls.mode) && (tls.mode === "ISTIO_MUTUAL" || tls.mode === "DISABLE")) {
    check.fail(
      "tls.mode",
      `"${tls.mode}" does not fit a host outside the mesh; allowed: SIMPLE, MUTUAL; leave tls out for plain HTTP`,
    );
  }
  checkTrafficPolicy(check, "", { tls });
}

/** Throws one error with everything that is wrong; returns arguments that are safe to use. */
export function checkEgressRoute(
  component: string,
  unchecked: EgressRouteArgs,
): Safe<EgressRouteArgs> {
  const check = checkArguments("EgressRoute", component, unchecked);
  const { args } = check;
  check.input("namespace", args.namespace, dnsLabel);
  check.input("gatewayService", args.gatewayService, dnsLabel);
  check.input("host", args.host, externalHost);
  check.input("port", args.port, port);
  check.input("targetPort", args.targetPort, port);
  check.input("gatewayPort", args.gatewayPort, port);
  check.input("name", args.name ?? component, dnsLabel);
  check.plain("clusterDomain", args.clusterDomain, dnsName);
  const selector = checkSelector(
    check,
    "selector",
    args.selector,
    "is empty, which no gateway has; pass the gateway's labels",
  );
  checkTls(check, args);
  check.labels(args.labels);
  check.annotations(args.annotations);
  const safe = check.done();
  return { ...safe, ...(selector && { selector }) };
}
