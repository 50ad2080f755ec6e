import type { Fault, Outcome, Redirect } from "./answer";
import type { HttpRequest } from "./request";
import type { Forward } from "./route";
import type { Step } from "./trail";

/** What a proxy does with a call. */
export type Decision = (
  | {
      readonly kind: "forward";
      readonly forward: Forward;
      /** The request as it goes on: rewritten, with the headers of the route; absent where no proxy sees it. */
      readonly http?: HttpRequest;
      /** The proxy reads no requests here, whether there are some or not. @default false */
      readonly isOfBytes?: boolean;
    }
  /** On to the address that the client called, as nobody of the mesh knows it. */
  | {
      readonly kind: "passthrough";
      /** The proxy reads no requests here, whether there are some or not. @default false */
      readonly isOfBytes?: boolean;
    }
  | { readonly kind: "redirect"; readonly redirect: Redirect; readonly fault?: Fault }
  | { readonly kind: "response"; readonly status: number; readonly fault?: Fault }
  | {
      readonly kind: "end";
      readonly outcome: Outcome;
      readonly status?: number;
      readonly reason?: string;
    }
) & {
  readonly steps: readonly Step[];
  /** What touches the request and is not modelled. */
  readonly notModelled?: readonly string[];
};
