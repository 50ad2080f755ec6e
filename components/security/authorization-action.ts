/** What happens to a request that one of the rules fits. */
export const AuthorizationAction = {
  /** It passes. As soon as one such policy is for a workload, whatever none of them fits is refused. */
  Allow: "ALLOW",
  /** It is refused, whatever is allowed elsewhere. */
  Deny: "DENY",
  /** It is noted in the audit log, if a plugin for that is there, and judged by the other policies. */
  Audit: "AUDIT",
  /** An authorizer outside the proxy decides; a refusal of it is final. */
  Custom: "CUSTOM",
} as const;
export type AuthorizationAction = (typeof AuthorizationAction)[keyof typeof AuthorizationAction];

/** Policies without rules of their own, in Istio's words. */
export const AuthorizationPreset = {
  /** Nothing passes but what other ALLOW policies let through: the base of allow lists. */
  AllowNothing: "allow-nothing",
  /** Everything passes but what a DENY policy refuses. */
  AllowAll: "allow-all",
  /** Nothing passes, whatever is allowed elsewhere. */
  DenyAll: "deny-all",
  /** An authorizer outside the proxy decides on everything. */
  CustomAll: "custom-all",
  /** Everything is noted in the audit log. */
  AuditAll: "audit-all",
} as const;
export type AuthorizationPreset = (typeof AuthorizationPreset)[keyof typeof AuthorizationPreset];
