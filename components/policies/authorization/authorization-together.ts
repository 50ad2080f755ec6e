import { createHash } from "node:crypto";
import { recall } from "../../../arguments/known-output";
import { whenKnown } from "../../../arguments/when-known";
import { namespacedName } from "../../../values/namespaced-name";
import { Profile } from "../../control-plane/profile";
import { istiodsFor, providersOf } from "../../control-plane/revision-known";
import type { AllowListFact, PolicyFact } from "../../program/facts/policy-facts";
import {
  type Claim,
  type Demand,
  demand,
  type EndCheck,
  type Fact,
  fact,
  objectClaim,
  type Part,
} from "../../program/part";
import type { NamedObject } from "../../resources/named-object";
import { holdsLater } from "../../resources/plain-part";
import type { AuthorizationPolicySpec } from "../../resources/security/authorization-policy";
import { gatewayChecks } from "../gateway-reach";
import { httpChecks, httpUses } from "../http-ports";
import { needsToken, tokenConditionChecks } from "../jwt/token-conditions";
import { checksOfProofs } from "../name-proofs";
import { PolicyTargetKind } from "../policy-args";
import { checkOfIdentities, checksOfStrangers } from "../policy-identities";
import { covers, inWords, isMeshWide, reachOf, rootNamespace } from "../policy-reach";
import type { PolicyScope } from "../policy-scope";
import { onlyAtWaypoints } from "../policy-targets";
import { demandsOfVersions } from "../policy-versions";
import { checksOfLists } from "../preflight";
import { meshWideChecks } from "../root-namespace";
import { portsOfRules, servicePortChecks } from "../service-ports";
import { targetChecks, waypointCheck } from "../target-checks";
import { proxyChecks } from "../without-proxy";
import { admits, checkOfMeshDenial, checkOfWaypoints } from "./allow-list";
import {
  AuthorizationAction,
  type AuthorizationArgs,
  type AuthorizationRule,
} from "./authorization-args";
import { unseenByZtunnel } from "./authorization-ztunnel";
import { checksOfClientAddresses } from "./client-addresses";
import { checkOfGateways } from "./gateway-callers";
import { checkOfHosts, hostsOf } from "./locked-out-hosts";
import { trustDomainChecks } from "./trust-domains";

/** What was planned, before the program hears of it. */
interface Planned {
  owner: string;
  args: AuthorizationArgs;
  scope: PolicyScope;
  /** What holds: presets and guards have action and rules of their own. */
  action: AuthorizationAction;
  rules?: readonly AuthorizationRule[];
  object: NamedObject<AuthorizationPolicySpec>;
}

/** Argument that says what holds. */
const basisOf = ({ rules, preset }: AuthorizationArgs): string =>
  rules !== undefined ? "rules" : preset !== undefined ? "preset" : "onlyThroughWaypoint";

/** Two policies that say the same are one too many, and the second is most likely a mistake. */
function claims({ args, object, action }: Planned): Claim[] {
  const { namespace, name, spec } = object;
  const named = objectClaim("AuthorizationPolicy", [namespace, name], "name");
  if (holdsLater(spec) || recall(namespace) === undefined) {
    return [named];
  }
  const digest = createHash("sha256").update(JSON.stringify(spec)).digest("hex").slice(0, 8);
  const where = inWords(reachOf(args), "");
  return [
    named,
    {
      what: "authorization of",
      key: [`${where} (${action} ${digest})`],
      path: basisOf(args),
      way: "both say the same, so leave one of them out",
    },
  ];
}

const isLive = ({ dryRun }: AuthorizationArgs): boolean => dryRun === undefined || dryRun === false;

function allowList({ owner, args, action, rules, scope }: Planned): AllowListFact | undefined {
  if (action !== AuthorizationAction.Allow || args.targets || !isLive(args)) {
    return undefined;
  }
  const own = recall(scope.namespace) ?? "";
  const hosts = hostsOf(rules);
  return {
    owner,
    reach: reachOf(args),
    ...(hosts && { hosts }),
    admits: (account) => admits(rules, account, own),
  };
}

