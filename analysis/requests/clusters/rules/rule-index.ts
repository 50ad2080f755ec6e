import { coversHost } from "../../../../values/host";
import { Kind } from "../../../mesh/kinds";
import type { Mesh } from "../../../mesh/mesh";
import { byCreation } from "../../../mesh/model/creation";
import type { Rule } from "../../../mesh/model/destination-rules";
import { stepOf } from "../../trail";
import { backendPolicies } from "./backend-policies";
import { type ClientRule, type JoinedRule, withRule } from "./joined-rule";

/** Rules of a namespace by their hosts. */
class RulesByHost {
  readonly #byHost = new Map<string, readonly JoinedRule[]>();
  readonly #wildcards = new Set<string>();

  add(rule: ClientRule): void {
    this.#byHost.set(rule.host, withRule(this.#byHost.get(rule.host) ?? [], rule));
    if (rule.host.startsWith("*")) {
      this.#wildcards.add(rule.host);
    }
  }

  /** Those of exactly this host, else of the longest wildcard that covers it. */
  nearest(host: string): readonly JoinedRule[] | undefined {
    const own = this.#byHost.get(host);
    if (own !== undefined) {
      return own;
    }
    const covering = [...this.#wildcards].filter((wildcard) => coversHost(wildcard, host));
    const [longest] = covering.sort((a, b) => b.length - a.length);
    return longest === undefined ? undefined : this.#byHost.get(longest);
  }
}

function clientRule({ source, host, namespace, subsets }: Rule): ClientRule {
  const { exportTo = [], workloadSelector, trafficPolicy } = source.spec;
  return {
    namespace,
    host,
    exportTo: workloadSelector === undefined ? exportTo : ["."],
    selector: workloadSelector && (workloadSelector.matchLabels ?? {}),
    trafficPolicy,
    subsets,
    isBackendPolicy: false,
    stepAt: (path) => stepOf(source, path),
  };
}

/** Those that choose proxies come first, then those made of policies, then the oldest. */
function inOrder(mesh: Mesh): readonly ClientRule[] {
  const all = mesh.set
    .accepted(Kind.DestinationRule)
    .map(({ id }) => mesh.ruleOf(id))
    .sort(byCreation)
    .map(clientRule);
  return [
    ...all.filter(({ selector }) => selector !== undefined),
    ...backendPolicies(mesh),
    ...all.filter(({ selector }) => selector === undefined),
  ];
}

/** All DestinationRules as istiod looks them up. */
export class RuleIndex {
  /** For proxies of the rules' own namespace. */
  readonly #own = new Map<string, RulesByHost>();
  /** For those of other namespaces. */
  readonly #exported = new Map<string, RulesByHost>();
  /** Of the root namespace, for its own proxies alone. */
  readonly #private = new RulesByHost();
  readonly #root: string;

  constructor(mesh: Mesh) {
    this.#root = mesh.config.rootNamespace;
    const usual = mesh.config.all.defaultDestinationRuleExportTo;
    const isPrivate = Array.isArray(usual) && usual.includes(".");
    for (const rule of inOrder(mesh)) {
      this.#add(rule, isPrivate);
    }
  }

  #add(rule: ClientRule, isPrivateByDefault: boolean): void {
    const { exportTo, namespace } = rule;
    const [only, ...more] = exportTo;
    const isOwn = (name: string | undefined) => name === "." || name === namespace;
    if (exportTo.length === 0 || exportTo.includes("*") || exportTo.some(isOwn)) {
      at(this.#own, namespace).add(rule);
    }
    const isPrivate = only === undefined ? isPrivateByDefault : more.length === 0 && isOwn(only);
    if (!isPrivate) {
      at(this.#exported, namespace).add(rule);
    } else if (namespace === this.#root) {
      this.#private.add(rule);
    }
  }

  /** The rules that proxies of a namespace follow for a host of another. */
  followed(host: string, hostNamespace: string, client: string): readonly JoinedRule[] {
    const own = client === this.#root ? this.#private : this.#own.get(client);
    const near = own?.nearest(host);
    if (near !== undefined) {
      return near;
    }
    for (const namespace of [hostNamespace, this.#root]) {
      const found = (this.#exported.get(namespace)?.nearest(host) ?? []).filter(
        ({ exportTo }) =>
          exportTo.length === 0 || exportTo.includes("*") || exportTo.includes(client),
      );
      if (found.length > 0) {
        return found;
      }
    }
    return [];
  }
}

function at(all: Map<string, RulesByHost>, namespace: string): RulesByHost {
  const found = all.get(namespace) ?? new RulesByHost();
  all.set(namespace, found);
  return found;
}

/** All DestinationRules of a mesh. */
export const ruleIndex = (mesh: Mesh): RuleIndex => new RuleIndex(mesh);
