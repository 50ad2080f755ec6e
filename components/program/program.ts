import type * as pulumi from "@pulumi/pulumi";
import { handedOn } from "../../arguments/known-output";
import { problemsFound } from "../../arguments/problems-found";
import { Arrival } from "./arrival";
import { circles } from "./circle";
import { type Cluster, clusterOf } from "./cluster";
import { type Contradiction, type Entries, type Entry, Ledger } from "./ledger";
import type { Member } from "./member";
import type { EndCheck, Part } from "./part";
import type { RegisteredResource } from "./registered-resource";
import type { Topic, Topics } from "./topics";
import { joined, type Key, nameOf, namesOf, type View } from "./view";

/** What was said of names that have arrived. */
interface Arrived {
  /** Place among all that was said of such names. */
  order: number;
  entries: Partial<Entries>;
  topics: readonly Topic[];
}

/** What the components of one program say to each other. */
export class Program implements View {
  readonly #ledgers = new Map<Cluster, Ledger>();
  readonly #members = new Map<pulumi.Resource, Member>();
  readonly #parents = new WeakMap<pulumi.Resource, pulumi.Resource>();
  /** All resources of the program, in their order; only where it runs as a stack. */
  readonly registered: RegisteredResource[] = [];
  /** Objects that the program reads and does not make: kind and `namespace/name`. */
  readonly reads: { kind: string; id: string }[] = [];
  /** By their words, which Pulumi adds to later. */
  readonly #refusals = new Map<string, Error>();
  readonly #atEnd: { member: Member; check: EndCheck; names: readonly string[] }[] = [];
  readonly #arrival = new Arrival();
  /** What has arrived of a member and is not judged yet. */
  readonly #arrivals = new WeakMap<Member, Arrived[]>();
  /** How much was said of names that arrive later. */
  #saidLate = 0;

  /**
   * The first refusal in these words: several objects of a component may be written from one wrong
   * argument, and Pulumi tells each error once.
   */
  refusal(error: Error): Error {
    const { message } = error;
    const first = this.#refusals.get(message) ?? error;
    this.#refusals.set(message, first);
    return first;
  }

  ledger(cluster: Cluster): Ledger {
    const ledger = this.#ledgers.get(cluster) ?? new Ledger();
    this.#ledgers.set(cluster, ledger);
    return ledger;
  }

  /** What the components of the same cluster said so far. */
  view(opts: pulumi.ComponentResourceOptions | undefined): View {
    return this.#view(this.ledger(clusterOf(opts)));
  }

