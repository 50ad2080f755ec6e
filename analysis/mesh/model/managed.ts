import { managedLabel } from "../../../values/known-names";
import type { Declared } from "../declared-set";

/** Whether an object is istiod's own, or one that istiod makes for a Gateway. */
export const isIstios = ({ labels }: Declared): boolean =>
  labels.istio !== undefined || labels.release === "istio" || labels[managedLabel] !== undefined;
