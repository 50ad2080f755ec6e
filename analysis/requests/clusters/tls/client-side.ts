import type {
  ClientTlsSettings,
  TrafficPolicy,
} from "../../../../schemas/kinds/networking/destination-rule";
import type { Mesh } from "../../../mesh/mesh";
import type { Host, HostPort } from "../../../mesh/model/services";
import type { MeshProxy } from "../../mesh-proxy";
import type { Step } from "../../trail";
import { stepOf } from "../../trail";
import { backendsOf } from "../backends/backends-of";
import { isExternal } from "../discovery";
import type { JoinedRule } from "../rules/joined-rule";
import { namespaceMode } from "./namespace-mode";

/** What a proxy means to speak to a host. */
export interface ClientSide {
  /** As a DestinationRule says it; undefined where none does, or where it cannot be done. */
  readonly tls:
    | (ClientTlsSettings & { readonly mode: NonNullable<ClientTlsSettings["mode"]> })
    | undefined;
  /** Istio's own mutual TLS with those that take it, as no rule says otherwise. */
  readonly auto: boolean;
  readonly steps: readonly Step[];
}

const configMap = "configmap://";

/** Whether a proxy can get at the certificates of a rule; sidecars get Secrets by rules that choose them only. */
function hasCertificates(
  { credentialName = "", mode, clientCertificate = "", privateKey = "" }: ClientTlsSettings,
  kind: MeshProxy["kind"],
  rule: JoinedRule | undefined,
): boolean {
  const isSecret = credentialName !== "" && !credentialName.startsWith(configMap);
  if (isSecret && kind === "sidecar" && rule?.selector === undefined) {
    return false;
  }
  return (
    mode !== "MUTUAL" || credentialName !== "" || (clientCertificate !== "" && privateKey !== "")
  );
}

/** Whether Istio's mutual TLS is on where each client goes on to the address that it called: all have to take it. */
const allAreMutual = (mesh: Mesh, host: Host, port: HostPort): boolean => {
  const { all } = backendsOf(mesh, host, port, "port");
  return all.length > 0 && all.every(({ mutual }) => mutual);
};

/** What a proxy means to speak at a port of a host, by its settings for it. */
export function clientSide(
  mesh: Mesh,
  kind: MeshProxy["kind"],
  host: Host,
  port: HostPort,
  {
    policy,
    rule,
    passesOn,
  }: { policy: TrafficPolicy | undefined; rule: JoinedRule | undefined; passesOn: boolean },
): ClientSide {
  const tls = policy?.tls;
  if (tls !== undefined) {
    const { mode = "DISABLE" } = tls;
    const isOwn = mode === "DISABLE" || mode === "ISTIO_MUTUAL";
    return {
      tls: isOwn || hasCertificates(tls, kind, rule) ? { ...tls, mode } : { mode: "DISABLE" },
      auto: false,
      steps: [],
    };
  }
  if (isExternal(host) || !mesh.config.autoMtls || (passesOn && !allAreMutual(mesh, host, port))) {
    return { tls: undefined, auto: false, steps: [] };
  }
  const { mode, by } = namespaceMode(mesh, host.namespace);
  return mode === "DISABLE"
    ? { tls: undefined, auto: false, steps: by ? [stepOf(by, "spec.mtls.mode")] : [] }
    : { tls: undefined, auto: true, steps: [] };
}
