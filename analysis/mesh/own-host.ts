import type { Declared } from "./declared-set";
import type { Mesh } from "./mesh";
import type { Host } from "./model/services";

/** The host that a Service is. */
export const ownHost = (service: Declared, mesh: Mesh): Host | undefined =>
  mesh.hosts
    .named(mesh.fullName(service.id.name, service.id.namespace))
    .find(({ source }) => source === service);
