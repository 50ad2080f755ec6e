// Written by scripts/update-schemas from Istio 1.31 and Istio 1.32 (schemas/sources.json); do not edit.
import type * as pulumi from "@pulumi/pulumi";
import {
  existing,
  isOfKind,
  MeshResource,
  type MeshResourceArgs,
  type MeshResourceOptions,
  type ResourceId,
  type ResourceKind,
  withId,
} from "../mesh-resource";
import type { DestinationRuleSpec } from "./destination-rule";
import type { GatewaySpec } from "./gateway";
import type { ServiceEntrySpec } from "./service-entry";
import type { SidecarSpec } from "./sidecar";
import type { VirtualServiceSpec } from "./virtual-service";
import type { WorkloadEntrySpec } from "./workload-entry";
import type { WorkloadGroupSpec } from "./workload-group";

export type * from "./destination-rule";
export type * from "./gateway";
export type * from "./service-entry";
export type * from "./sidecar";
export type * from "./virtual-service";
export type * from "./workload-entry";
export type * from "./workload-group";

const destinationRule: ResourceKind = {
  group: "networking.istio.io",
  version: "v1",
  kind: "DestinationRule",
  otherVersions: ["v1beta1", "v1alpha3"],
};

/**
 * Specification of DestinationRule (networking.istio.io).
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export class DestinationRule extends MeshResource<DestinationRuleSpec> {
  constructor(
    name: string,
    args: MeshResourceArgs<DestinationRuleSpec>,
    opts?: MeshResourceOptions,
  ) {
    super(destinationRule, name, args, opts);
  }

  /** Reads an object that exists: `id` is `namespace/name`. */
  static override get(
    name: string,
    id: ResourceId,
    opts?: pulumi.CustomResourceOptions,
  ): DestinationRule {
    return new DestinationRule(name, existing, withId(id, opts));
  }

  /** Whether a value is such a resource, also one of another copy of this package. */
  static override isInstance(value: unknown): value is DestinationRule {
    return isOfKind(value, destinationRule);
  }
}

const gateway: ResourceKind = {
  group: "networking.istio.io",
  version: "v1",
  kind: "Gateway",
  otherVersions: ["v1beta1", "v1alpha3"],
};

/**
 * Specification of Gateway (networking.istio.io).
 * @see https://istio.io/latest/docs/reference/config/networking/gateway/
 */
export class Gateway extends MeshResource<GatewaySpec> {
  constructor(name: string, args: MeshResourceArgs<GatewaySpec>, opts?: MeshResourceOptions) {
    super(gateway, name, args, opts);
  }

  /** Reads an object that exists: `id` is `namespace/name`. */
  static override get(name: string, id: ResourceId, opts?: pulumi.CustomResourceOptions): Gateway {
    return new Gateway(name, existing, withId(id, opts));
  }

  /** Whether a value is such a resource, also one of another copy of this package. */
  static override isInstance(value: unknown): value is Gateway {
    return isOfKind(value, gateway);
  }
}

const serviceEntry: ResourceKind = {
  group: "networking.istio.io",
  version: "v1",
  kind: "ServiceEntry",
  otherVersions: ["v1beta1", "v1alpha3"],
};

/**
 * Specification of ServiceEntry (networking.istio.io).
 * @see https://istio.io/latest/docs/reference/config/networking/service-entry/
 */
export class ServiceEntry extends MeshResource<ServiceEntrySpec> {
  constructor(name: string, args: MeshResourceArgs<ServiceEntrySpec>, opts?: MeshResourceOptions) {
    super(serviceEntry, name, args, opts);
  }

  /** Reads an object that exists: `id` is `namespace/name`. */
  static override get(
    name: string,
    id: ResourceId,
    opts?: pulumi.CustomResourceOptions,
  ): ServiceEntry {
    return new ServiceEntry(name, existing, withId(id, opts));
  }

  /** Whether a value is such a resource, also one of another copy of this package. */
  static override isInstance(value: unknown): value is ServiceEntry {
    return isOfKind(value, serviceEntry);
  }
}

