/** What the control plane and the proxies ask of a cluster. */
export const ControlPlaneSize = {
  /** The charts' own requests: 500m and 2Gi for istiod, 100m and 128Mi for a proxy. */
  Standard: "standard",
  /** Fits a laptop or a test cluster; no autoscaling. */
  Small: "small",
} as const;
export type ControlPlaneSize = (typeof ControlPlaneSize)[keyof typeof ControlPlaneSize];