  #view(ledger: Ledger, asked: (topic: Topic) => void = () => {}): View {
    return {
      said: (topic, key) => {
        asked(topic);
        const name = key && nameOf(key);
        return key && name === undefined ? [] : ledger.said(topic, name);
      },
    };
  }

  said<T extends Topic>(topic: T): Topics[T][] {
    return [...this.#ledgers.values()].flatMap((ledger) => ledger.said(topic));
  }

  /**
   * Throws when what is said contradicts what was said before, or with what was found already; then nothing
   * of it is kept.
   */
  join(member: Member, part: Part, already: readonly Contradiction[] = []): void {
    const ledger = this.ledger(member.cluster);
    const now = <T extends { key: Key }>(said: readonly T[] = []): Entry<T>[] =>
      said.flatMap((what) => {
        const names = namesOf(what.key);
        return names === undefined ? [] : [entry(member, names, what)];
      });
    const entries: Entries = {
      claims: now(part.claims),
      facts: now(part.facts),
      demands: now(part.demands),
    };
    const found = ledger.contradictions(entries);
    const told = new Set(found.map(({ path }) => path));
    const waitsFor = (member.waitsFor ?? []).flatMap((one) => this.member(one) ?? []);
    const round = circles(waitsFor, entries.claims, ledger).filter(({ path }) => !told.has(path));
    refuse(member, [...already, ...found, ...round]);
    ledger.add(entries);
    for (const check of part.atEnd ?? []) {
      this.#arrival.whenKnown(check.names ?? [], (names) => {
        this.#atEnd.push({ member, check, names });
      });
    }
    this.#later(member, part, ledger);
  }

  /** The same for what can be said only when some names are known: facts of these topics. */
  joinWhenKnown(
    member: Member,
    names: Key,
    topics: readonly Topic[],
    part: (names: readonly string[]) => Part,
  ): void {
    const ledger = this.ledger(member.cluster);
    ledger.awaits(topics);
    this.#arrival.whenKnown(names, (known) => {
      this.join(member, part(known));
      ledger.arrived(topics);
    });
  }

  /** Settles when every name is known that a preview, or an update, will know. */
  arrived(): Promise<void> {
    return this.#arrival.all();
  }

  /** Keeps what the program asks for. */
  register(resource: RegisteredResource): void {
    this.registered.push(resource);
    if (resource.parent) {
      this.#parents.set(resource.resource, resource.parent);
    }
  }

  parentOf(resource: pulumi.Resource): pulumi.Resource | undefined {
    return this.#parents.get(resource);
  }

  /** How many clusters the program sends to. */
  get clusters(): number {
    return this.#ledgers.size;
  }

  /** What was said in each of the clusters. */
  views(): View[] {
    return [...this.#ledgers.values()].map((ledger) => this.#view(ledger));
  }

  /** Names the resource that a member became. */
  became(member: Member, resource: pulumi.Resource): void {
    member.resource = resource;
    this.#members.set(resource, member);
  }

  /** The member whose output this is, and the name of the output. */
  giver(output: object): { member: Member; output: string } | undefined {
    for (const one of handedOn(output)) {
      for (const [resource, member] of this.#members) {
        const found = Object.entries(resource).find(([, value]) => value === one);
        if (found) {
          return { member, output: found[0] };
        }
      }
    }
    return undefined;
  }

  /** The member that a resource is. */
  member(resource: pulumi.Resource | undefined): Member | undefined {
    return resource && this.#members.get(resource);
  }

  /**
   * What was relied on and nobody said, and what is doubtful, once the program has said all. What hangs
   * on names that are not known yet is left out.
   */
  unmet(): { member: Member; text: string }[] {
    const unmet = [...this.#ledgers.values()]
      .flatMap((ledger) => ledger.unmet())
      .map(({ by, what, reason }) => ({ member: by, path: what.path, reason }));
    const doubtful = this.#atEnd.flatMap(({ member, check, names }) => {
      const ledger = this.ledger(member.cluster);
      const asked = new Set<Topic>();
      const view = this.#view(ledger, (topic) => asked.add(topic));
      const reason = check.reason(view, names);
      return reason && ledger.isComplete(asked) ? [{ member, path: check.path, reason }] : [];
    });
    return [...unmet, ...doubtful].map(({ member, path, reason }) => ({
      member,
      text: `${member.owner}: ${path}: ${reason}`,
    }));
  }

  /** What arrives in one turn is judged together, so that one mistake is one refusal. */
  async #arrive(member: Member, ledger: Ledger, one: Arrived): Promise<void> {
    const arrivals = this.#arrivals.get(member) ?? [];
    this.#arrivals.set(member, arrivals);
    arrivals.push(one);
    await new Promise((turn) => setImmediate(turn));
    const now = arrivals.splice(0).sort((a, b) => a.order - b.order);
    const all: Entries = {
      claims: now.flatMap((one) => one.entries.claims ?? []),
      facts: now.flatMap((one) => one.entries.facts ?? []),
      demands: now.flatMap((one) => one.entries.demands ?? []),
    };
    refuse(member, ledger.contradictions(all));
    ledger.add(all);
    ledger.arrived(now.flatMap((one) => one.topics));
  }

  /** A key that arrives later is judged when it does; a refusal then ends the run. */
  #later(member: Member, part: Part, ledger: Ledger): void {
    const late = <T extends { key: Key }>(
      said: readonly T[] = [],
      entries: (one: Entry<T>) => Partial<Entries>,
      topics: (what: T) => Topic[] = () => [],
    ) => {
      for (const what of said.filter(({ key }) => namesOf(key) === undefined)) {
        ledger.awaits(topics(what));
        this.#saidLate += 1;
        const order = this.#saidLate;
        this.#arrival.whenKnown(what.key, (names) =>
          this.#arrive(member, ledger, {
            order,
            entries: entries(entry(member, names, what)),
            topics: topics(what),
          }),
        );
      }
    };
    late(part.claims, (one) => ({ claims: [one] }));
    late(
      part.facts,
      (one) => ({ facts: [one] }),
      ({ topic }) => [topic],
    );
    late(part.demands, (one) => ({ demands: [one] }));
  }
}

const entry = <T>(by: Member, names: readonly string[], what: T): Entry<T> => ({
  by,
  names,
  name: joined(names),
  what,
});

/** What is doubtful anyway may be the reason: a forgotten provider puts two things into one cluster. */
function refuse({ owner, doubts = [] }: Member, found: readonly Contradiction[]): void {
  if (found.length > 0) {
    const errors = [...doubts, ...found].map(({ path, reason }) => ({
      propertyPath: path,
      reason,
    }));
    throw problemsFound(owner, errors);
  }
}
