import { recall } from "../../../arguments/known-output";
import { usualIstioNamespace } from "../../../values/known-names";
import { scopedHost } from "../../../values/scoped-host";
import { chooserClaim, chooserFacts, chosenTwice } from "../../program/chosen-twice";
import { endChecks } from "../../program/doubt";
import type { ChooserFact } from "../../program/facts/namespace-facts";
import { inSidecars } from "../../program/in-sidecars";
import { type EndCheck, fact, objectClaim, type Part } from "../../program/part";
import type { NamedObject } from "../../resources/named-object";
import { unseenIn, unseenWords } from "../../routing/external/external-host-seen";
import { reachOf } from "../policy-reach";
import { meshWideChecks } from "../root-namespace";
import { listening, servicesOf } from "../service-ports";
import { hiddenByScope, type KnownScope } from "./scope-needs";
import type { SidecarScopeArgs } from "./sidecar-scope-args";

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
      objectClaim("Sidecar", [namespace, name], "name"),
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
      ...unseen(args),
      ...listensAll(args),
      ...endChecks(chosenTwice(choosers, "selector")),
    ],
  };
}
