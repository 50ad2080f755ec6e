import { routePathProblem } from "../../../values/path";
import { textTest } from "../../validation/tests";

/** Path as HTTPRoute may match on it. */
export const routePath = textTest(routePathProblem);
