import { envoyDuration, isNoTime } from "../../../values/duration";
import { type Fields, fields, number, text } from "../../mesh/fields";
import type { Mesh } from "../../mesh/mesh";
import type { Retries } from "../answer";

/** When istiod lets Envoy try again where nothing says it otherwise. */
const usual = {
  attempts: 2,
  retryOn: [
    "cancelled",
    "connect-failure",
    "refused-stream",
    "retriable-status-codes",
    "unavailable",
  ],
};

/** What routes of the Gateway API always try again on. */
const connectionErrors = ["connect-failure", "refused-stream", "unavailable", "cancelled"];

/** Conditions as Envoy gets them: a status is one of its own. */
function conditionsOf(retryOn: readonly string[]): string[] {
  const isStatus = (one: string) => Number.isInteger(Number(one));
  const codes = retryOn.some(isStatus) ? ["retriable-status-codes"] : [];
  return [...new Set([...retryOn, ...codes])].sort();
}

/** Retries of a route that says nothing of them: those of the mesh config, else istiod's own. */
export function usualRetries({ config }: Mesh): Retries | undefined {
  const policy: Fields | undefined =
    config.all.defaultHttpRetryPolicy === undefined
      ? undefined
      : fields(config.all.defaultHttpRetryPolicy);
  if (policy === undefined) {
    return usual;
  }
  const attempts = number(policy.attempts) ?? 0;
  const perTryTimeout = text(policy.perTryTimeout);
  const retryOn = text(policy.retryOn)
    ?.split(",")
    .map((one) => one.trim());
  return attempts <= 0
    ? undefined
    : {
        attempts,
        ...(perTryTimeout !== undefined && { perTryTimeout: envoyDuration(perTryTimeout) }),
        retryOn: retryOn ? conditionsOf(retryOn.filter(Boolean)) : usual.retryOn,
      };
}

/** How long a rule of the Gateway API waits, and how it tries again. */
export interface Patience {
  readonly timeout?: string;
  readonly retries?: Retries;
}

interface Rule {
  readonly retry?: { readonly attempts?: number; readonly codes?: readonly number[] };
  readonly timeouts?: { readonly request?: string; readonly backendRequest?: string };
}

/** The patience of a rule. */
export function patienceOf(mesh: Mesh, { retry, timeouts = {} }: Rule): Patience {
  const given = (duration: string | undefined) =>
    duration === undefined || isNoTime(duration) ? undefined : envoyDuration(duration);
  const request = given(timeouts.request);
  const backend = given(timeouts.backendRequest);
  if (retry === undefined) {
    const timeout = backend ?? request;
    const retries = usualRetries(mesh);
    return { ...(timeout !== undefined && { timeout }), ...(retries && { retries }) };
  }
  const { attempts = usual.attempts, codes = [] } = retry;
  return {
    ...(request !== undefined && { timeout: request }),
    ...(attempts > 0 && {
      retries: {
        attempts,
        ...(backend !== undefined && { perTryTimeout: backend }),
        retryOn: conditionsOf([...connectionErrors, ...codes.map(String)]),
      },
    }),
  };
}
