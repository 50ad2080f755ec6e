import type { Check } from "../check";
import { virtualServiceHost } from "./virtual-service-host";

/** All checks, in the order of their codes. */
export const checks: readonly Check[] = [virtualServiceHost];
