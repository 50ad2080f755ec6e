import { gatewayNameLabel } from "../../../values/known-names";
import type { Declared } from "../declared-set";
import { firstPair, type Labels, pairsOf, selects } from "./selector";
import type { Workload } from "./workloads";

/** What a policy is attached to by name. */
export interface TargetRef {
  readonly group?: string;
  readonly kind: string;
  readonly name: string;
}

/** What policies have in common: how they choose what they are for. */
export interface Attachable {
  selector?: { matchLabels?: Labels };
  targetRef?: TargetRef;
  targetRefs?: readonly TargetRef[];
}

/** Labels by which a policy chooses; none where it is for a whole namespace. */
export const selectorOf = ({ selector }: Attachable): Labels => selector?.matchLabels ?? {};

/** Whether a policy chooses by labels. */
export const hasSelector = (spec: Attachable): boolean => Object.keys(selectorOf(spec)).length > 0;

/** What a policy is attached to by name, and the path of each. */
export function targetsOf(spec: Attachable): readonly (TargetRef & { readonly path: string })[] {
  const { targetRef, targetRefs = [] } = spec;
  const all = targetRefs.map((ref, i) => ({ ...ref, path: `spec.targetRefs[${i}]` }));
  return all.length > 0 || !targetRef ? all : [{ ...targetRef, path: "spec.targetRef" }];
}

/** Path of what chooses the workloads of a policy. */
export const choicePath = (spec: Attachable): string =>
  hasSelector(spec) ? "spec.selector.matchLabels" : "metadata.namespace";

const isService = ({ kind, group = "" }: TargetRef): boolean =>
  kind === "Service" && (group === "" || group === "core");

const isGateway = ({ kind }: TargetRef): boolean => kind === "Gateway";

/** Names of the Services that a policy is attached to. */
export const targetServices = (spec: Attachable) => targetsOf(spec).filter(isService);

/** Names of the Gateways that a policy is attached to. */
export const targetGateways = (spec: Attachable) => targetsOf(spec).filter(isGateway);

/** All policies of a kind, found by the workload or the Service that they are for. */
export class Policies<Spec extends Attachable> {
  readonly #chosen = new Map<string, Declared<Spec>[]>();
  readonly #attached = new Map<string, Declared<Spec>[]>();

  constructor(
    readonly all: readonly Declared<Spec>[],
    readonly rootNamespace: string,
  ) {
    for (const policy of all) {
      const { namespace } = policy.id;
      const targets = targetsOf(policy.spec);
      for (const { kind, name } of targets) {
        this.#put(this.#attached, `${namespace}|${kind}|${name}`, policy);
      }
      if (targets.length === 0) {
        this.#put(this.#chosen, `${namespace}|${firstPair(selectorOf(policy.spec))}`, policy);
      }
    }
  }

  #put(into: Map<string, Declared<Spec>[]>, key: string, policy: Declared<Spec>): void {
    const known = into.get(key);
    if (known) {
      known.push(policy);
    } else {
      into.set(key, [policy]);
    }
  }

  /**
   * The policies of a workload: by its labels, for its namespace, for the whole mesh, and for a Gateway of
   * the API by its name too. A waypoint follows no labels, and what is for its namespace or the mesh neither.
   */
  on({ namespace, labels, gateway }: Workload): readonly Declared<Spec>[] {
    const name = labels[gatewayNameLabel];
    return [
      ...(name === undefined ? [] : this.attachedTo(namespace, "Gateway", name)),
      ...(gateway === "waypoint" ? [] : this.choosing({ namespace, labels })),
    ];
  }

  /** The policies that choose Pods by labels, for their namespace, or for the whole mesh. */
  choosing({
    namespace,
    labels,
  }: Pick<Workload, "namespace" | "labels">): readonly Declared<Spec>[] {
    const pairs = pairsOf(labels);
    const places = [...new Set([namespace, this.rootNamespace])];
    return places
      .flatMap((place) => pairs.flatMap((pair) => this.#chosen.get(`${place}|${pair}`) ?? []))
      .filter(({ spec }) => selects(selectorOf(spec), labels));
  }

  /** The policies of a namespace that are attached to something by its kind and name. */
  attachedTo(namespace: string, kind: string, name: string): readonly Declared<Spec>[] {
    return this.#attached.get(`${namespace}|${kind}|${name}`) ?? [];
  }

  /** The policies attached to a Service by its name. */
  onService(namespace: string, name: string): readonly Declared<Spec>[] {
    return this.attachedTo(namespace, "Service", name);
  }
}