const sidecar: ResourceKind = {
  group: "networking.istio.io",
  version: "v1",
  kind: "Sidecar",
  otherVersions: ["v1beta1", "v1alpha3"],
};

/**
 * Specification of Sidecar (networking.istio.io).
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
 */
export class Sidecar extends MeshResource<SidecarSpec> {
  constructor(name: string, args: MeshResourceArgs<SidecarSpec>, opts?: MeshResourceOptions) {
    super(sidecar, name, args, opts);
  }

  /** Reads an object that exists: `id` is `namespace/name`. */
  static override get(name: string, id: ResourceId, opts?: pulumi.CustomResourceOptions): Sidecar {
    return new Sidecar(name, existing, withId(id, opts));
  }

  /** Whether a value is such a resource, also one of another copy of this package. */
  static override isInstance(value: unknown): value is Sidecar {
    return isOfKind(value, sidecar);
  }
}

const virtualService: ResourceKind = {
  group: "networking.istio.io",
  version: "v1",
  kind: "VirtualService",
  otherVersions: ["v1beta1", "v1alpha3"],
};

/**
 * Specification of VirtualService (networking.istio.io).
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export class VirtualService extends MeshResource<VirtualServiceSpec> {
  constructor(
    name: string,
    args: MeshResourceArgs<VirtualServiceSpec>,
    opts?: MeshResourceOptions,
  ) {
    super(virtualService, name, args, opts);
  }

  /** Reads an object that exists: `id` is `namespace/name`. */
  static override get(
    name: string,
    id: ResourceId,
    opts?: pulumi.CustomResourceOptions,
  ): VirtualService {
    return new VirtualService(name, existing, withId(id, opts));
  }

  /** Whether a value is such a resource, also one of another copy of this package. */
  static override isInstance(value: unknown): value is VirtualService {
    return isOfKind(value, virtualService);
  }
}

const workloadEntry: ResourceKind = {
  group: "networking.istio.io",
  version: "v1",
  kind: "WorkloadEntry",
  otherVersions: ["v1beta1", "v1alpha3"],
};

/**
 * Specification of WorkloadEntry (networking.istio.io).
 * @see https://istio.io/latest/docs/reference/config/networking/workload-entry/
 */
export class WorkloadEntry extends MeshResource<WorkloadEntrySpec> {
  constructor(name: string, args: MeshResourceArgs<WorkloadEntrySpec>, opts?: MeshResourceOptions) {
    super(workloadEntry, name, args, opts);
  }

  /** Reads an object that exists: `id` is `namespace/name`. */
  static override get(
    name: string,
    id: ResourceId,
    opts?: pulumi.CustomResourceOptions,
  ): WorkloadEntry {
    return new WorkloadEntry(name, existing, withId(id, opts));
  }

  /** Whether a value is such a resource, also one of another copy of this package. */
  static override isInstance(value: unknown): value is WorkloadEntry {
    return isOfKind(value, workloadEntry);
  }
}

const workloadGroup: ResourceKind = {
  group: "networking.istio.io",
  version: "v1",
  kind: "WorkloadGroup",
  otherVersions: ["v1beta1", "v1alpha3"],
};

/**
 * Specification of WorkloadGroup (networking.istio.io).
 * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
 */
export class WorkloadGroup extends MeshResource<WorkloadGroupSpec> {
  constructor(name: string, args: MeshResourceArgs<WorkloadGroupSpec>, opts?: MeshResourceOptions) {
    super(workloadGroup, name, args, opts);
  }

  /** Reads an object that exists: `id` is `namespace/name`. */
  static override get(
    name: string,
    id: ResourceId,
    opts?: pulumi.CustomResourceOptions,
  ): WorkloadGroup {
    return new WorkloadGroup(name, existing, withId(id, opts));
  }

  /** Whether a value is such a resource, also one of another copy of this package. */
  static override isInstance(value: unknown): value is WorkloadGroup {
    return isOfKind(value, workloadGroup);
  }
}
