/** What is told of one type, which fields it has, and in which order. */
export interface TypeWords {
  text: string;
  /** Type whose fields it has too. */
  base?: string;
  /** Doc by field; one without `@default` is needed. */
  fields: Readonly<Record<string, string>>;
}
