import { type Draft, putInto, withClaim } from "./draft";
import type { Values } from "./text-values";

/** What of a request a condition is about. */
export type Target =
  | { readonly kind: "path" | "sni" | "ip" }
  | { readonly kind: "header" | "query"; readonly name: string }
  | { readonly kind: "claim"; readonly names: readonly string[] }
  /** The token as a whole: `valid` with claims that are given, `invalid`, or none. */
  | { readonly kind: "token"; readonly claims: Readonly<Record<string, unknown>> };

/** One condition of a request, by values that fit it and others that do not. */
export interface Part extends Values {
  readonly target: Target;
  /** The condition as a reviewer reads it: `path /cart`. */
  readonly words: string;
  /** Whether a text fits it, where that can be said of other texts than these. */
  readonly takes?: (text: string) => boolean;
  /** Whether it is turned round, so that what is named does not fit. */
  readonly isTurned?: boolean;
  /** Of a list, of which one has to fit: what each of the fitting values stands for. */
  readonly listed?: readonly string[];
  /** The value that stands for all that no condition names, and how these are called. */
  readonly unnamed?: { readonly value: string; readonly words: string };
}

/** All conditions that an object puts on a request together. */
export type Wish = readonly Part[];

/** All conditions as a reviewer reads them. */
export const wishWords = (wish: Wish): string => wish.map(({ words }) => words).join(", ");

/** Marks a token that nobody has signed. */
export const invalidToken = "invalid";

/** A draft in which a value stands where a condition looks. */
export function put(draft: Draft, target: Target, value: string | undefined): Draft {
  switch (target.kind) {
    case "path":
      return { ...draft, path: value ?? draft.path };
    case "sni":
    case "ip":
      return value === undefined ? draft : { ...draft, [target.kind]: value };
    case "header":
      return { ...draft, headers: putInto(draft.headers, target.name, value) };
    case "query":
      return { ...draft, query: putInto(draft.query, target.name, value) };
    case "claim":
      return value === undefined ? draft : withClaim(draft, target.names, value);
    case "token":
      return value === undefined
        ? draft
        : value === invalidToken
          ? { ...draft, token: { kind: "invalid" } }
          : {
              ...draft,
              token: {
                kind: "valid",
                claims: {
                  ...(draft.token?.kind === "valid" ? draft.token.claims : {}),
                  ...target.claims,
                },
              },
            };
  }
}

/** Whether a condition looks at the method. */
export const isMethod = (target: Target): boolean =>
  target.kind === "header" && target.name === ":method";

/** Whether a condition looks at the host that is called. */
export const isHost = (target: Target): boolean =>
  target.kind === "header" && target.name === ":authority";

/** Whether two conditions look at the same. */
export const isSameTarget = (one: Target, other: Target): boolean =>
  JSON.stringify({ ...one, claims: 0 }) === JSON.stringify({ ...other, claims: 0 });

/** The condition turned round. */
export const turned = ({ fitting, others, takes, ...part }: Part): Part => ({
  ...part,
  isTurned: true,
  ...(takes && { takes: (text) => !takes(text) }),
  words: `without ${part.words}`,
  fitting: [...others].reverse(),
  others: fitting,
});
