import { under } from "../../../arguments/fields";
import { recall } from "../../../arguments/known-output";
import { shown } from "../../../arguments/shown";
import { isKnown } from "../../../arguments/when-known";
import { closest } from "../../../values/closest";
import { certificateCovers } from "../../../values/host";
import { usualIngressClass } from "../../../values/known-names";
import { provingSolver } from "../../certificates/solver-choice";
import { type Doubt, doubt } from "../../program/doubt";
import type { CertificateFact, IssuerFact } from "../../program/facts/certificate-facts";
import type { EndCheck } from "../../program/part";
import type { View } from "../../program/view";
import type { EdgeSpec } from "./app-gateway-plan";
import { type EdgeServer, redirectsAll } from "./edge-servers";
import { podsNamespace } from "./edge-topology";
import { GatewayTlsMode } from "./gateway-server-args";

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

function uncovered(spec: EdgeSpec, server: EdgeServer, i: number, program: View) {
  const certificate = presented(spec, server, program);
  const host = server.hosts[i];
  const { dnsNames } = certificate ?? {};
  return host === undefined || !isKnown(host) || host === "*" || !dnsNames
    ? undefined
    : dnsNames.some((name) => certificateCovers(name, host))
      ? undefined
      : `"${host}" is not among the names of its certificate (${certificate?.owner}: ${dnsNames.join(", ")}); clients would break off`;
}

const asksClients: (GatewayTlsMode | undefined)[] = [
  GatewayTlsMode.Mutual,
  GatewayTlsMode.OptionalMutual,
];

/** The issuer of a certificate, when the program declares it. */
const issuerOf = ({ issuer }: CertificateFact, program: View): IssuerFact | undefined =>
  program
    .said("issuer")
    .find(({ name, kind }) => name !== undefined && name === issuer?.name && kind === issuer.kind);

/** By what clients are checked when nobody gave CAs for it; nothing when that is well. */
function checkedBy(certificate: CertificateFact, program: View): string | undefined {
  const { clientCa, issuer: named } = certificate;
  if (clientCa === "given") {
    return undefined;
  }
  if (clientCa === "none") {
    return "has no CAs to check clients by, and every handshake fails";
  }
  const issuer = issuerOf(certificate, program);
  const kinds: Record<IssuerFact["signs"], string | undefined> = {
    acme: `has no CAs to check clients by, as an ACME server (${issuer?.owner}) hands out none, and every handshake fails`,
    selfSigned: `checks clients by the server's own certificate, which ${issuer?.owner} lets sign itself, and every handshake fails`,
    ca: undefined,
    ownCa: undefined,
  };
  return issuer
    ? kinds[issuer.signs]
    : `checks clients by what the issuer ${shown(named?.name ?? "")} hands out as its CA, of which this program knows nothing: with ACME that is none, and every handshake fails; with a CA everybody gets in who has a certificate from it`;
}

/** The Secret may be made elsewhere, so it is never refused. */
function unchecked(spec: EdgeSpec, server: EdgeServer, program: View): string | undefined {
  const certificate = presented(spec, server, program);
  const { mode, caCertCredentialName } = server.tls ?? {};
  const by =
    certificate && asksClients.includes(mode) && caCertCredentialName === undefined
      ? checkedBy(certificate, program)
      : undefined;
  return by && certificate
    ? `${mode} ${by}, unless the Secret ${certificate.credentialName}-cacert is made elsewhere; give ${certificate.owner} clientCa`
    : undefined;
}

/** A Secret that is nearly called like a certificate of the program for these hosts, and not quite. */
function misspelt(server: EdgeServer, program: View): string | undefined {
  const { credentialName } = server.tls ?? {};
  const name = credentialName === undefined ? undefined : recall(credentialName);
  if (name === undefined || candidates(server, program).length > 0) {
    return undefined;
  }
  const hosts = server.hosts.filter(isKnown);
  const fitting = program
    .said("certificate")
    .filter(({ dnsNames = [] }) =>
      hosts.some((host) => dnsNames.some((own) => certificateCovers(own, host))),
    );
  const meant = closest(
    name,
    fitting.flatMap((one) => one.credentialName ?? []),
  );
  const own = fitting.find((one) => one.credentialName === meant);
  return meant === undefined
    ? undefined
    : `${shown(name)} is the Secret of no GatewayCertificate of this program, and the gateway serves nothing on this port until there is one; did you mean ${shown(meant)} of ${own?.owner}?`;
}

/** Whether istiod may answer for one of the names. */
const isProvedByIstio = (issuer: IssuerFact, names: readonly string[] | undefined): boolean =>
  names === undefined ||
  names.some((name) => {
    const solver = provingSolver(issuer, name);
    return (
      solver === "later" ||
      (solver?.by === "ingress" && (solver.ingressClass ?? usualIngressClass) === usualIngressClass)
    );
  });

/** An answer at port 80 that a redirect hides, so that no name is proved. */
function hidesProof(spec: EdgeSpec, program: View): string | undefined {
  const presentedBy = spec.servers
    .filter(({ tls }) => tls !== undefined)
    .map((server) => presented(spec, server, program));
  const mayBe = (issuer: IssuerFact) =>
    presentedBy.some(
      (one) =>
        one === undefined ||
        (one.issuer?.name === issuer.name && isProvedByIstio(issuer, one.dnsNames)),
    );
  const issuer = program
    .said("issuer")
    .find((one) => one.ingressClasses?.includes(usualIngressClass) && mayBe(one));
  return issuer
    ? `hides the answers by which ${issuer.owner} proves names (http01IngressClass ${shown(usualIngressClass)}): the ACME server is sent on to HTTPS, where nothing answers it, and no certificate is issued; prove names by dns01, or leave redirectToHttps out`
    : undefined;
}

const proofChecks = (spec: EdgeSpec): EndCheck[] =>
  spec.servers.filter(redirectsAll).map(({ at }) => ({
    path: under(at, "redirectToHttps"),
    reason: (program) => hidesProof(spec, program),
  }));

/** What may be right in another program. */
export const credentialChecks = (spec: EdgeSpec): EndCheck[] => [
  ...proofChecks(spec),
  ...spec.servers
    .filter(({ tls }) => tls?.credentialName !== undefined)
    .flatMap((server): EndCheck[] => [
      {
        path: under(server.at, "tls.mode"),
        reason: (program) => unchecked(spec, server, program),
      },
      {
        path: under(server.at, "tls.credentialName"),
        reason: (program) => misspelt(server, program),
      },
    ]),
];

/** What the servers and the certificates of the program say of each other. */
export const credentialDoubts = (spec: EdgeSpec): Doubt[] =>
  spec.servers
    .filter(({ tls }) => tls?.credentialName !== undefined)
    .flatMap((server) => {
      const at = (path: string) => under(server.at, path);
      return [
        doubt(at("tls.credentialName"), (program) => misplaced(spec, server, program)),
        ...server.hosts.map((_, i) =>
          doubt(at(`hosts[${i}]`), (program) => uncovered(spec, server, i, program)),
        ),
      ];
    });