function facts({ owner, args, action, rules }: Planned, list: AllowListFact | undefined): Fact[] {
  const reach = reachOf(args);
  const provider = args.provider === undefined ? undefined : recall(args.provider);
  const path = basisOf(args);
  return [
    ...(list ? [fact({ topic: "allowList", key: [], value: list, path })] : []),
    ...(isLive(args) && needsToken(action, rules)
      ? [fact({ topic: "tokenNeed", key: [], value: { owner, reach }, path })]
      : []),
    ...(isLive(args) && letsAllIn(action, rules)
      ? [fact({ topic: "openToAll", key: [], value: { owner, reach }, path })]
      : []),
    ...(provider !== undefined
      ? [
          fact({
            topic: "authorizer",
            key: [],
            value: { owner, reach, provider },
            path: "provider",
          }),
        ]
      : []),
    ...(args.targets?.some(({ kind }) => kind === PolicyTargetKind.GatewayClass)
      ? [fact({ topic: "waypointClassPolicy", key: [], value: { owner, reach }, path: "targets" })]
      : []),
  ];
}

/** A namespace that is declared later may have Pods of another kind than was thought. */
function demandOfMode({ args, scope }: Planned): Demand[] {
  const [unseen] = unseenByZtunnel(args);
  const { dataPlaneMode, targets } = args;
  const path = unseen?.propertyPath ?? "namespace";
  const test = (mode: string | undefined): string | undefined => {
    if (targets) {
      return mode === "sidecar" &&
        targets.some(onlyAtWaypoints) &&
        scope.dataPlane === Profile.Ambient
        ? "is judged by waypoints only, and Pods with sidecars are behind none; use selector"
        : undefined;
    }
    if (dataPlaneMode === Profile.Ambient) {
      return mode === "sidecar" ? 'has dataPlaneMode "ambient"; leave that out' : undefined;
    }
    const overlooked = dataPlaneMode === undefined && scope.dataPlane === Profile.Sidecar;
    return overlooked && mode === "ambient" && !scope.forGateways ? unseen?.reason : undefined;
  };
  return [
    demand({ topic: "namespace", key: [scope.namespace], path, test: ({ mode }) => test(mode) }),
  ];
}

/** The waypoint past which nobody is let in; its name may have its namespace before it. */
function checkOfGuard({ args, scope }: Planned): EndCheck[] {
  const { onlyThroughWaypoint: waypoint } = args;
  if (waypoint === undefined) {
    return [];
  }
  const at = (part: 0 | 1) =>
    whenKnown(
      [recall(waypoint) ?? waypoint, recall(scope.namespace) ?? scope.namespace],
      (text: string, own: string) => namespacedName(text, own)[part],
    );
  return [waypointCheck([at(0), at(1)], "onlyThroughWaypoint", "the Pods refuse everybody")];
}

/** What a policy for the whole mesh says to ambient Pods, of which the mesh may have some. */
function checkOfMesh({ args, scope }: Planned): EndCheck[] {
  const [unseen] = unseenByZtunnel(args);
  const reach = reachOf(args);
  if (!unseen || scope.atZtunnel) {
    return [];
  }
  return [
    {
      path: unseen.propertyPath,
      reason: (program) =>
        isMeshWide(reach, rootNamespace(program)) &&
        program.said("namespace").some(({ mode }) => mode === "ambient")
          ? `is for the whole mesh, and some of its namespaces are ambient: ${unseen.reason}`
          : undefined,
    },
  ];
}

