import type { Declared } from "../declared-set";
import { fields, text } from "../fields";

/** What comes of an object. */
export interface Sourced {
  readonly source: Pick<Declared, "id" | "object">;
}

/** What is not in the cluster yet will be younger than all that is. */
const toBeCreated = "~";

/** When an object was made, as a text that sorts by time. */
export const createdAt = ({ source }: Sourced): string =>
  text(fields(source.object.metadata).creationTimestamp) ?? toBeCreated;

/** The order of texts, as a sort wants it. */
export const compared = (one: string, other: string): number =>
  one < other ? -1 : one > other ? 1 : 0;

/** The order in which istiod reads objects: the oldest first, those of one second by name and namespace. */
export const byCreation = (one: Sourced, other: Sourced): number =>
  compared(createdAt(one), createdAt(other)) ||
  compared(one.source.id.name, other.source.id.name) ||
  compared(one.source.id.namespace, other.source.id.namespace);
