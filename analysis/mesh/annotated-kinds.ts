import { Kind } from "./kinds";
import { podKinds } from "./model/workloads";

/** Kinds whose annotations Istio reads, and those that have the Pods for which most are. */
export const annotatedKinds: readonly Kind[] = [
  Kind.Namespace,
  Kind.Service,
  Kind.ServiceEntry,
  Kind.ApiGateway,
  ...podKinds,
];
