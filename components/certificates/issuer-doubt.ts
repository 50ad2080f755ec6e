import type * as pulumi from "@pulumi/pulumi";
import { recall } from "../../arguments/known-output";
import { certManagerApi } from "../../values/known-names";
import { type Doubt, doubt } from "../program/doubt";
import type { CertificateFact, IssuerFact } from "../program/facts/certificate-facts";
import type { View } from "../program/view";
import { type Issuance, IssuerKind } from "./issuance-args";
import { unproved } from "./solver-choice";

/** Issuer of cert-manager by name and kind, when both are plain. */
export function plainIssuer(issued: Issuance | undefined): CertificateFact["issuer"] {
  const name = issued && recall(issued.issuer.name);
  const kind = issued && recall<string>(issued.issuer.kind ?? IssuerKind.Issuer);
  return name === undefined || kind === undefined ? undefined : { name, kind };
}

/** Whether an issuer of the program may be the one that is meant. */
const isMeant = (fact: IssuerFact, kind: string | undefined, namespace: string | undefined) =>
  (kind === undefined || fact.kind === kind) &&
  (fact.kind === IssuerKind.ClusterIssuer ||
    namespace === undefined ||
    fact.namespace === undefined ||
    fact.namespace === namespace);

function unfit(
  { issuer }: Issuance,
  namespace: pulumi.Input<string>,
  program: View,
): string | undefined {
  const name = recall(issuer.name);
  const kind = recall<string>(issuer.kind ?? IssuerKind.Issuer);
  const where = recall(namespace);
  const all = program.said("issuer").filter((one) => one.name !== undefined && one.name === name);
  const [first] = all;
  if (first === undefined || all.some((one) => isMeant(one, kind, where))) {
    return undefined;
  }
  return first.kind === kind
    ? `"${name}" is in namespace ${first.namespace} (${first.owner}) and issues there only, and the certificate is in ${where}; put the issuer into ${where}, or leave its namespace out, for an issuer of the whole cluster`
    : `"${name}" is of kind ${first.kind} (${first.owner}), and the certificate asks for ${kind}; write kind: "${first.kind}", or give its output kind`;
}

/** cert-manager waits without end for an issuer that is elsewhere, or of another kind. */
export const issuerDoubts = (
  path: string,
  issued: Issuance | undefined,
  namespace: pulumi.Input<string>,
): Doubt[] =>
  issued === undefined ||
  (recall(issued.issuer.group ?? certManagerApi) ?? certManagerApi) !== certManagerApi
    ? []
    : [doubt(`${path}.issuer.name`, (program) => unfit(issued, namespace, program))];

/** Names that the issuer of the program never gets proved. */
export const proofDoubts = (
  issued: Issuance | undefined,
  dnsNames: readonly pulumi.Input<string>[],
): Doubt[] =>
  dnsNames.map((dnsName, i) =>
    doubt(`dnsNames[${i}]`, (program) => {
      const [name, wanted] = [recall(dnsName), plainIssuer(issued)];
      const issuer =
        wanted &&
        program.said("issuer").find((one) => one.name === wanted.name && one.kind === wanted.kind);
      return name === undefined || issuer === undefined ? undefined : unproved(issuer, name);
    }),
  );
