import { gatewayApi } from "../../values/known-names";
import type { Topic, Topics } from "./topics";
import type { Key, View } from "./view";

/** A place that only one component of a program can have in a cluster. */
export interface Claim {
  /** What it is, in words that go before its name: `VirtualService`, `host at the gateway`. */
  what: string;
  key: Key;
  /** Argument by which it is claimed. */
  path: string;
  /** What to do instead of claiming it again. */
  way: string;
}

/** What a component makes so. */
export interface Fact<T extends Topic = Topic> {
  topic: T;
  key: Key;
  value: Topics[T];
  /** Argument that says so. */
  path: string;
}

/** What a component relies on. */
export interface Demand<T extends Topic = Topic> {
  topic: T;
  key: Key;
  /** Argument that relies on it. */
  path: string;
  /** Why a fact contradicts it, or nothing. Asked of each fact, whenever it is said. */
  test(value: Topics[T]): string | undefined;
  /**
   * What is warned of when the program ends and nobody said anything of the key; it is handed all that
   * was said of the topic in the cluster, and the parts of the key. Another program may have said it,
   * hence a warning.
   */
  missing?(all: readonly Topics[T][], names: readonly string[]): string | undefined;
}

/** What can be judged only when a program has said all, and may be right in another program. */
export interface EndCheck {
  /** Argument that is doubtful. */
  path: string;
  /** Names that it is about. It is judged once they are known. @default - none */
  names?: Key;
  /** What is warned of, or nothing. It is handed the names. */
  reason(program: View, names: readonly string[]): string | undefined;
}

/** What a component says to the program that it is part of. */
export interface Part {
  claims?: readonly Claim[];
  facts?: readonly Fact[];
  demands?: readonly Demand[];
  atEnd?: readonly EndCheck[];
}

/** Keeps topic and value together, which a literal of the union would not. */
export const fact = <T extends Topic>(one: Fact<T>): Fact => one as unknown as Fact;

/** The same for a demand. */
export const demand = <T extends Topic>(one: Demand<T>): Demand => one as unknown as Demand;

/** The same word stands for a kind of Istio and for one of the Gateway API. */
export const kindWords = ({ group, kind }: { group: string; kind: string }): string =>
  group === gatewayApi ? `${kind} of the Gateway API` : kind;

/** Objects by kind and name: two components that make the same one take it away from each other. */
export const objectClaim = (
  kind: string,
  key: Key,
  path: string,
  way = "give one of them another name",
): Claim => ({ what: kind, key, path, way });
