import { kindOf, type ObjectId } from "../kubernetes-object";
import { grouped, lazy } from "../lazy";
import { firstPair, type Labels, pairsOf, selects } from "./selector";
import type { Workload } from "./workloads";

const keyOf = (id: ObjectId): string => `${kindOf(id)}|${id.namespace}/${id.name}`;

/** Workloads by one of their labels. */
function byPair(workloads: readonly Workload[]): ReadonlyMap<string, readonly Workload[]> {
  const found = new Map<string, Workload[]>();
  for (const workload of workloads) {
    for (const pair of pairsOf(workload.labels)) {
      const known = found.get(pair);
      if (known) {
        known.push(workload);
      } else {
        found.set(pair, [workload]);
      }
    }
  }
  return found;
}

/** Workloads by where they are, what runs them and what their labels are. */
export class WorkloadIndex {
  readonly #byNamespace: ReadonlyMap<string, readonly Workload[]>;
  readonly #byObject: () => ReadonlyMap<string, readonly Workload[]>;
  /** Of each namespace apart: labels that are not known yet keep those of others from no judgement. */
  readonly #byPair = new Map<string, ReadonlyMap<string, readonly Workload[]>>();

  constructor(readonly all: readonly Workload[]) {
    this.#byNamespace = grouped(all, ({ namespace }) => namespace);
    this.#byObject = lazy(() => grouped(all, ({ source: { id } }) => keyOf(id)));
  }

  /** What an object runs: one workload, or none. */
  of(id: ObjectId): readonly Workload[] {
    return this.#byObject().get(keyOf(id)) ?? [];
  }

  /** The workloads of a namespace. */
  in(namespace: string): readonly Workload[] {
    return this.#byNamespace.get(namespace) ?? [];
  }

  /** The workloads that labels choose in a namespace. */
  selected(selector: Labels, namespace: string): readonly Workload[] {
    const pairs = this.#byPair.get(namespace) ?? byPair(this.in(namespace));
    this.#byPair.set(namespace, pairs);
    const near = pairs.get(firstPair(selector)) ?? [];
    return near.filter(({ labels }) => selects(selector, labels));
  }
}
