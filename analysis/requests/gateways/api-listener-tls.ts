import type { GatewaySpec } from "../../../schemas/kinds/gateway/gateway";
import { tlsModeOption } from "../../../values/known-names";
import type { Mesh } from "../../mesh/mesh";
import type { Listener } from "../../mesh/model/api-gateways";
import { credentialsOfMesh } from "../../mesh/model/credentials";
import { isGranted } from "../../mesh/model/grants";
import { Thing } from "../../mesh/scope";
import { secretFault } from "./credential";
import type { CredentialName, ServerTls, TlsMode } from "./gateway-config";

type CertificateRefs = NonNullable<Listener["listener"]["tls"]>["certificateRefs"];

const mostCertificates = 2;

/** What keeps a listener from using a Secret that it names. */
function refProblem(mesh: Mesh, { owner }: Listener, ref: CredentialName): string | undefined {
  const { namespace = owner.id.namespace, name } = ref;
  if (mesh.fact(credentialsOfMesh).find(namespace, name) === undefined) {
    return mesh.speaksFor(Thing.Secret, namespace, name)
      ? `there is no Secret ${name}.${namespace}`
      : undefined;
  }
  const isElsewhere = namespace !== owner.id.namespace;
  const to = { group: "", kind: "Secret", namespace, name };
  return isElsewhere && !isGranted(mesh, owner.id, to)
    ? `Secret ${name}.${namespace} is not granted`
    : secretFault(mesh, namespace, name);
}

function credentialsOf(
  mesh: Mesh,
  listener: Listener,
  refs: CertificateRefs = [],
): Pick<ServerTls, "credentials" | "problem"> {
  if (refs.length > mostCertificates) {
    return { credentials: [], problem: "there are more than two certificates" };
  }
  const all = refs.map(({ group = "", kind = "Secret", name, namespace }, i) => {
    const path = `${listener.path}.tls.certificateRefs[${i}]`;
    const ref = { namespace: namespace ?? listener.owner.id.namespace, name, path };
    const isSecret = group === "" && kind === "Secret";
    return { ref, problem: isSecret ? refProblem(mesh, listener, ref) : `a ${kind} is no Secret` };
  });
  const credentials = all.filter(({ problem }) => problem === undefined).map(({ ref }) => ref);
  return credentials.length > 0
    ? { credentials }
    : { credentials, problem: all[0]?.problem ?? "no certificate is named" };
}

/** Whether clients have to prove themselves to a port, by what the Gateway says for all its listeners. */
function frontendOf(
  { tls }: GatewaySpec,
  port: number,
): { readonly mode?: TlsMode; readonly problem?: string } {
  const own = tls?.frontend?.perPort?.find((one) => one.port === port)?.tls;
  const { validation } = own ?? tls?.frontend?.default ?? {};
  const refs = validation?.caCertificateRefs ?? [];
  if (refs.length === 0) {
    return {};
  }
  return refs.length > 1
    ? { problem: "there is more than one certificate of those who sign clients" }
    : { mode: validation?.mode === "AllowInsecureFallback" ? "OPTIONAL_MUTUAL" : "MUTUAL" };
}

const namedModes: readonly TlsMode[] = ["MUTUAL", "OPTIONAL_MUTUAL", "ISTIO_MUTUAL"];
const meshCertificate: readonly string[] = ["ISTIO_SIMPLE", "ISTIO_MUTUAL"];

/** What istiod makes of a listener's TLS. */
export function listenerTls(
  mesh: Mesh,
  gateway: GatewaySpec,
  listener: Listener,
  isAutoPassthrough: boolean,
): ServerTls | undefined {
  const { tls, port } = listener.listener;
  if (tls === undefined) {
    return undefined;
  }
  const rest = { httpsRedirect: false };
  if (tls.mode === "Passthrough") {
    const mode = isAutoPassthrough ? "AUTO_PASSTHROUGH" : "PASSTHROUGH";
    return { ...rest, mode, credentials: [] };
  }
  const option = tls.options?.[tlsModeOption] ?? "";
  const named = namedModes.find((mode) => mode === option);
  if (meshCertificate.includes(option)) {
    return { ...rest, mode: named ?? "SIMPLE", credentials: [] };
  }
  const found = credentialsOf(mesh, listener, tls.certificateRefs);
  const { mode, ...fault } = frontendOf(gateway, port);
  return { ...rest, mode: named ?? mode ?? "SIMPLE", ...fault, ...found };
}
