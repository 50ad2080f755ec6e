import { type Finding, warned } from "../finding";
import type { Place } from "./primitives/place";

/** A rule that no request reaches, under istioctl's code for it. */
export const unreachable = ({ path, value }: Place, reason: string): Finding => ({
  ...warned(path, value, reason),
  code: "IST0130",
});

/** A match that earlier ones take the requests of, under istioctl's code for it. */
export const ineffective = ({ path, value }: Place, reason: string): Finding => ({
  ...warned(path, value, reason),
  code: "IST0131",
});
