import { STATUS_CODES } from "node:http";
import { isGoDigits } from "./number";

const failure = /^[45]\d\d$/;

/** A status that a proxy answers with on its own. */
export const ownStatusProblem = (status: number): string | undefined =>
  status >= 200 && status <= 600 ? undefined : "is not a status from 200 to 600";

/** A status from 400 to 599, written in digits. */
export const isFailure = (status: string): boolean => failure.test(status);

/** A status with a name, written in digits. Go knows no 509, which Node does. */
export const isNamedStatus = (status: string): boolean =>
  isGoDigits(status) && Number(status) !== 509 && STATUS_CODES[Number(status)] !== undefined;
