import type { Token } from "../../request";

/** What of a request conditions may ask for; the rest hangs on where it is sent. */
export interface Draft {
  /** Without its query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** By names in lower case, `:method`, `:authority` and `:scheme` among them. */
  readonly headers: Readonly<Record<string, string>>;
  readonly sni?: string;
  /** Address of a client outside. */
  readonly ip?: string;
  readonly token?: Token;
}

/** A request of which nothing is asked. */
export const draftAt = (path: string): Draft => ({ path, query: {}, headers: {} });

function without(all: Readonly<Record<string, string>>, name: string) {
  const { [name]: _, ...rest } = all;
  return rest;
}

/** A map with a value, or without it. */
export const putInto = (
  all: Readonly<Record<string, string>>,
  name: string,
  value: string | undefined,
): Readonly<Record<string, string>> =>
  value === undefined ? without(all, name) : { ...all, [name]: value };

interface Claims {
  readonly [name: string]: unknown;
}

function putDeep(claims: Claims, [name = "", ...inner]: readonly string[], value: string): Claims {
  const own = claims[name];
  return {
    ...claims,
    [name]: inner.length === 0 ? value : putDeep((own as Claims | undefined) ?? {}, inner, value),
  };
}

/** A draft whose token has a claim. */
export function withClaim(draft: Draft, names: readonly string[], value: string): Draft {
  const claims = draft.token?.kind === "valid" ? draft.token.claims : {};
  return { ...draft, token: { kind: "valid", claims: putDeep(claims, names, value) } };
}
