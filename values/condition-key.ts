/** What of a request a condition of a policy is about. */
export type ConditionKey =
  | { readonly kind: "principal" }
  | { readonly kind: "ip" | "sni" }
  | { readonly kind: "header"; readonly name: string }
  | { readonly kind: "claim"; readonly names: readonly string[] };

const bracketed = /^request\.(headers|auth\.claims)((?:\[[^\]]+\])+)$/;
const names = /\[([^\]]+)\]/g;

const plain: Readonly<Record<string, ConditionKey>> = {
  "source.ip": { kind: "ip" },
  "remote.ip": { kind: "ip" },
  "request.auth.principal": { kind: "principal" },
  "request.auth.audiences": { kind: "claim", names: ["aud"] },
  "request.auth.presenter": { kind: "claim", names: ["azp"] },
  "connection.sni": { kind: "sni" },
};

/** What the key of a condition is about; nothing where that is the caller, the server or the connection's port. */
export function conditionKey(key: string): ConditionKey | undefined {
  const [, what, rest = ""] = bracketed.exec(key) ?? [];
  const own = [...rest.matchAll(names)].map(([, name = ""]) => name);
  if (what === "headers") {
    return { kind: "header", name: (own[0] ?? "").toLowerCase() };
  }
  return what === undefined ? plain[key] : { kind: "claim", names: own };
}
