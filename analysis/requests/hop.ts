import { hbonePort } from "../../values/known-names";
import type { Mesh } from "../mesh/mesh";
import type { Call } from "./call";
import type { Endpoint } from "./cluster";
import { networkPoliciesOn } from "./network";
import { further, type Way } from "./way";

/** Who sends a call to an endpoint. */
export interface Sender {
  readonly name: string;
  /** Whether it is a proxy that answers for connections that fail. */
  readonly isProxy: boolean;
}

/** The way with what the network may say of a call to somebody whom the set does not declare. */
export const outOf = (
  mesh: Mesh,
  { peer, host, address = host }: Call,
  port: number,
  way: Way,
): Way => further(way, { notModelled: networkPoliciesOn(mesh, peer, { ip: address, port }) });

const mostHops = 12;

/** Whether a way is as short as ways are that end. */
export const mayGoOn = ({ tls }: Way): boolean => tls.length < mostHops;

/** The way to an endpoint, with the last connection on it. */
export function reaching(
  mesh: Mesh,
  from: Sender,
  { workload, address, port, share, tls }: Endpoint,
  { peer }: Call,
  way: Way,
  name: string | undefined,
): Way {
  return further(way, {
    share,
    tls: [{ hop: `${from.name} → ${name}`, mode: tls.mode }],
    notModelled: networkPoliciesOn(mesh, peer, {
      ...(workload && { workload }),
      ...(address !== undefined && { ip: address }),
      port: tls.mode === "HBONE" ? hbonePort : port,
    }),
  });
}
