/** What happens to requests for hosts that the mesh does not know. */
export const OutboundTrafficPolicy = {
  /** They fail. No firewall: a workload that goes round its proxy gets out. */
  RegistryOnly: "REGISTRY_ONLY",
  /** They are let out. */
  AllowAny: "ALLOW_ANY",
} as const;
export type OutboundTrafficPolicy =
  (typeof OutboundTrafficPolicy)[keyof typeof OutboundTrafficPolicy];
