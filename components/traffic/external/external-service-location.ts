/** Whether a service belongs to the mesh. */
export const ServiceLocation = {
  /** Outside: no mutual TLS of the mesh. */
  MeshExternal: "MESH_EXTERNAL",
  /** Inside, such as virtual machines with a proxy. */
  MeshInternal: "MESH_INTERNAL",
} as const;
export type ServiceLocation = (typeof ServiceLocation)[keyof typeof ServiceLocation];