function checkOfProvider({ args }: Planned): EndCheck[] {
  const { provider, knownProviders } = args;
  if (provider === undefined || knownProviders !== undefined) {
    return [];
  }
  return [
    {
      path: "provider",
      names: [provider],
      reason: (program, [name = ""]) => {
        const istiods = istiodsFor(program, recall(args.namespace));
        const knowAll = !istiods.some(({ providersArriveLater }) => providersArriveLater);
        const known = providersOf(istiods, program).some((one) => one.name === name);
        return istiods.length > 0 && knowAll && !known
          ? `"${name}" is none of the extensionProviders that ${istiods.map(({ owner }) => owner).join(" or ")} declares; istiod then refuses all that the rules fit`
          : undefined;
      },
    },
  ];
}

/** A list of callers, which an open door makes useless. */
function checkOfList({ owner, args, action, rules }: Planned): EndCheck[] {
  const isList = action === AuthorizationAction.Allow && rules !== undefined;
  return isList && isLive(args) && !letsAllIn(action, rules)
    ? [checkOfOpenDoor({ owner, reach: reachOf(args) }, basisOf(args))]
    : [];
}

/** What the rules rely on, where they hold. */
function checksOfRules(planned: Planned): EndCheck[] {
  const { args, action, rules, scope } = planned;
  const reach = reachOf(args);
  return [
    ...(isLive(args)
      ? [...checksOfLists(reach, action, rules), ...checksOfProofs(reach, action, rules)]
      : []),
    ...checkOfList(planned),
    ...checksOfClientAddresses(reach, rules),
    ...checkOfIdentities({ reach, action, rules }),
    ...(isLive(args) ? checksOfStrangers({ reach, action, rules }) : []),
    ...trustDomainChecks(scope, args, rules),
    ...tokenConditionChecks(reach, action, rules),
    ...servicePortChecks(args, portsOfRules(rules)),
    ...httpChecks(args, httpUses(action, rules)),
  ];
}

/** Proxies that come to the Pods under their own identity; sidecars are behind no waypoint. */
function checksOfCallers({ args }: Planned, list: AllowListFact): EndCheck[] {
  const path = basisOf(args);
  return [
    checkOfGateways(list, path),
    ...(list.hosts ? [checkOfHosts(list, path)] : []),
    ...(args.dataPlaneMode === Profile.Sidecar
      ? []
      : [checkOfWaypoints(list, path), checkOfMeshDenial(list, path)]),
  ];
}

/** What an authorization says to the program. */
export function authorizationPart(planned: Planned): Part {
  const { args, scope } = planned;
  const list = allowList(planned);
  return {
    claims: claims(planned),
    facts: facts(planned, list),
    demands: [...demandOfMode(planned), ...demandsOfVersions(args, scope.attachment.targetRefs)],
    atEnd: [
      ...targetChecks(args),
      ...gatewayChecks(args),
      ...meshWideChecks(args),
      ...proxyChecks(args),
      ...checkOfGuard(planned),
      ...(list ? checksOfCallers(planned, list) : []),
      ...checkOfMesh(planned),
      ...checkOfProvider(planned),
      ...checksOfRules(planned),
    ],
  };
}

const isForAll = ({ from, to, when }: AuthorizationRule): boolean =>
  from === undefined && to === undefined && when === undefined;

/** Whether a policy lets everybody ask for everything. */
export const letsAllIn = (
  action: AuthorizationAction,
  rules: readonly AuthorizationRule[] = [],
): boolean => action === AuthorizationAction.Allow && rules.some(isForAll);

/** One ALLOW policy that fits is enough, so a list beside one for everybody keeps nobody out. */
const checkOfOpenDoor = (list: PolicyFact, path: string): EndCheck => ({
  path,
  reason(program) {
    const root = rootNamespace(program);
    const [open] = program.said("openToAll").filter(({ reach }) => covers(reach, list.reach, root));
    return (
      open &&
      `keeps nobody out: ${open.owner} lets everybody in for ${inWords(open.reach, root)}, and one ALLOW policy that fits is enough; leave one of them out`
    );
  },
});
