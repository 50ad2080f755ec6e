/** What a policy is for, as far as it is plain. */
export interface PolicyReach {
  /** Undefined when it arrives later; then nothing is known of the reach. */
  namespace?: string;
  /** Labels of Pods; `"later"` when they arrive later. */
  labels?: { readonly [key: string]: string } | "later";
  targets?: readonly { kind: string; name?: string }[];
}

/** A policy of the program. */
export interface PolicyFact {
  /** In the words of an error: `Authorization "web"`. */
  owner: string;
  reach: PolicyReach;
}

/**
 * A policy that asks an authorizer outside the proxies: `provider` of the mesh settings, absent when it
 * arrives later.
 */
export interface AuthorizerFact extends PolicyFact {
  provider?: string;
}

/** A policy that lets in those whom it lists, and nobody else. */
export interface AllowListFact extends PolicyFact {
  /** Hosts of the requests that it lets in; absent for all, and where they are seen only later. */
  hosts?: readonly string[];
  /** Whether connections of a service account pass; undefined when that is seen only later. */
  admits(account: { namespace: string; name: string }): boolean | undefined;
}

/** A check of tokens. What arrives later is absent. */
export interface TokenCheckFact extends PolicyFact {
  issuers: readonly TokenIssuerFact[];
  /** Whether there are more issuers, which arrive later. */
  issuersArriveLater?: true;
  /** Whether a request needs a token. */
  required: boolean;
  /** With `required`: paths that need none. */
  exemptPaths?: readonly string[];
  /** With `required`: ports at which one is needed; absent for all. */
  ports?: readonly number[];
}

/** Whose tokens are accepted. */
export interface TokenIssuerFact {
  issuer: string;
  /** Absent for any, and where they arrive later. */
  audiences?: readonly string[];
  /** Set when the Pods behind get the token too, or when it arrives later whether they do. */
  forwarded?: true;
  /** Where a token is looked for, as text that can be compared; absent for Istio's default. */
  foundIn?: string;
}

/** A rule about mutual TLS; without a mode it leaves that to others, or says it only later. */
export interface MutualTlsFact extends PolicyFact {
  mode?: string;
  /** Set when some ports have a mode of their own. */
  portsDiffer?: true;
}
