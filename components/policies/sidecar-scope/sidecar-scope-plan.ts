import type { ArgumentCheck, Safe } from "../../../arguments/argument-check";
import { checkArguments } from "../../../arguments/check-arguments";
import { recall } from "../../../arguments/known-output";
import { dnsLabel, dnsName } from "../../../arguments/predicates";
import { checkSelector, emptySelector } from "../../../arguments/selector";
import { shown } from "../../../arguments/shown";
import { whenKnown } from "../../../arguments/when-known";
import { networkingV1, usualIstioNamespace } from "../../../values/known-names";
import { scopedHost } from "../../../values/scoped-host";
import { withMetadata } from "../../metadata";
import { chooserClaim, chooserFacts, chooserOf, chosenTwice } from "../../program/chosen-twice";
import { endChecks, refuseDoubts } from "../../program/doubt";
import type { ChooserFact } from "../../program/facts/namespace-facts";
import { inSidecars } from "../../program/in-sidecars";
import { type EndCheck, fact, objectClaim, type Part } from "../../program/part";
import { nothingSaid, type View } from "../../program/view";
import type { NamedObject } from "../../resources/named-object";
import type { SidecarIngress, SidecarSpec } from "../../resources/networking/sidecar";
import { objectRefusals, warningsToo } from "../../resources/object-refusals";
import { unseenIn, unseenWords } from "../../routing/external/external-host-seen";
import { reachOf } from "../policy-reach";
import { meshWideChecks } from "../root-namespace";
import { listening, servicesOf } from "../service-ports";
import { checkPoolZeros } from "../traffic/unset-zero";
import { hiddenByScope, type KnownScope } from "./scope-needs";
import type { SidecarListener, SidecarScopeArgs } from "./sidecar-scope-args";

const isRoot = ({ namespace, rootNamespace }: SidecarScopeArgs): boolean =>
  recall(namespace) === (recall(rootNamespace ?? usualIstioNamespace) ?? usualIstioNamespace);

/** What of the scope is known while the program runs; nothing is guessed of hosts that arrive later. */
function knownScope(args: SidecarScopeArgs): KnownScope | undefined {
  const list = args.hosts === undefined ? undefined : recall(args.hosts);
  const hosts = (list ?? []).map((host) => recall(host));
  const namespace = recall(args.namespace);
  if (list === undefined || namespace === undefined || hosts.includes(undefined)) {
    return undefined;
  }
  const mode = args.outboundTrafficPolicy && recall(args.outboundTrafficPolicy);
  return {
    own: isRoot(args) ? undefined : namespace,
    hosts: hosts.flatMap((host) => host ?? []),
    closed: mode === "REGISTRY_ONLY",
  };
}

function hides(args: SidecarScopeArgs): EndCheck[] {
  const scope = knownScope(args);
  return scope === undefined
    ? []
    : [
        {
          path: "hosts",
          reason: (program) => {
            const found = hiddenByScope(scope, program);
            return found.length === 0 ? undefined : found.join("\n  and ");
          },
        },
      ];
}

/** Whether a part of an entry stands for more than one, or for none. */
const isOpen = (part: string): boolean => part === "" || part === "~" || part.includes("*");

/** An entry for a host that its owner keeps to others lets nobody see it. */
function unseen(args: SidecarScopeArgs): EndCheck[] {
  const { own, hosts = [] } = knownScope(args) ?? {};
  return hosts.flatMap((entry, i): EndCheck[] => {
    const { excludes, namespace, host } = scopedHost(entry);
    return own === undefined || excludes || [namespace, host].some(isOpen)
      ? []
      : [
          {
            path: `hosts[${i}]`,
            reason(program) {
              const [first] = unseenIn(host, own, program);
              return first && unseenWords(first, own);
            },
          },
        ];
  });
}

/** With listeners of its own a proxy has none for the other ports of its Pods. */
function listensAll({ namespace, selector, ingress }: SidecarScopeArgs): EndCheck[] {
  const taken = (ingress ?? []).map(({ port }) => recall(port));
  return ingress === undefined || taken.includes(undefined)
    ? []
    : [
        {
          path: "ingress",
          names: [namespace],
          reason(program, [own = ""]) {
            const reach = reachOf({ namespace: own, ...(selector && { selector }) });
            const left = servicesOf(program, reach).flatMap(({ place, ports }) =>
              ports.flatMap((one) => {
                const port = listening(one);
                return port === undefined || taken.includes(port) ? [] : [{ place, port }];
              }),
            );
            const [first] = left;
            return first
              ? `has no listener for port ${first.port}, on which the Pods of Service ${first.place?.namespace}/${first.place?.name} listen (${taken.join(", ")} alone), so that the proxy knows nothing of what comes in there; a listener has the targetPort of the Service`
              : undefined;
          },
        },
      ];
}

const oneScope =
  "write both into one SidecarScope, or choose other workloads by `selector` (IST0110, IST0111)";

/** What it says of requests for unknown hosts; what arrives later may close them, and is not guessed. */
const letsOut = ({ outboundTrafficPolicy: mode }: SidecarScopeArgs) =>
  mode === undefined ? {} : { outboundTrafficPolicy: recall(mode) ?? "later" };

/** What a SidecarScope says to the program that it is part of. */
function sidecarScopePart(
  args: SidecarScopeArgs,
  {
    owner,
    name,
    namespace,
  }: Pick<NamedObject<unknown>, "name" | "namespace"> & Pick<ChooserFact, "owner">,
  choosers: readonly ChooserFact[],
): Part {
  const { selector } = args;
  const known = recall(namespace);
  const { demands = [], atEnd = [] } = isRoot(args)
    ? {}
    : inSidecars({
        namespace,
        path: "namespace",
        chosen: selector !== undefined,
        way: "ztunnels and waypoints take no notice of a scope, so leave it out (IST0167)",
      });
  return {
    claims: [
      chooserClaim(
        { kind: "Sidecar", namespace, selector },
        selector === undefined ? "namespace" : "selector",
        oneScope,
      ),
      objectClaim("Sidecar", [namespace, name], "name"),
    ],
    facts:
      known === undefined || selector !== undefined
        ? chooserFacts(choosers, "selector")
        : [
            fact({
              topic: "sidecarScope",
              key: [namespace],
              value: { owner, namespace: known, ...letsOut(args) },
              path: "namespace",
            }),
          ],
    demands,
    atEnd: [
      ...atEnd,
      ...(isRoot(args) ? meshWideChecks({ namespace }) : []),
      ...hides(args),
      ...unseen(args),
      ...listensAll(args),
      ...endChecks(chosenTwice(choosers, "selector")),
    ],
  };
}

/** Arguments with all defaults filled in, and the object that follows from them. */
interface SidecarScopePlan {
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
      { owner, namespace, name },
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
