import type * as pulumi from "@pulumi/pulumi";
import { recall } from "../../arguments/known-output";
import type { Topic, Topics } from "./topics";

/** Names whom something is about, from the outside in. Parts may arrive later. */
export type Key = readonly pulumi.Input<string>[];

/** The names of a key as one text. */
export const joined = (parts: readonly string[]): string => parts.join("/");

/** All parts of the key, when each is known while the program runs. */
export function namesOf(key: Key): string[] | undefined {
  const parts = key.map(recall);
  return parts.every((part) => part !== undefined) ? (parts as string[]) : undefined;
}

/** The same as one text. */
export function nameOf(key: Key): string | undefined {
  const names = namesOf(key);
  return names && joined(names);
}

/** What a component may ask of the program before it decides. */
export interface View {
  /** What was said so far of a topic, of one key or of all; nothing of a key that arrives later. */
  said<T extends Topic>(topic: T, key?: Key): Topics[T][];
}

/** A program that says nothing. */
export const nothingSaid: View = { said: () => [] };
