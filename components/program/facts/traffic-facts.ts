/** Proxies that count requests, as far as they are plain. */
export interface RateLimitPlace {
  /** In the words of an error: `RateLimit "edge"`. */
  owner: string;
  position: string;
  namespace?: string;
  /** Name of the waypoint, for those. */
  waypoint?: string;
  /** Labels of the Pods; absent for all, `"later"` when they arrive later. */
  labels?: { readonly [key: string]: string } | "later";
}

/** Those that ask a rate limit service. */
export interface GlobalRateLimitFact extends RateLimitPlace {
  /** Absent when it arrives later. */
  stage?: number;
}

/** Those that count for themselves. */
export interface LocalRateLimitFact extends RateLimitPlace {
  /** Time after which they count anew; absent when it arrives later. */
  interval?: string;
}

/** What a canary says of itself. */
export interface CanaryFact {
  /** In the words of an error: `Canary "web"`. */
  owner: string;
  /** Full host of the Service, as far as it is known while the program runs. */
  host?: string;
  dialect: "istio" | "gateway-api";
  /** Names of the versions. */
  versions: readonly string[];
}

/** Whose requests a component routes. */
export interface MeshRouteFact {
  /** In the words of an error: `Canary "web"`. */
  owner: string;
  dialect: "istio" | "gateway-api";
}

/** A rule of the namespace of a Service, or of a host outside the mesh. */
export interface HostRuleFact {
  /** In the words of an error: `ExternalService "pay"`. */
  owner: string;
  /** Namespace of the rule, as far as it is known while the program runs. */
  namespace?: string;
  /** Namespaces whose clients follow it: `*`, or names. */
  visibleIn: readonly string[];
  /** Versions that routes name; without the rule requests to them get 503. */
  subsets: readonly string[];
  /** Ports at which clients add TLS, that is, speak plain text without the rule. */
  tlsAt: readonly (number | "all ports")[];
  /** Where the policy of clients in other namespaces is to be said. */
  way: string;
}

/** What makes a version known. */
export interface SubsetFact {
  host?: string;
  version: string;
}

/** The Services of the versions, by name; they are in the namespace of the Service. */
export interface CanaryServicesFact {
  /** In the words of an error: `Canary "web"`. */
  owner: string;
  names: readonly string[];
}
