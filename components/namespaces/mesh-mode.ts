/** Whether and how a namespace's Pods are in the mesh. */
export const MeshMode = {
  /** istiod's webhook adds a proxy to every new Pod. */
  Sidecar: "sidecar",
  /** The node's ztunnel carries the traffic; takes effect at once, without a restart. */
  Ambient: "ambient",
  /** Outside. */
  None: "none",
} as const;
export type MeshMode = (typeof MeshMode)[keyof typeof MeshMode];
