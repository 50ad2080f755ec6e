import type { ArgumentCheck, Safe } from "../../../arguments/argument-check";
import { checkArguments } from "../../../arguments/check-arguments";
import { recall } from "../../../arguments/known-output";
import { dnsLabel, dnsName } from "../../../arguments/predicates";
import { checkSelector, emptySelector } from "../../../arguments/selector";
import { shown } from "../../../arguments/shown";
import { whenKnown } from "../../../arguments/when-known";
import { networkingV1, usualIstioNamespace } from "../../../values/known-names";
import { withMetadata } from "../../metadata";
import { chooserOf, chosenTwice } from "../../program/chosen-twice";
import { refuseDoubts } from "../../program/doubt";
import type { Part } from "../../program/part";
import { nothingSaid, type View } from "../../program/view";
import type { NamedObject } from "../../resources/named-object";
import type { SidecarIngress, SidecarSpec } from "../../resources/networking/sidecar";
import { objectRefusals, warningsToo } from "../../resources/object-refusals";
import { checkPoolZeros } from "../traffic/unset-zero";
import type { SidecarListener, SidecarScopeArgs } from "./sidecar-scope-args";
import { sidecarScopePart } from "./sidecar-scope-part";

/** Arguments with all defaults filled in, and the object that follows from them. */
export interface SidecarScopePlan {
  /** What Pulumi shows and keeps as the component's inputs. */
  inputs: Safe<SidecarScopeArgs>;
  object: NamedObject<SidecarSpec>;
  /** What it says to the program that it is part of. */
  part: Part;
}

const listener = ({
  port: number,
  protocol,
  name,
  defaultEndpoint,
  connectionPool,
}: SidecarListener): SidecarIngress => ({
  port: {
    number,
    protocol,
    name:
      name ?? whenKnown([protocol, number], (p: string, n: number) => `${p.toLowerCase()}-${n}`),
  },
  ...(defaultEndpoint !== undefined && { defaultEndpoint }),
  ...(connectionPool && { connectionPool }),
});

function scopeSpec(args: SidecarScopeArgs): SidecarSpec {
  const { hosts, outboundTrafficPolicy: mode, ingress, inboundConnectionPool } = args;
  return {
    ...(hosts && { egress: [{ hosts }] }),
    ...(mode !== undefined && { outboundTrafficPolicy: { mode } }),
    ...(ingress && { ingress: ingress.map(listener) }),
    ...(inboundConnectionPool && { inboundConnectionPool }),
  };
}

/** Where a field of the Sidecar comes from. */
export const sidecarScopeArgument = (field: string): string =>
  field === "spec"
    ? "hosts"
    : field
        .replace(/^spec\.egress\[0\]\.hosts/, "hosts")
        .replace(/^spec\.outboundTrafficPolicy\.mode/, "outboundTrafficPolicy")
        .replace(/^(spec\.ingress\[\d+\]\.port)\.number/, "$1")
        .replace(/^(spec\.ingress\[\d+\])\.port\.(name|protocol)/, "$1.$2")
        .replace(/^spec\.workloadSelector\.labels/, "selector")
        .replace(/^(spec|metadata)\./, "");

function checkRoot(check: ArgumentCheck, { namespace, selector, rootNamespace }: SidecarScopeArgs) {
  const root = rootNamespace ?? usualIstioNamespace;
  const own = recall(namespace);
  if (selector && own !== undefined && own === recall(root)) {
    check.fail(
      "selector",
      `is not allowed in the root namespace ${shown(own)}, whose scope is for the whole mesh; put it into the workloads' namespace (KIA1006)`,
    );
  }
}

function checkPools(check: ArgumentCheck, args: SidecarScopeArgs): void {
  const pools = [
    ["inboundConnectionPool", args.inboundConnectionPool] as const,
    ...(args.ingress ?? []).map(
      ({ connectionPool }, i) => [`ingress[${i}].connectionPool`, connectionPool] as const,
    ),
  ];
  for (const [path, pool] of pools) {
    checkPoolZeros(check, (inner) => `${path}.${inner}`, pool ?? {});
  }
}

/** Throws one error with everything that is wrong. `program` is what it is part of. */
export function sidecarScopePlan(
  component: string,
  unchecked: SidecarScopeArgs,
  program: View = nothingSaid,
): SidecarScopePlan {
  const check = checkArguments("SidecarScope", component, unchecked);
  const { args } = check;
  const namespace = check.input("namespace", args.namespace, dnsLabel);
  const name = check.input("name", args.name ?? (args.selector ? component : "default"), dnsName);
  check.input("rootNamespace", args.rootNamespace, dnsLabel);
  checkRoot(check, args);
  const selector = checkSelector(check, "selector", args.selector, emptySelector);
  const owner = `SidecarScope ${shown(component)}`;
  const choosers = chooserOf({ kind: "Sidecar", owner, namespace, selector });
  refuseDoubts(check, chosenTwice(choosers, "selector"), program);
  check.labels(args.labels);
  check.annotations(args.annotations);
  checkPools(check, args);
  const judged = { apiVersion: networkingV1, kind: "Sidecar", spec: scopeSpec(args) };
  check.failUnlessTold(objectRefusals(judged, sidecarScopeArgument, warningsToo));
  const safe = check.done();
  return {
    inputs: { ...safe, name },
    part: sidecarScopePart(
      { ...safe, ...(selector && { selector }) },
      { namespace, name },
      choosers,
    ),
    object: {
      name,
      namespace,
      labels: withMetadata(safe.labels),
      annotations: withMetadata(safe.annotations),
      spec: { ...(selector && { workloadSelector: { labels: selector } }), ...scopeSpec(safe) },
    },
  };
}
