/** Whether HTTP/1.1 becomes HTTP/2 on the way to a service. */
export const H2UpgradePolicy = {
  /** As set for the mesh. */
  Default: "DEFAULT",
  /** Never. */
  DoNotUpgrade: "DO_NOT_UPGRADE",
  /** Always. */
  Upgrade: "UPGRADE",
} as const;
export type H2UpgradePolicy = (typeof H2UpgradePolicy)[keyof typeof H2UpgradePolicy];
