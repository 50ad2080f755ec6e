import { envoyDuration, isNoTime } from "../../../values/duration";
import type { Mesh } from "../../mesh/mesh";
import type { Retries } from "../answer";
import { retriesOf } from "./retries";

/** What routes of the Gateway API always try again on. */
const connectionErrors = ["connect-failure", "refused-stream", "unavailable", "cancelled"];
const usualAttempts = 2;

/** How long a rule of the Gateway API waits, and how it tries again. */
export interface Patience {
  readonly timeout?: string;
  readonly retries?: Retries;
}

interface Rule {
  readonly retry?: { readonly attempts?: number; readonly codes?: readonly number[] };
  readonly timeouts?: { readonly request?: string; readonly backendRequest?: string };
}

const given = (duration: string | undefined): string | undefined =>
  duration === undefined || isNoTime(duration) ? undefined : duration;

/** The patience of a rule: without retries of its own, a try may take as long as the request. */
export function patienceOf(mesh: Mesh, { retry, timeouts = {} }: Rule): Patience {
  const [request, backend] = [given(timeouts.request), given(timeouts.backendRequest)];
  const timeout = retry ? request : (backend ?? request);
  const { attempts = usualAttempts, codes = [] } = retry ?? {};
  const retries = retriesOf(
    mesh,
    retry && {
      attempts,
      retryOn: [...connectionErrors, ...codes].join(","),
      ...(backend !== undefined && { perTryTimeout: backend }),
    },
  );
  return {
    ...(timeout !== undefined && { timeout: envoyDuration(timeout) }),
    ...(retries && { retries }),
  };
}
