import { isKnown } from "../validation/when-known";

/** Arguments of an object that a program makes without a component, of which nothing is certain. */
export type Fields = Record<string, unknown>;

/** The fields of a value; none where it is no object, or arrives later. */
export const fields = (value: unknown): Fields =>
  typeof value === "object" && value !== null && isKnown(value) && !Array.isArray(value)
    ? (value as Fields)
    : {};
