import type { GRPCRouteSpec } from "../../../../schemas/kinds/gateway/grpc-route";
import type { HTTPRouteSpec } from "../../../../schemas/kinds/gateway/http-route";
import type { Declared } from "../../../mesh/declared-set";
import { grpcMatch, httpMatch } from "../../routes/api-match";
import type { Wish } from "../asking/part";
import { wishOf } from "../asking/route-parts";
import type { ApiRoute } from "./routes-of";

/** What the rules of a route of the Gateway API ask of requests. */
export function apiWishes(route: ApiRoute): Wish[] {
  switch (route.id.kind) {
    case "HTTPRoute": {
      const { spec } = route as Declared<HTTPRouteSpec>;
      return (spec.rules ?? []).flatMap(({ matches = [] }) =>
        matches.map((match) => wishOf(httpMatch(match, route, "").conditions)),
      );
    }
    case "GRPCRoute": {
      const { spec } = route as Declared<GRPCRouteSpec>;
      return (spec.rules ?? []).flatMap(({ matches = [] }) =>
        matches.map((match) => wishOf(grpcMatch(match, route, "").conditions)),
      );
    }
    default:
      return [];
  }
}
