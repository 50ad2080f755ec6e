import type * as pulumi from "@pulumi/pulumi";
import { dryRunAnnotation } from "../../values/known-names";
import { admits } from "../policies/authorization/allow-list";
import type { AuthorizationRule } from "../policies/authorization/authorization-args";
import { AuthorizationAction } from "../policies/authorization/authorization-args";
import { letsAllIn } from "../policies/authorization/authorization-together";
import { mayBeSeveral, rivalOf } from "../policies/authorization/authorizers";
import { gatewayChecks, policyAtGateway } from "../policies/gateway-reach";
import { tokenCheckFact } from "../policies/jwt/token-facts";
import { PolicyTargetKind } from "../policies/policy-args";
import { groups } from "../policies/policy-targets";
import { meshWideChecks } from "../policies/root-namespace";
import { targetChecks } from "../policies/target-checks";
import { proxyChecks } from "../policies/without-proxy";
import { holdsLater } from "../resources/plain-part";
import { chooserClaim, chooserFacts, chooserOf, chosenTwice } from "./chosen-twice";
import type { DeclaredMeshObject } from "./declared-mesh-object";
import { endChecks } from "./doubt";
import type { ChooserFact } from "./facts/namespace-facts";
import type { PolicyReach, TokenCheckFact } from "./facts/policy-facts";
import { plainLabels } from "./labels";
import { type Demand, demand, type EndCheck, type Fact, fact, type Part } from "./part";
import { type Fields, fields, list, text } from "./plain-fields";

type Selector = pulumi.Input<{ [key: string]: pulumi.Input<string> }>;

const matchLabels = (spec: Fields): Selector | undefined =>
  spec.selector === undefined
    ? undefined
    : (fields(spec.selector).matchLabels as Selector | undefined);

/** Objects that a policy names, of either field. */
const targetsOf = (spec: Fields): Fields[] =>
  [...list(spec.targetRefs), fields(spec.targetRef)].filter(({ kind }) => kind !== undefined);

/** What a policy is for, as far as it is plain. */
function reachOf({ namespace, spec }: DeclaredMeshObject): PolicyReach {
  const targets = targetsOf(spec).map(({ kind, name }) => {
    const known = text(name);
    return { kind: text(kind) ?? "", ...(known !== undefined && { name: known }) };
  });
  const selector = matchLabels(spec);
  const labels = spec.selector === undefined ? undefined : selector && plainLabels(selector);
  return {
    namespace,
    ...(spec.selector !== undefined && { labels: labels ?? ("later" as const) }),
    ...(targets.length > 0 && { targets }),
  };
}

/** A policy for a Service is none for the Services of its versions, which a client may call as well. */
function demandsOfVersions({ spec, namespace }: DeclaredMeshObject): Demand[] {
  const targets = targetsOf(spec)
    .filter(({ kind, group }) => kind === "Service" && (group === undefined || group === ""))
    .flatMap(({ name }) => text(name) ?? []);
  return targets.map((target, i) =>
    demand({
      topic: "canaryServices",
      key: [namespace, target],
      path: `spec.targetRefs[${i}]`,
      test: ({ owner, names }) => {
        const missing = names.filter((name) => !targets.includes(name));
        return missing.length === 0
          ? undefined
          : `is the Service ${target}, and the policy does not hold for ${missing.join(", ")}, which ${owner} makes for its versions: who calls them by name gets past it; name them in targetRefs too`;
      },
    }),
  );
}

/** A rule as the component's arguments have it, without what only says how it is nested. */
const ruleOf = ({ from, to, when }: Fields): AuthorizationRule => ({
  ...(from !== undefined && { from: list(from).map(({ source }) => fields(source)) }),
  ...(to !== undefined && { to: list(to).map(({ operation }) => fields(operation)) }),
  ...(when !== undefined && { when: list(when) }),
});

/** Who may call, where nobody else may. */
function allowList(
  { owner, namespace, spec, annotations }: DeclaredMeshObject,
  reach: PolicyReach,
) {
  const isLive = annotations[dryRunAnnotation] === undefined;
  const isList = (text(spec.action ?? "ALLOW") ?? "") === "ALLOW" && reach.targets === undefined;
  const rules = list(spec.rules).map(ruleOf);
  // Of rules that arrive later nobody knows whom they let in.
  return isLive && isList && !holdsLater(spec.rules)
    ? [
        fact({
          topic: "allowList",
          key: [],
          path: "spec.rules",
          value: { owner, reach, admits: (account) => admits(rules, account, namespace) },
        }),
      ]
    : [];
}

/** Of two authorizers for a workload istiod asks neither. */
const checkOfAuthorizer = (own: Parameters<typeof rivalOf>[1]): EndCheck => ({
  path: "spec.provider.name",
  reason: (program) => {
    const rival = mayBeSeveral(program) ? undefined : rivalOf(program, own);
    return rival?.sure ? `${own.provider} ${rival.reason}` : undefined;
  },
});

type Target = Parameters<typeof targetChecks>[0]["targets"];

/** What a policy names has to be there, as for the components. */
function checksOfTargets({ namespace, spec }: DeclaredMeshObject, effect?: string): EndCheck[] {
  const refs = list(spec.targetRefs);
  const targets = refs.flatMap(({ group, kind, name }) => {
    const known = Object.values(PolicyTargetKind).find((one) => one === kind);
    const what = text(name);
    return known && what !== undefined && (group ?? "") === groups[known]
      ? [{ kind: known, name: what }]
      : [];
  }) satisfies Target;
  return targets.length === refs.length
    ? targetChecks({ namespace, targets }, effect, "spec.targetRefs")
    : [];
}

