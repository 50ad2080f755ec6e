import type * as pulumi from "@pulumi/pulumi";
import { recall } from "../../../arguments/known-output";
import { shown } from "../../../arguments/shown";
import type { HostRuleFact } from "../../program/facts/traffic-facts";
import { type Demand, demand, type EndCheck, type Fact, fact } from "../../program/part";
import type { View } from "../../program/view";
import { serviceNamed } from "../../routing/service-name";
import { rootNamespace } from "../policy-reach";
import { ClientTlsMode } from "./client-tls-args";
import type { TrafficPolicyOptions } from "./traffic-policy-args";
import type { PolicyPlace } from "./traffic-policy-claim";

type TlsPort = HostRuleFact["tlsAt"][number];

const ofItsOwn: readonly unknown[] = [ClientTlsMode.Simple, ClientTlsMode.Mutual];

/** Ports at which a policy adds TLS that is not the mesh's. */
export const tlsPorts = ({ tls, portLevelSettings = [] }: TrafficPolicyOptions): TlsPort[] => [
  ...(ofItsOwn.includes(tls && recall(tls.mode)) ? (["all ports"] as const) : []),
  ...portLevelSettings.flatMap((one) => {
    const port = recall(one.port);
    return port !== undefined && ofItsOwn.includes(one.tls && recall(one.tls.mode)) ? [port] : [];
  }),
];

/** Whether a policy says itself what is spoken at a port. */
function says({ tls, portLevelSettings = [] }: TrafficPolicyOptions, port: TlsPort): boolean {
  const own = portLevelSettings.find((one) => recall(one.port) === port);
  return (own ? own.tls : tls) !== undefined;
}

/** A rule in the namespace of what is called; nothing where clients can do without it. */
export const hostRuleFacts = (
  host: pulumi.Input<string>,
  path: string,
  rule: HostRuleFact,
): Fact[] =>
  rule.subsets.length > 0 || rule.tlsAt.length > 0
    ? [fact({ topic: "hostRule", key: [host], path, value: rule })]
    : [];

/** A rule that goes before another. */
export interface OtherRule extends TrafficPolicyOptions {
  /** Versions that it knows itself. */
  subsets?: readonly string[];
}

/** What clients lose who follow another rule in place of this one. */
function lost({ subsets, tlsAt }: HostRuleFact, other: OtherRule): string | undefined {
  const plain = tlsAt.filter((port) => !says(other, port));
  const unknown = subsets.filter((version) => !other.subsets?.includes(version));
  const parts = [
    ...(unknown.length > 0 ? [`requests to its versions (${unknown.join(", ")}) get 503`] : []),
    ...(plain.length > 0
      ? [
          `what it encrypts at ${plain[0] === "all ports" ? plain[0] : `port ${plain.join(", ")}`} goes out in plain text`,
        ]
      : []),
  ];
  return parts.length > 0 ? parts.join(", and ") : undefined;
}

/** Whether clients of a namespace would follow the rule if there were none of their own. */
const isFollowed = ({ visibleIn }: HostRuleFact, namespace: string): boolean =>
  visibleIn.includes("*") || visibleIn.includes(namespace);

/**
 * Of all rules for a host a client follows one: that for its labels, that of its namespace, or that of
 * the namespace of what it calls. Nothing is added up.
 */
export function notInsteadOf(
  place: PolicyPlace,
  path: string,
  other: OtherRule,
  program: View,
): Demand {
  const namespace = recall(place.namespace);
  const isForSome = place.selector !== undefined;
  return demand({
    topic: "hostRule",
    key: [place.host],
    path,
    test(rule) {
      const isAnother = rule.namespace !== namespace || isForSome;
      // Clients in the root namespace ask the namespace of what they call first.
      const goesBefore = namespace !== undefined && namespace !== rootNamespace(program);
      const effect =
        isAnother && goesBefore && rule.namespace !== undefined && isFollowed(rule, namespace)
          ? lost(rule, other)
          : undefined;
      return effect
        ? `is a rule that ${isForSome ? "these clients" : `clients in ${namespace}`} follow instead of that of ${rule.owner} in ${rule.namespace}, so that ${effect}; ${rule.way}`
        : undefined;
    },
  });
}

/** Namespaces of what is called, as far as the program says where that is. */
export function homesOf(host: string, program: View): readonly string[] {
  const [namespace] = serviceNamed(host, "") ?? [];
  const known = namespace && recall(namespace);
  return known
    ? [known]
    : program
        .said("externalHost", [host])
        .flatMap(({ namespace, routed }) => (routed || namespace === undefined ? [] : [namespace]));
}

/**
 * Clients look for rules in their own namespace, in that of what they call and in the root namespace.
 * Who says that a rule is for its own namespace alone has meant that.
 */
export const isLookedFor = (
  { host, namespace, selector }: PolicyPlace,
  exportTo: pulumi.Input<pulumi.Input<string>[]> | undefined,
): EndCheck[] => {
  const named = exportTo === undefined ? ["*"] : recall(exportTo)?.map((to) => recall(to));
  const isForOwn =
    selector !== undefined ||
    named === undefined ||
    named.every((to) => to === undefined || to === "." || to === recall(namespace));
  return isForOwn
    ? []
    : [
        {
          path: "namespace",
          names: [host, namespace],
          reason(program, [name = "", own = ""]) {
            const where = homesOf(name, program);
            return where.length === 0 || where.includes(own) || own === rootNamespace(program)
              ? undefined
              : `${shown(own)} is not the namespace of ${name}, so that nobody but clients in ${own} follows the policy; write namespace: ${shown(where[0])}, or exportTo: ["."] if it is for these clients alone`;
          },
        },
      ];
};
