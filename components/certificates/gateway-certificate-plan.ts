import type { types } from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck, Safe } from "../../arguments/argument-check";
import { checkArguments } from "../../arguments/check-arguments";
import { checkedWith } from "../../arguments/checked-with";
import { checkExactlyOne } from "../../arguments/choice";
import { recall } from "../../arguments/known-output";
import { dnsLabel, dnsName, host, type Test } from "../../arguments/predicates";
import { isKnown, whenKnown } from "../../arguments/when-known";
import { isBase64Lines, oneLine } from "../../values/base64";
import { tlsSecretType, waitForAnnotation } from "../../values/known-names";
import type { CommonArgs } from "../common-args";
import { withMetadata } from "../metadata";
import { type Doubt, endChecks, refuseDoubts } from "../program/doubt";
import type { CertificateFact } from "../program/facts/certificate-facts";
import { type Claim, fact, objectClaim, type Part } from "../program/part";
import { nothingSaid, type View } from "../program/view";
import { type CertManagerObject, readyWhenIssued } from "./cert-manager-object";
import type { GatewayCertificateArgs, ServerPem } from "./gateway-certificate-args";
import { checkedIssuance, issuanceSpec } from "./issuance";
import type { Issuance } from "./issuance-args";
import { issuerDoubts, plainIssuer, proofDoubts } from "./issuer-doubt";
import { authorityBundle, certificateChain, coversName, expiryOf, namesOf } from "./pem";
import { secretKey } from "./secret-key";

/** What of a certificate other components have to know. */
interface CertificatePlace {
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

const doubtsOf = ({
  namespace,
  dnsNames,
  issued,
}: Pick<CertificatePlace, "namespace" | "dnsNames" | "issued">): Doubt[] => [
  ...issuerDoubts("issued", issued, namespace),
  ...proofDoubts(issued, dnsNames),
];

/** What a gateway's certificate says to the program that it is part of. */
function certificatePart(component: string, place: CertificatePlace): Part {
  const issuer = plainIssuer(place.issued);
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
    atEnd: endChecks(doubtsOf(place)),
  };
}

type SecretArgs = types.input.core.v1.Secret;

/** Arguments with all defaults filled in, and the objects that follow from them. */
interface GatewayCertificatePlan {
  /** What Pulumi shows and keeps as the component's inputs. */
  inputs: Safe<GatewayCertificateArgs>;
  credentialName: pulumi.Input<string>;
  namespace: pulumi.Input<string>;
  /** The certificate itself with `pem`, and the CAs of clients; `suffix` tells their resources apart. */
  secrets: { suffix: string; args: SecretArgs }[];
  /** With `pem` only: end of the certificate. */
  expiry?: pulumi.Input<string | undefined>;
  /** With `issued` only: what cert-manager makes the Secret from. */
  certificate?: CertManagerObject;
  part: Part;
}

const base64: Test<string> = (value) =>
  typeof value === "string" && isBase64Lines(value) ? undefined : "is no Base64 text";

const servedName: Test<string> = (value) =>
  value === "*"
    ? '"*" is no name for a certificate; write for example "*.example.com"'
    : host(value);

/** The name of the Secret with the client CAs is built from it. */
const credential: Test<string> = (value) =>
  dnsName(value) ??
  (value.endsWith("-cacert")
    ? `"${value}" ends with -cacert, by which Istio takes it for the CAs of clients; choose another name`
    : undefined);

function checkedPem(
  check: ArgumentCheck,
  pem: ServerPem,
  dnsNames: pulumi.Input<string>[],
): ServerPem {
  const readable = check.input("pem.certificate", pem.certificate, certificateChain);
  const certificate = dnsNames.reduce<pulumi.Input<string>>(
    (checked, name, i) => checkedWith(check, `dnsNames[${i}]`, name, checked, coversName),
    readable,
  );
  return {
    ...pem,
    certificate,
    privateKey: secretKey(check, "pem.privateKey", readable, pem.privateKey),
    ocspStaple: check.input("pem.ocspStaple", pem.ocspStaple, base64),
  };
}

/** Metadata that both Secrets have. */
interface Own extends CommonArgs {
  namespace: pulumi.Input<string>;
}

const serverSecret = (name: pulumi.Input<string>, own: Own, pem: ServerPem) => ({
  suffix: "",
  args: {
    metadata: { name, ...own },
    type: tlsSecretType,
    stringData: { "tls.crt": pem.certificate, "tls.key": pem.privateKey },
    ...(pem.ocspStaple !== undefined && {
      data: { "tls.ocsp-staple": whenKnown([pem.ocspStaple], oneLine) },
    }),
  },
});

/** Istio reads the CAs of clients from here before it looks into the server's own Secret. */
const clientCaSecret = (
  credentialName: pulumi.Input<string>,
  own: Own,
  clientCa: pulumi.Input<string>,
) => ({
  suffix: "-cacert",
  args: {
    metadata: { name: whenKnown([credentialName], (name: string) => `${name}-cacert`), ...own },
    stringData: { "ca.crt": clientCa },
  },
});

/** Throws one error with everything that is wrong; none of it shows a key. */
export function gatewayCertificatePlan(
  component: string,
  unchecked: GatewayCertificateArgs,
  program: View = nothingSaid,
): GatewayCertificatePlan {
  const check = checkArguments("GatewayCertificate", component, unchecked);
  const { args } = check;
  const namespace = check.input("gatewayNamespace", args.gatewayNamespace, dnsLabel);
  const credentialName = check.input(
    "credentialName",
    args.credentialName ?? component,
    credential,
  );
  const dnsNames = (args.dnsNames ?? []).map((name, i) =>
    check.input(`dnsNames[${i}]`, name, servedName),
  );
  checkExactlyOne(check, "pem", { object: args, names: ["pem", "issued"] });
  const pem = args.pem && checkedPem(check, args.pem, dnsNames);
  const issued = args.issued && checkedIssuance(check, "issued", args.issued);
  if (issued && dnsNames.length === 0) {
    check.fail("dnsNames", "is missing; a certificate that is issued needs at least one name");
  }
  const clientCa = check.input("clientCa", args.clientCa, authorityBundle);
  check.labels(args.labels);
  check.annotations(args.annotations, [waitForAnnotation]);
  refuseDoubts(check, doubtsOf({ namespace, dnsNames, ...(issued && { issued }) }), program);
  const safe = check.done();

  const own = {
    namespace,
    labels: withMetadata(safe.labels),
    annotations: withMetadata(safe.annotations),
  };
  return {
    inputs: { ...safe, credentialName, ...(pem && { pem }) },
    credentialName,
    namespace,
    part: certificatePart(component, {
      namespace,
      credentialName,
      dnsNames,
      ...(pem && { pem }),
      ...(issued && { issued }),
      ...(clientCa !== undefined && { clientCa }),
    }),
    expiry: pem && whenKnown([pem.certificate], expiryOf),
    secrets: [
      ...(clientCa === undefined ? [] : [clientCaSecret(credentialName, own, clientCa)]),
      ...(pem ? [serverSecret(credentialName, own, pem)] : []),
    ],
    ...(issued && {
      certificate: {
        kind: "Certificate",
        ...own,
        name: credentialName,
        annotations: readyWhenIssued(safe.annotations),
        spec: { secretName: credentialName, dnsNames, ...issuanceSpec(issued) },
      },
    }),
  };
}
