import { millisecondsOf } from "../../../values/duration";
import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";

/** Retries for which no time is left. */
export const tryTimeout = check({
  id: "try-timeout",
  code: "MESH0115",
  aliases: [],
  level: "info",
  kinds: [Kind.VirtualService],
  summary: "One try may take as long as the whole request.",
  why: "When a try ends by its own timeout, that of the request has ended it already: slow answers are never tried again.",
  fix: "Let `timeout` be longer than `perTryTimeout`, by as many times as there are tries.",
  url: "https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRetry",
  fires: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: thumbnails, namespace: photos}
spec:
  hosts: [thumbnails]
  http:
  - timeout: 2s
    retries:
      attempts: 3
      perTryTimeout: 2500ms # found
    route: [{destination: {host: thumbnails}}]
`,
  silent: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: thumbnails, namespace: photos}
spec:
  hosts: [thumbnails]
  http:
  - timeout: 10s
    retries: {attempts: 3, perTryTimeout: 2500ms}
    route: [{destination: {host: thumbnails}}]
`,
  *run({ spec }) {
    yield* each(
      (spec.http ?? []).entries(),
      function* ([i, { timeout, retries }]): Iterable<Verdict> {
        const whole = millisecondsOf(timeout ?? "");
        const once = millisecondsOf(retries?.perTryTimeout ?? "");
        if (whole > 0 && once >= whole) {
          yield {
            path: `spec.http[${i}].retries.perTryTimeout`,
            message: `${retries?.perTryTimeout} is not shorter than the timeout of the request, ${timeout}`,
            ...(once > whole && { level: "warning" }),
          };
        }
      },
    );
  },
});
