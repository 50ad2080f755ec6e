import type { WorkloadEntrySpec } from "../../../../schemas/kinds/networking/workload-entry";
import { isIpAddress } from "../../../../values/ip";
import type { Mesh } from "../../../mesh/mesh";
import type { Workload } from "../../../mesh/model/workloads";
import { type Backend, workloadBackend } from "./backend";

const least = 1;

/** What the object of a machine says of it. */
export const machineSpec = ({ source }: Workload): WorkloadEntrySpec =>
  source.spec as WorkloadEntrySpec;

/** Whether a workload is a machine that an object names one by one. */
export const isEntry = ({ source }: Workload): boolean => source.id.kind === "WorkloadEntry";

/** Whether a workload stands for machines that are not there yet. */
export const isGroup = ({ source }: Workload): boolean => source.id.kind === "WorkloadGroup";

/** Whether a machine has an address that is no name, and no socket. */
export const hasIp = (workload: Workload): boolean =>
  isIpAddress(machineSpec(workload).address ?? "");

/** A machine at one of its ports. */
export function machineBackend(mesh: Mesh, workload: Workload, port: number): Backend {
  const { address = "", weight = 0, locality = "" } = machineSpec(workload);
  const backend = workloadBackend(mesh, workload, port, {
    ...(address !== "" && { address }),
    weight: Math.max(weight, least),
  });
  return locality === "" ? backend : { ...backend, locality };
}