/** What is told of the place of a component's policy. */
function checksOfPlace({ namespace, spec }: DeclaredMeshObject): EndCheck[] {
  const selector = matchLabels(spec);
  const isNamed = targetsOf(spec).length > 0;
  const place = { namespace, ...(selector && { selector }), ...(isNamed && { targets: [] }) };
  return [
    ...gatewayChecks(place, policyAtGateway, "spec.selector"),
    ...meshWideChecks(place, "metadata.namespace"),
    ...proxyChecks(place, "metadata.namespace"),
  ];
}

/** A list by which everybody is let in. */
function openDoor(owner: string, spec: Fields, reach: PolicyReach): Fact[] {
  const rules = list(spec.rules).map(ruleOf);
  return (spec.action ?? "ALLOW") === "ALLOW" &&
    !holdsLater(spec.rules) &&
    letsAllIn(AuthorizationAction.Allow, rules)
    ? [fact({ topic: "openToAll", key: [], value: { owner, reach }, path: "spec.rules" })]
    : [];
}

/** Whose tokens are checked. */
function requestAuthentication(object: DeclaredMeshObject): Part {
  const { owner, spec } = object;
  const jwtRules = list(spec.jwtRules).map((rule) => ({
    ...rule,
    issuer: text(rule.issuer) ?? "",
  }));
  const value: TokenCheckFact = {
    ...tokenCheckFact(owner, reachOf(object), { jwtRules }),
    ...(holdsLater(spec.jwtRules) && { issuersArriveLater: true }),
  };
  return {
    facts: [fact({ topic: "tokenCheck", key: [], value, path: "spec.jwtRules" })],
    demands: demandsOfVersions(object),
    atEnd: [...checksOfTargets(object), ...checksOfPlace(object)],
  };
}

function authorizationPolicy(object: DeclaredMeshObject): Part {
  const { owner, spec, annotations } = object;
  const reach = reachOf(object);
  const provider = text(fields(spec.provider).name);
  const authorizer = { owner, reach, ...(provider !== undefined && { provider }) };
  const isForClass = reach.targets?.some(({ kind }) => kind === "GatewayClass");
  const facts: Fact[] = [
    ...allowList(object, reach),
    ...(annotations[dryRunAnnotation] === undefined ? openDoor(owner, spec, reach) : []),
    ...(provider !== undefined
      ? [fact({ topic: "authorizer", key: [], value: authorizer, path: "spec.provider.name" })]
      : []),
    ...(isForClass
      ? [
          fact({
            topic: "waypointClassPolicy",
            key: [],
            value: { owner, reach },
            path: "spec.targetRefs",
          }),
        ]
      : []),
  ];
  return {
    facts,
    demands: demandsOfVersions(object),
    atEnd: [
      ...(provider !== undefined ? [checkOfAuthorizer(authorizer)] : []),
      ...checksOfTargets(object),
      ...checksOfPlace(object),
    ],
  };
}

/** What two of a kind for the same Pods say to each other. */
function chosen(
  { owner, namespace }: DeclaredMeshObject,
  kind: ChooserFact["kind"],
  selector: Selector | undefined,
  path: string,
): Required<Pick<Part, "claims" | "facts" | "atEnd">> {
  const choice = { kind, owner, namespace, selector };
  const choosers = chooserOf(choice);
  return {
    claims: [chooserClaim(choice, path, `istiod heeds the older ${kind}; write both into one`)],
    facts: chooserFacts(choosers, path),
    atEnd: endChecks(chosenTwice(choosers, path)),
  };
}

function peerAuthentication(object: DeclaredMeshObject): Part {
  const { owner, spec } = object;
  const { facts, ...part } = chosen(
    object,
    "PeerAuthentication",
    matchLabels(spec),
    "spec.selector",
  );
  const mode = text(fields(spec.mtls).mode ?? (spec.mtls === undefined ? "UNSET" : undefined));
  const value = {
    owner,
    reach: reachOf(object),
    ...(mode !== undefined && { mode }),
    ...(spec.portLevelMtls !== undefined && { portsDiffer: true as const }),
  };
  return {
    ...part,
    facts: [...facts, fact({ topic: "mutualTls", key: [], value, path: "spec.mtls.mode" })],
    atEnd: [...part.atEnd, ...checksOfPlace(object)],
  };
}

function telemetry(object: DeclaredMeshObject): Part {
  const { spec } = object;
  return targetsOf(spec).length > 0
    ? { atEnd: checksOfTargets(object, "nothing is reported") }
    : chosen(object, "Telemetry", matchLabels(spec), "spec.selector");
}

/** What a Sidecar lets Pods know of the mesh. */
export function declaredSidecar(object: DeclaredMeshObject): Part {
  const { namespace, spec } = object;
  const labels = fields(spec.workloadSelector).labels as Selector | undefined;
  const { facts, ...part } = chosen(object, "Sidecar", labels, "spec.workloadSelector");
  const mode = text(fields(spec.outboundTrafficPolicy).mode);
  return {
    ...part,
    facts:
      spec.workloadSelector === undefined
        ? [
            ...facts,
            fact({
              topic: "sidecarScope",
              key: [namespace],
              value: {
                owner: object.owner,
                namespace,
                ...(mode !== undefined && { outboundTrafficPolicy: mode }),
              },
              path: "spec",
            }),
          ]
        : facts,
  };
}

/** Policies and telemetry, which choose the Pods that they are for. */
export const declaredPolicies: Record<string, (object: DeclaredMeshObject) => Part> = {
  AuthorizationPolicy: authorizationPolicy,
  RequestAuthentication: requestAuthentication,
  PeerAuthentication: peerAuthentication,
  Telemetry: telemetry,
};
