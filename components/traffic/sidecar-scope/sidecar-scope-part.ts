import { chooserClaim, chooserFacts, chosenTwice } from "../../program/chosen-twice";
import { endChecks } from "../../program/doubt";
import { inSidecars } from "../../program/in-sidecars";
import { recall } from "../../program/known-output";
import { type EndCheck, fact, objectClaim, type Part } from "../../program/part";
import type { ChooserFact } from "../../program/topics";
import type { NamedObject } from "../../resources/named-object";
import { meshWideChecks } from "../../security/root-namespace";
import { hiddenByScope, type KnownScope } from "./scope-needs";
import type { SidecarScopeArgs } from "./sidecar-scope-args";

const isRoot = ({ namespace, rootNamespace }: SidecarScopeArgs): boolean =>
  recall(namespace) === (recall(rootNamespace ?? "istio-system") ?? "istio-system");

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

const oneScope =
  "write both into one SidecarScope, or choose other workloads by `selector` (IST0110, IST0111)";

/** What a SidecarScope says to the program that it is part of. */
export function sidecarScopePart(
  args: SidecarScopeArgs,
  { name, namespace }: Pick<NamedObject<unknown>, "name" | "namespace">,
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
      objectClaim("Sidecar", [namespace, name], "name", "give one of them another name"),
    ],
    facts:
      known === undefined || selector !== undefined
        ? chooserFacts(choosers, "selector")
        : [
            fact({
              topic: "sidecarScope",
              key: [namespace],
              value: { namespace: known },
              path: "namespace",
            }),
          ],
    demands,
    atEnd: [
      ...atEnd,
      ...(isRoot(args) ? meshWideChecks({ namespace }) : []),
      ...hides(args),
      ...endChecks(chosenTwice(choosers, "selector")),
    ],
  };
}
