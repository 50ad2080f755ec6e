import type { VirtualServiceHttp } from "../../../schemas/kinds/networking/virtual-service";
import { check, type Found } from "../check";
import { Kind } from "../kinds";

function* judge({ fault }: VirtualServiceHttp, path: string): Iterable<Found> {
  const { abort, delay } = fault ?? {};
  if (abort !== undefined && !abort.percentage) {
    yield {
      path: `${path}.abort`,
      message: "no percentage is written, which stands for 0: no request is ended",
    };
  }
  if (delay !== undefined && !delay.percentage && !delay.percent) {
    yield {
      path: `${path}.delay`,
      message: "no percentage is written, which stands for 0: no request is held up",
    };
  }
}

const objects = (percentage: string): string => `apiVersion: v1
kind: Service
metadata: {name: lift, namespace: tower}
spec: {ports: [{port: 80, name: http}], selector: {app: lift}}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: lift, namespace: tower}
spec:
  hosts: [lift]
  http:
  - fault:
      abort: {httpStatus: 503${percentage === "" ? "} # found" : `, ${percentage}}`}
    route: [{destination: {host: lift}}]
`;

/** A fault that no request meets. */
export const faultWithoutPercentage = check({
  id: "fault-without-percentage",
  code: "MESH0171",
  aliases: [],
  level: "warning",
  kinds: [Kind.VirtualService],
  summary: "A fault names no percentage of requests.",
  why: "Without one it is for none: what it is to try out is not tried.",
  fix: "Write `percentage: {value: 100}`, or the share that is meant.",
  url: "https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPFaultInjection",
  fires: objects(""),
  silent: objects("percentage: {value: 5}"),
  *run({ spec }) {
    for (const [i, rule] of (spec.http ?? []).entries()) {
      yield* judge(rule, `spec.http[${i}].fault`);
    }
  },
});
