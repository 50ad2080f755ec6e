import { serviceFact, workloadFact } from "../program/declared-object";
import { type Claim, fact, objectClaim, type Part } from "../program/part";
import type { Key } from "../program/view";
import type { Placed, Workload } from "./workload";

/** How an application gets out of the way of another one. */
export interface WorkloadPlace {
  /** Argument that leads to the names of the objects. */
  path: string;
  /** What to do when these names are another component's. */
  way: string;
}

/** For applications whose objects have fixed names. */
export const onePerNamespace: WorkloadPlace = {
  path: "namespace",
  way: "use it as it is, or give this one another namespace",
};

/** For applications of one Service. */
export const namedWorkload: WorkloadPlace = {
  path: "name",
  way: "give one of them another name or namespace",
};

const keyOf = ({ metadata }: Placed): Key => [metadata.namespace, metadata.name];

/** Claims the place of an object, so that no other component of the program makes it too. */
export const placedClaim = (kind: string, object: Placed, { path, way }: WorkloadPlace): Claim =>
  objectClaim(kind, keyOf(object), path, way);

/** What workloads say to the program: their objects are theirs, and others may ask for the Services. */
export function workloadPart(workloads: readonly Workload[], place: WorkloadPlace): Part {
  return {
    claims: workloads.flatMap(({ service, account, deployments }) => [
      placedClaim("Service", service, place),
      placedClaim("ServiceAccount", account, place),
      ...deployments.map(({ args }) => placedClaim("Deployment", args, place)),
    ]),
    facts: workloads.flatMap(({ service, deployments }) => [
      fact({
        topic: "service",
        key: keyOf(service),
        value: serviceFact(service),
        path: place.path,
      }),
      ...deployments.map(({ args }) =>
        fact({
          topic: "workload",
          key: keyOf(args),
          value: workloadFact(args.metadata.namespace, args),
          path: "replicas",
        }),
      ),
    ]),
  };
}
