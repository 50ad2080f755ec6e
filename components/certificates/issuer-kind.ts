/** Kinds of cert-manager's issuers. */
export const IssuerKind = {
  /** Issues in its own namespace only. */
  Issuer: "Issuer",
  /** Issues in every namespace. */
  ClusterIssuer: "ClusterIssuer",
} as const;
export type IssuerKind = (typeof IssuerKind)[keyof typeof IssuerKind];
