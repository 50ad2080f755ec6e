/** What a workload accepts from other workloads. */
export const MutualTlsMode = {
  /** Only mutual TLS; a client outside the mesh is refused. */
  Strict: "STRICT",
  /** Mutual TLS and plain text. */
  Permissive: "PERMISSIVE",
  /** Only plain text. */
  Disable: "DISABLE",
  /** Whatever the namespace or the mesh says. */
  Unset: "UNSET",
} as const;
export type MutualTlsMode = (typeof MutualTlsMode)[keyof typeof MutualTlsMode];
