import type { Mesh } from "../../../mesh/mesh";
import { selects } from "../../../mesh/model/selector";
import type { Host } from "../../../mesh/model/services";
import type { MeshProxy } from "../../mesh-proxy";
import type { JoinedRule } from "./joined-rule";
import { ruleIndex } from "./rule-index";

/** What a proxy follows for a host, and whether all of its scope do. */
export interface FollowedRule {
  readonly rule: JoinedRule | undefined;
  readonly isShared: boolean;
}

/** The rule that a proxy follows for a host: one that chooses it by its labels, else the one for all. */
export function ruleOf(
  mesh: Mesh,
  { namespace, labels }: Pick<MeshProxy, "namespace" | "labels">,
  host: Host,
): FollowedRule {
  const all = mesh.fact(ruleIndex).followed(host.host, host.namespace, namespace);
  const own = all.find(
    ({ selector, namespace: place }) =>
      selector !== undefined && place === namespace && selects(selector, labels),
  );
  return {
    rule: own ?? all.filter(({ selector }) => selector === undefined).at(-1),
    isShared: all.every(({ selector }) => selector === undefined),
  };
}
