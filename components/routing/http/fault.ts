import type { ArgumentCheck } from "../../../arguments/argument-check";
import { checkAtLeastOne, checkExactlyOne } from "../../../arguments/choice";
import { checkFields, given, under } from "../../../arguments/fields";
import { integer } from "../../../arguments/predicates";
import type { VirtualServiceHttpFault } from "../../resources/networking/virtual-service";
import type { FaultInjection } from "./fault-args";
import { wholeMilliseconds } from "./http-options-duration";
import { percentage } from "./http-options-tests";

/** Values that are safe to use; a fault needs a delay or an abort, and an abort one status. */
export function checkFault(
  check: ArgumentCheck,
  path: string,
  fault: FaultInjection,
): FaultInjection {
  const { delay, abort } = fault;
  checkAtLeastOne(check, path, { object: fault, names: ["delay", "abort"] });
  if (abort) {
    checkExactlyOne(check, under(path, "abort"), {
      object: abort,
      names: ["httpStatus", "grpcStatus"],
    });
  }
  return given({
    delay:
      delay &&
      checkFields(check, under(path, "delay"), delay, {
        fixedDelay: wholeMilliseconds,
        percentage,
      }),
    abort:
      abort &&
      checkFields(check, under(path, "abort"), abort, {
        httpStatus: integer(200, 599),
        percentage,
      }),
  });
}

/** Istio reads a share that is left out as none, which nobody means who writes a fault. */
const share = (value: FaultShare) => ({ percentage: { value: value ?? 100 } });
type FaultShare = NonNullable<FaultInjection["delay"]>["percentage"];

/** The fault of a VirtualService; a share that is left out is all requests. HTTPRoute has no faults. */
export const istioFault = ({ delay, abort }: FaultInjection): VirtualServiceHttpFault =>
  given({
    delay: delay && { fixedDelay: delay.fixedDelay, ...share(delay.percentage) },
    abort: abort && {
      ...given({ httpStatus: abort.httpStatus, grpcStatus: abort.grpcStatus }),
      ...share(abort.percentage),
    },
  }) as VirtualServiceHttpFault;
