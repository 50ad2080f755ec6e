/** What a field means, and what holds when it is left out. */
interface FieldSentence {
  text: string;
  default?: string;
}

/** By the field's path. */
export type FieldSentences = Readonly<Record<string, FieldSentence>>;
