import type * as pulumi from "@pulumi/pulumi";
import { recall } from "../../arguments/known-output";
import { isKnown, whenKnown } from "../../arguments/when-known";
import { endChecks } from "../program/doubt";
import type { CertificateFact } from "../program/facts/certificate-facts";
import { type Claim, fact, objectClaim, type Part } from "../program/part";
import type { ServerPem } from "./gateway-certificate-args";
import { type Issuance, IssuerKind } from "./issuance-args";
import { issuerDoubts } from "./issuer-doubt";
import { namesOf } from "./pem";

/** What of a certificate other components have to know. */
export interface CertificatePlace {
  namespace: pulumi.Input<string>;
  credentialName: pulumi.Input<string>;
  dnsNames: readonly pulumi.Input<string>[];
  pem?: ServerPem;
  issued?: Issuance;
  clientCa?: pulumi.Input<string>;
}

function claims({ namespace, credentialName, issued, clientCa }: CertificatePlace): Claim[] {
  const claim = (kind: string, name: pulumi.Input<string>) =>
    objectClaim(
      kind,
      [namespace, name],
      "credentialName",
      "give this certificate a credentialName of its own, and the server that presents it",
    );
  const authority = whenKnown([credentialName], (name: string) => `${name}-cacert`);
  return [
    claim("Secret", credentialName),
    ...(issued ? [claim("Certificate", credentialName)] : []),
    ...(clientCa === undefined ? [] : [claim("Secret", authority)]),
  ];
}

/** With `pem` those of the certificate itself, of which `dnsNames` may be some. */
function knownNames({ dnsNames, pem }: CertificatePlace): readonly string[] | undefined {
  if (pem) {
    return isKnown(pem.certificate) ? namesOf(pem.certificate) : undefined;
  }
  const names = dnsNames.flatMap((name) => recall(name) ?? []);
  return names.length === dnsNames.length ? names : undefined;
}

const clientCas = ({ clientCa, issued }: CertificatePlace): CertificateFact["clientCa"] =>
  clientCa !== undefined ? "given" : issued ? "of the issuer" : "none";

/** Issuer of cert-manager by name and kind, when both are plain. */
function issuerOf({ issued }: CertificatePlace): CertificateFact["issuer"] {
  const name = issued && recall(issued.issuer.name);
  const kind = issued && recall<string>(issued.issuer.kind ?? IssuerKind.Issuer);
  return name === undefined || kind === undefined ? undefined : { name, kind };
}

/** What a gateway's certificate says to the program that it is part of. */
export function certificatePart(component: string, place: CertificatePlace): Part {
  const issuer = issuerOf(place);
  const value = {
    owner: `GatewayCertificate ${JSON.stringify(component)}`,
    namespace: recall(place.namespace),
    credentialName: recall(place.credentialName),
    dnsNames: knownNames(place),
    clientCa: clientCas(place),
    ...(issuer && { issuer }),
  };
  return {
    claims: claims(place),
    facts: [fact({ topic: "certificate", key: [], value, path: "dnsNames" })],
    atEnd: endChecks(issuerDoubts("issued", place.issued, place.namespace)),
  };
}
