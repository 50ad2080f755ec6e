import type * as pulumi from "@pulumi/pulumi";
import { recall } from "../../arguments/known-output";
import { isKnown } from "../../arguments/when-known";

/** Arguments of an object that a program makes without a component, of which nothing is certain. */
export type Fields = Record<string, unknown>;

/** The fields of a value; none where it is no object, or arrives later. */
export const fields = (value: unknown): Fields =>
  typeof value === "object" && value !== null && isKnown(value) && !Array.isArray(value)
    ? (value as Fields)
    : {};

/** The entries of a list, with their fields; none where it is no list, or arrives later. */
export const list = (value: unknown): Fields[] =>
  Array.isArray(value) && isKnown(value) ? value.map(fields) : [];

/** A text that is known while the program runs. */
export const text = (value: unknown): string | undefined => {
  const known = recall(value as pulumi.Input<unknown>);
  return typeof known === "string" ? known : undefined;
};

/** The texts of a list, as far as they are known while the program runs. */
export const texts = (value: unknown): string[] =>
  Array.isArray(value) && isKnown(value) ? value.flatMap((one) => text(one) ?? []) : [];
