/**
 * Which Pods Kubernetes lets into the namespace.
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
export const PodSecurity = {
  /** All; the CNI agent and ztunnel need it. */
  Privileged: "privileged",
  /** Those without known ways to more privileges. */
  Baseline: "baseline",
  /** Only hardened ones. */
  Restricted: "restricted",
  /** Whatever the cluster says. */
  None: "none",
} as const;
export type PodSecurity = (typeof PodSecurity)[keyof typeof PodSecurity];
