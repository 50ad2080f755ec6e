import type { VirtualServiceHttpFault } from "../../../schemas/kinds/networking/virtual-service";
import { envoyDuration } from "../../../values/duration";
import { fineShare } from "../../../values/percent";
import type { Fault } from "../answer";

/** What clients without gRPC see of a status of gRPC. */
const ofGrpc: Readonly<Record<string, number>> = {
  OK: 200,
  CANCELLED: 499,
  UNKNOWN: 500,
  INVALID_ARGUMENT: 400,
  DEADLINE_EXCEEDED: 504,
  NOT_FOUND: 404,
  ALREADY_EXISTS: 409,
  PERMISSION_DENIED: 403,
  RESOURCE_EXHAUSTED: 429,
  FAILED_PRECONDITION: 400,
  ABORTED: 409,
  OUT_OF_RANGE: 400,
  UNIMPLEMENTED: 501,
  INTERNAL: 500,
  UNAVAILABLE: 503,
  DATA_LOSS: 500,
  UNAUTHENTICATED: 401,
};

/** What is injected into requests of a route; a kind that istiod does not know injects nothing. */
export function faultOf({ delay, abort }: VirtualServiceHttpFault = {}): Fault | undefined {
  const { fixedDelay } = delay ?? {};
  const status = abort?.httpStatus ?? ofGrpc[abort?.grpcStatus ?? ""];
  const delayed = fineShare(delay?.percentage ? (delay.percentage.value ?? 0) : delay?.percent);
  const aborted = fineShare(abort?.percentage?.value);
  const fault: Fault = {
    ...(fixedDelay !== undefined &&
      delayed > 0 && { delay: { fixedDelay: envoyDuration(fixedDelay), percentage: delayed } }),
    ...(status !== undefined && aborted > 0 && { abort: { status, percentage: aborted } }),
  };
  return fault.delay || fault.abort ? fault : undefined;
}
