import { type Doubt, doubt } from "../../program/doubt";
import { recall } from "../../program/known-output";
import type { CertificateFact } from "../../program/topics";
import type { View } from "../../program/view";
import { Dialect } from "../../traffic/dialect";
import { under } from "../../validation/fields";
import { isKnown } from "../../validation/when-known";
import type { EdgeServer } from "./edge-server";
import type { EdgeSpec } from "./edge-spec";
import { ownGateways } from "./edge-topology";
import { GatewayTlsMode } from "./gateway-tls-mode";

/** Where the gateway's Pods are, in whose namespace Istio looks for Secrets; undefined when unknown. */
function podsNamespace(spec: EdgeSpec, program: View): string | undefined {
  if (spec.dialect === Dialect.GatewayApi) {
    return recall(spec.namespace);
  }
  const [installed] = ownGateways(spec, program);
  return installed?.namespace;
}

function candidates(server: EdgeServer, program: View): CertificateFact[] {
  const { credentialName } = server.tls ?? {};
  const name = credentialName === undefined ? undefined : recall(credentialName);
  return name === undefined
    ? []
    : program.said("certificate").filter((one) => one.credentialName === name);
}

/** The certificate that the server presents, when the program declares it and nothing else can be. */
function presented(spec: EdgeSpec, server: EdgeServer, program: View): CertificateFact | undefined {
  const where = podsNamespace(spec, program);
  const [one, other] = candidates(server, program).filter(
    ({ namespace }) => where === undefined || namespace === where,
  );
  return other ? undefined : one;
}

function misplaced(spec: EdgeSpec, server: EdgeServer, program: View): string | undefined {
  const where = podsNamespace(spec, program);
  const all = candidates(server, program);
  const [first] = all;
  const isElsewhere = all.every(({ namespace }) => namespace !== undefined && namespace !== where);
  return where !== undefined && first && isElsewhere
    ? `"${first.credentialName}" is in namespace ${first.namespace} (${first.owner}), and Istio looks for it where the gateway's Pods are, in ${where}; give it gatewayNamespace "${where}"`
    : undefined;
}

const covers = (name: string, host: string): boolean =>
  name === host || (name.startsWith("*.") && name.slice(2) === host.replace(/^[^.]+\./, ""));

function uncovered(spec: EdgeSpec, server: EdgeServer, i: number, program: View) {
  const certificate = presented(spec, server, program);
  const host = server.hosts[i];
  const { dnsNames } = certificate ?? {};
  return host === undefined || !isKnown(host) || host === "*" || !dnsNames
    ? undefined
    : dnsNames.some((name) => covers(name, host))
      ? undefined
      : `"${host}" is not among the names of its certificate (${certificate?.owner}: ${dnsNames.join(", ")}); clients would break off`;
}

const asksClients: (GatewayTlsMode | undefined)[] = [
  GatewayTlsMode.Mutual,
  GatewayTlsMode.OptionalMutual,
];

/** The Secret may be made elsewhere, so it is never refused. */
function unchecked(spec: EdgeSpec, server: EdgeServer, program: View): string | undefined {
  const certificate = presented(spec, server, program);
  const { mode, caCertCredentialName } = server.tls ?? {};
  return asksClients.includes(mode) &&
    caCertCredentialName === undefined &&
    certificate?.clientCa === "none"
    ? `${mode} has no CAs to check clients by, and every handshake fails, unless the Secret ${certificate.credentialName}-cacert is made elsewhere; give ${certificate.owner} clientCa`
    : undefined;
}

/** What the servers and the certificates of the program say of each other. */
export const credentialDoubts = (spec: EdgeSpec): Doubt[] =>
  spec.servers
    .filter(({ tls }) => tls?.credentialName !== undefined)
    .flatMap((server) => {
      const at = (path: string) => under(server.at, path);
      return [
        doubt(at("tls.credentialName"), (program) => misplaced(spec, server, program)),
        {
          path: at("tls.mode"),
          now: () => undefined,
          atEnd: (program: View) => unchecked(spec, server, program),
        },
        ...server.hosts.map((_, i) =>
          doubt(at(`hosts[${i}]`), (program) => uncovered(spec, server, i, program)),
        ),
      ];
    });
