/** Which parts of an installation a `ControlPlane` owns. */
export const ControlPlaneParts = {
  /** Everything. */
  All: "all",
  /** Everything but istiod: what all revisions have in common. */
  Shared: "shared",
  /** One revision of istiod beside the common parts of another `ControlPlane`. */
  Istiod: "istiod",
} as const;
export type ControlPlaneParts = (typeof ControlPlaneParts)[keyof typeof ControlPlaneParts];
