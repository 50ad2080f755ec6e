import { under } from "../../../arguments/fields";
import { whenKnown } from "../../../arguments/when-known";
import { type Demand, demand, type Fact, fact } from "../../program/part";
import { Dialect } from "../../routing/dialect";
import type { EdgeSpec } from "./app-gateway-plan";
import { podsOf } from "./edge-claims";
import { protocolsMeet } from "./edge-conflicts";
import type { EdgeServer } from "./edge-servers";

/** The port of a server at the gateway's Pods. */
const placeOf = (spec: EdgeSpec, { port }: EdgeServer) => [podsOf(spec), whenKnown([port], String)];

/** Where the protocol is said: the short form has one. */
const pathOf = ({ at }: EdgeServer): string => (at ? under(at, "protocol") : "port");

/** Servers at Pods that other applications have servers at too; a Gateway of the Gateway API has its own. */
const sharedServers = ({ dialect, servers }: EdgeSpec): readonly EdgeServer[] =>
  dialect === Dialect.GatewayApi ? [] : servers;

/** What a port of the gateway carries, for other applications at the same gateway. */
export const protocolFacts = (owner: string, spec: EdgeSpec): Fact[] =>
  sharedServers(spec).map((server) =>
    fact({
      topic: "gatewayPort",
      key: placeOf(spec, server),
      path: pathOf(server),
      value: { owner, protocol: server.protocol },
    }),
  );

/** istiod drops one of two servers whose connections nobody could tell apart. */
export const protocolDemands = (owner: string, spec: EdgeSpec): Demand[] =>
  sharedServers(spec).map((server) =>
    demand({
      topic: "gatewayPort",
      key: placeOf(spec, server),
      path: pathOf(server),
      test: (other) =>
        // Its own servers were compared with each other before.
        other.owner === owner || protocolsMeet(other.protocol, server.protocol)
          ? undefined
          : `is ${server.protocol}, and ${other.owner} has ${other.protocol} at the same port of the same gateway: one port carries either plain or encrypted connections, and a plain port one protocol, so istiod drops one of the two; choose another port`,
    }),
  );
