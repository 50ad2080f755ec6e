import type { Member } from "./member";
import type { Claim, Demand, Fact } from "./part";
import type { Topic, Topics } from "./topics";

/** Something that was said, by whom, and of whom. */
export interface Entry<What> {
  by: Member;
  /** All parts of the key. */
  names: readonly string[];
  /** The same, joined. */
  name: string;
  what: What;
}

/** What one component says, its keys being known. */
export interface Entries {
  claims: readonly Entry<Claim>[];
  facts: readonly Entry<Fact>[];
  demands: readonly Entry<Demand>[];
}

/** Argument of the newcomer that cannot be, and why. */
export interface Contradiction {
  path: string;
  reason: string;
}

/** The same, with who said what it is against. */
interface FoundAgainst extends Contradiction {
  by: Member;
  topic: Topic;
}

const placeOf = ({ what, name }: Entry<Claim>) => `${what.what} ${name}`;

const isAbout = (fact: Entry<Fact>, demand: Entry<Demand>): boolean =>
  fact.what.topic === demand.what.topic && fact.name === demand.name;

/** All that was said of one cluster. */
export class Ledger {
  readonly #claims = new Map<string, Entry<Claim>>();
  readonly #facts: Entry<Fact>[] = [];
  readonly #demands: Entry<Demand>[] = [];
  /** Topics of facts whose names are not known yet; one of them may be what is looked for. */
  readonly #awaited: Topic[] = [];

  /** What was said of a topic, of one name or of all. */
  said<T extends Topic>(topic: T, name?: string): Topics[T][] {
    return this.#facts
      .filter((entry) => entry.what.topic === topic && (name === undefined || entry.name === name))
      .map(({ what }) => what.value as Topics[T]);
  }

  /** What of the entries cannot be beside what others said, or beside each other. */
  contradictions({ claims, facts, demands }: Entries): Contradiction[] {
    const refused = demands.flatMap((entry) => this.#refuses(entry, [...this.#facts, ...facts]));
    // What two say against each other is told once.
    const isTold = (demand: Entry<Demand>) =>
      refused.some(({ by, topic }) => by === demand.by && topic === demand.what.topic);
    return [
      ...this.#taken(claims),
      ...facts.flatMap((entry) => this.#refusedBy(entry, isTold)),
      ...refused.map(({ path, reason }) => ({ path, reason })),
    ];
  }

  add({ claims, facts, demands }: Entries): void {
    for (const claim of claims) {
      this.#claims.set(placeOf(claim), claim);
    }
    this.#facts.push(...facts);
    this.#demands.push(...demands);
  }

  /** Objects that a member makes in a namespace, by kind and place. */
  objectsIn(namespace: string, member: Member): string[] {
    return [...this.#claims.values()]
      .filter(({ by, names }) => by === member && names.length === 2 && names[0] === namespace)
      .map(({ what, names }) => `${what.what} ${names.join("/")}`);
  }

  /** From now until `arrived`, more may be said of the topics. */
  awaits(topics: readonly Topic[]): void {
    this.#awaited.push(...topics);
  }

  arrived(topics: readonly Topic[]): void {
    for (const topic of topics) {
      this.#awaited.splice(this.#awaited.indexOf(topic), 1);
    }
  }

  /** Whether all has been said of the topics. */
  isComplete(topics: Iterable<Topic>): boolean {
    return [...topics].every((topic) => !this.#awaited.includes(topic));
  }

  /** Demands of which nobody said anything, with what is missing. */
  unmet(): (Entry<Demand> & { reason: string })[] {
    return this.#demands.flatMap((entry) => {
      const { topic, missing } = entry.what;
      if (!missing || this.said(topic, entry.name).length > 0 || !this.isComplete([topic])) {
        return [];
      }
      const reason = missing(this.said(topic) as never, entry.names);
      return reason ? [{ ...entry, reason }] : [];
    });
  }

  /**
   * Where one argument leads to several places of one owner, the first that is claimed says it; so does
   * the first argument that leads to a place.
   */
  #taken(claims: readonly Entry<Claim>[]): Contradiction[] {
    const told = new Set<string>();
    const places = new Set<string>();
    return claims.flatMap((entry) => {
      const isNew = !places.has(placeOf(entry)) && places.add(placeOf(entry));
      const first = this.#claims.get(placeOf(entry));
      const { path, way } = entry.what;
      const both = JSON.stringify([path, first?.by.owner]);
      if (!isNew || !first || first.by === entry.by || told.has(both)) {
        return [];
      }
      told.add(both);
      return [{ path, reason: `${placeOf(entry)} belongs to ${first.by.owner} already; ${way}` }];
    });
  }

  #refusedBy(fact: Entry<Fact>, isTold: (demand: Entry<Demand>) => boolean): Contradiction[] {
    return this.#demands.flatMap((demand) => {
      const reason =
        isAbout(fact, demand) && !isTold(demand) && demand.what.test(fact.what.value as never);
      return reason
        ? [
            {
              path: fact.what.path,
              reason: `${demand.by.owner} relies on it: ${demand.what.path} ${reason}`,
            },
          ]
        : [];
    });
  }

  #refuses(demand: Entry<Demand>, facts: readonly Entry<Fact>[]): FoundAgainst[] {
    const { path, test, topic } = demand.what;
    const reasons = facts.flatMap((fact) => {
      const reason = isAbout(fact, demand) ? test(fact.what.value as never) : undefined;
      return reason ? [{ path, reason, by: fact.by, topic }] : [];
    });
    return reasons.slice(0, 1);
  }
}
