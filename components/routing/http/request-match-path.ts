import { textTest } from "../../../arguments/predicates";
import { routePathProblem } from "../../../values/path";

/** Path as HTTPRoute may match on it. */
export const routePath = textTest(routePathProblem);
