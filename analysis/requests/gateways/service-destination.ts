import { coversHost, passedTo } from "../../../values/host";
import { fields } from "../../mesh/fields";
import type { Mesh } from "../../mesh/mesh";
import type { Host } from "../../mesh/model/services";
import type { MeshProxy } from "../mesh-proxy";
import type { Weighted } from "../route";
import { stepOf } from "../trail";
import { viewOf } from "../visibility";
import type { Chain } from "./chains";

/** Hosts outside of the mesh are not handed on. */
const isOutside = ({ source }: Host): boolean =>
  source.id.kind === "ServiceEntry" && fields(source.spec).location !== "MESH_INTERNAL";

/** Whether a chain for Services is there at all: for each one that its hosts cover. */
export const hasServices = (mesh: Mesh, proxy: MeshProxy, { names }: Chain): boolean =>
  viewOf(mesh, proxy).hosts.some(
    ({ host }) =>
      !isOutside(host) && (names.length === 0 || names.some((name) => coversHost(name, host.host))),
  );

/** The Service that clients of another cluster name in TLS, where a server hands such connections on. */
export function serviceDestination(
  mesh: Mesh,
  proxy: MeshProxy,
  chains: readonly Chain[],
  sni: string | undefined,
): { readonly chain: Chain; readonly destination: Weighted } | undefined {
  const to = chains.length === 0 || sni === undefined ? undefined : passedTo(sni);
  const seen = to && viewOf(mesh, proxy).host(to.host);
  const chain = chains.find(
    ({ names }) => names.length === 0 || names.some((name) => coversHost(name, to?.host ?? "")),
  );
  if (to === undefined || chain === undefined || seen === undefined) {
    return undefined;
  }
  const { host, port, subset } = to;
  const { source, path } = chain.server;
  const isThere =
    !isOutside(seen.host) && seen.ports.some((one) => one.port === port && one.transport !== "UDP");
  return isThere
    ? {
        chain,
        destination: {
          host,
          port,
          ...(subset && { subset }),
          share: 100,
          step: stepOf(source, path),
        },
      }
    : undefined;
}
