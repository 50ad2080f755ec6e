import { moves, type Watched } from "./moved-place";
import type { PreviousResource } from "./previous-state";
import type { NewObject } from "./renamed-objects";

const ofChart: Watched = {
  components: ["IngressGateway", "EgressGateway", "EastWestGateway"].map(
    (kind) => `istio-mesh:index:${kind}`,
  ),
  ofChart: "kubernetes:core/v1:Service",
  ofRelease: () => true,
};

/** A Gateway for which istiod makes a Service of the same name. */
const ofGatewayApi: Watched = {
  components: ["istio-mesh:index:AppGateway"],
  object: "kubernetes:gateway.networking.k8s.io/v1:Gateway",
};

/** A gateway whose component is to have another one in its place. */
export interface MovedGateway {
  owner: string | undefined;
  path: "namespace" | "gatewayName" | "name";
  text: string;
}

/** Gateways of which an update would take the Service away, and with it the address that clients know. */
export const movedGateways = (
  before: readonly PreviousResource[],
  now: readonly NewObject[],
): MovedGateway[] =>
  (
    [
      [ofChart, "gatewayName"],
      [ofGatewayApi, "name"],
    ] as const
  ).flatMap(([watched, name]) =>
    moves(watched, before, now).map(({ owner, from, to }) => {
      const path = from.namespace === to.namespace ? name : "namespace";
      return {
        owner,
        path,
        text: `gateway ${from.namespace}/${from.name} would be deleted as soon as ${to.namespace}/${to.name} is there, and with it the address that clients and their DNS know; leave this one as it is, add another component with the new ${path}, let the clients follow, and then take this one away`,
      };
    }),
  );
