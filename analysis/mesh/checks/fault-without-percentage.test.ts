import { istio, meshCases } from "../../../test/support/mesh-cases";
import { faultWithoutPercentage } from "./fault-without-percentage";

const fault = (what: string) =>
  istio(
    "VirtualService",
    "shop",
    "vs",
    `{hosts: [web], http: [{route: [{destination: {host: web}}]}, {fault: {${what}}, route: [{destination: {host: web}}]}]}`,
  );
const at = "warning VirtualService vs spec.http[1].fault";

meshCases(faultWithoutPercentage, {
  "finds both": {
    yaml: fault("abort: {httpStatus: 500}, delay: {fixedDelay: 1s}"),
    says: [`${at}.abort`, `${at}.delay`],
    messages: [
      "no percentage is written, which stands for 0: no request is ended",
      "no percentage is written, which stands for 0: no request is held up",
    ],
  },
  "takes a share, none included": {
    yaml: fault(
      "abort: {grpcStatus: ABORTED, percentage: {value: 0}}, delay: {fixedDelay: 1s, percentage: {value: 0.1}}",
    ),
  },
  "takes the older word of a delay": { yaml: fault("delay: {fixedDelay: 1s, percent: 5}") },
});
