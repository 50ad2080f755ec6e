import type { Fault, HeaderChanges, Retries } from "./answer";
import type { Step } from "./trail";

/** What a text has to be. */
export type TextMatch =
  | {
      readonly kind: "exact" | "prefix" | "suffix" | "contains";
      readonly value: string;
      readonly ignoreCase?: boolean;
    }
  /** The whole text, in RE2. */
  | { readonly kind: "regex"; readonly value: string }
  | { readonly kind: "present" };

/** What a path without its query has to be; `pathPrefix` ends at a `/`. */
export type PathMatch =
  | {
      readonly kind: "exact" | "prefix";
      readonly value: string;
      readonly ignoreCase?: boolean;
    }
  | { readonly kind: "pathPrefix"; readonly value: string; readonly ignoreCase?: boolean }
  | { readonly kind: "regex"; readonly value: string };

/** A header or a parameter, and what its value has to be. */
export interface NamedMatch {
  /** Headers in lower case; `:method`, `:authority` and `:scheme` among them. */
  readonly name: string;
  readonly match: TextMatch;
  /** Turned round, as Envoy does it: a header that is missing does not fit a text either way. */
  readonly not?: boolean;
  /** A header that is missing is read as empty. */
  readonly missingIsEmpty?: boolean;
  readonly step: Step;
}

/** A claim of a checked token. */
export interface ClaimMatch {
  /** Names of the claim, from the outer one on. */
  readonly claim: readonly string[];
  readonly match: TextMatch;
  readonly not?: boolean;
  readonly step: Step;
}

/** When a route takes a request: all have to hold. */
export interface Conditions {
  readonly path?: PathMatch;
  readonly headers: readonly NamedMatch[];
  readonly query: readonly NamedMatch[];
  readonly claims: readonly ClaimMatch[];
}

/** Where a route sends requests: a host of the mesh, one of its subsets, a port. */
export interface Destination {
  /** The full name. */
  readonly host: string;
  /** Undefined where the port that was called is meant. */
  readonly port?: number;
  readonly subset?: string;
  readonly step: Step;
  /** What the proxy would answer because the backend cannot be used: 500 for one of the Gateway API that is not granted. */
  readonly unusable?: { readonly status: number; readonly reason: string };
  /** Status where the proxy has no such host, port or subset: 500 for routes of the Gateway API. @default 503 */
  readonly notFound?: number;
}

/** One of several destinations. */
export interface Weighted extends Destination {
  /** Percent of the requests. */
  readonly share: number;
  readonly requestHeaders?: HeaderChanges;
  readonly responseHeaders?: HeaderChanges;
  /** Host that it is sent with, unless the route says one. */
  readonly authority?: string;
}

/** How a path is written anew. */
export type PathRewrite =
  | { readonly kind: "full"; readonly value: string }
  /** The part that the route's prefix fits. */
  | { readonly kind: "prefix"; readonly matched: string; readonly value: string }
  | { readonly kind: "regex"; readonly match: string; readonly value: string };

/** What a route changes in the request line. */
export interface Rewrite {
  readonly authority?: string;
  readonly path?: PathRewrite;
}

/** Sends requests on. */
export interface Forward {
  readonly kind: "forward";
  readonly destinations: readonly Weighted[];
  readonly mirrors: readonly Weighted[];
  readonly timeout?: string;
  readonly retries?: Retries;
  readonly fault?: Fault;
  readonly rewrite?: Rewrite;
  readonly requestHeaders?: HeaderChanges;
  readonly responseHeaders?: HeaderChanges;
}

/** Sends the client elsewhere. */
export interface RedirectAction {
  readonly kind: "redirect";
  readonly status: number;
  readonly scheme?: string;
  readonly authority?: string;
  readonly port?: number;
  readonly path?: PathRewrite;
}

/** Answers by itself. */
interface ResponseAction {
  readonly kind: "response";
  readonly status: number;
  readonly body?: string;
}

/** What a route does. */
export type Action = (Forward | RedirectAction | ResponseAction) & { readonly fault?: Fault };

/** A route of HTTP, in Envoy's order. */
export interface Route {
  readonly conditions: Conditions;
  readonly action: Action;
  /** The object and field it comes of; a delegate's stands behind its root's. */
  readonly steps: readonly Step[];
  /** Whether it answers pages of other origins in ways that are not modelled. @default false */
  readonly hasCors?: boolean;
}
