import type { types } from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck, Safe } from "../../arguments/argument-check";
import { checkArguments } from "../../arguments/check-arguments";
import { checkedWith } from "../../arguments/checked-with";
import { checkExactlyOne } from "../../arguments/choice";
import { recall } from "../../arguments/known-output";
import { dnsLabel, type Test } from "../../arguments/predicates";
import { shown } from "../../arguments/shown";
import { whenKnown } from "../../arguments/when-known";
import { usualIstioNamespace, waitForAnnotation } from "../../values/known-names";
import { withMetadata } from "../metadata";
import { endChecks, refuseDoubts } from "../program/doubt";
import { type EndCheck, fact, objectClaim, type Part } from "../program/part";
import { nothingSaid, type View } from "../program/view";
import { type CertManagerObject, readyWhenIssued } from "./cert-manager-object";
import { checkedIssuance, issuanceSpec } from "./issuance";
import { issuerDoubts, plainIssuer } from "./issuer-doubt";
import type { MeshCaArgs, MeshCaPem } from "./mesh-ca-args";
import { authorityBundle, authorityChain, expiryOf, leadsTo } from "./pem";
import { secretKey } from "./secret-key";

/** Arguments with all defaults filled in, and the object that follows from them. */
export interface MeshCaPlan {
  /** What Pulumi shows and keeps as the component's inputs. */
  inputs: Safe<MeshCaArgs>;
  namespace: pulumi.Input<string>;
  /** With `pem` only. */
  secret?: types.input.core.v1.Secret;
  /** With `pem` only: end of the CA's certificate. */
  expiry?: pulumi.Input<string | undefined>;
  /** With `issued` only: what cert-manager makes the Secret from. */
  certificate?: CertManagerObject;
  part: Part;
}

/** istiod mounts the Secret of this name, in either of the two forms. */
export const secretName = "cacerts";

const oneCa =
  "an istiod signs with one CA; while one root replaces the other, both are in pem.rootCert of one MeshCa";

const name: Test<string> = (value) =>
  typeof value === "string" && value.trim() !== "" && value.length <= 64
    ? undefined
    : `${shown(value)} is no name of a CA (1 to 64 characters)`;

const withEnd = (pem: string) => (pem.endsWith("\n") ? pem : `${pem}\n`);

/** As Istio's own tool joins them. */
const defaultChain = (caCert: string, rootCert: string) =>
  caCert.trim() === rootCert.trim() ? caCert : withEnd(caCert) + rootCert;

function checkedPem(check: ArgumentCheck, pem: MeshCaPem) {
  const rootCert = check.input("pem.rootCert", pem.rootCert, authorityBundle);
  const readable = check.input("pem.caCert", pem.caCert, authorityChain);
  const certChain = check.input(
    "pem.certChain",
    pem.certChain ?? whenKnown([readable, rootCert], defaultChain),
    // What is put together here was looked at in its parts.
    pem.certChain === undefined ? () => undefined : authorityChain,
  );
  const issuers = whenKnown(
    [certChain, rootCert],
    (chain: string, root: string) => [chain, root] as const,
  );
  const caCert = checkedWith(
    check,
    "pem.caCert",
    issuers as pulumi.Input<readonly [string, string]>,
    readable,
    ([[chain, root], certificate]) => leadsTo([certificate, chain, root]),
  );
  return {
    caCert,
    caKey: secretKey(check, "pem.caKey", readable, pem.caKey),
    rootCert,
    certChain,
  };
}

/** Namespaces of the program's istiods, each once; undefined while one of them arrives later. */
function istiodNamespaces(program: View): string[] | undefined {
  const all = program.said("controlPlane").map(({ namespace }) => recall(namespace));
  const known = all.filter((one) => one !== undefined);
  return known.length === all.length ? [...new Set(known)] : undefined;
}

/** Where the program's istiods look for it, when they are in one place. */
function usualNamespace(program: View): string {
  const [one, ...others] = istiodNamespaces(program) ?? [];
  return one === undefined || others.length > 0 ? usualIstioNamespace : one;
}

/** An istiod that finds no CA makes one of its own, which no workload of another trusts. */
const besideIstiod = (namespace: pulumi.Input<string>): EndCheck => ({
  path: "namespace",
  names: [namespace],
  reason: (program, [own = ""]) => {
    const theirs = istiodNamespaces(program) ?? [];
    return theirs.length === 0 || theirs.includes(own)
      ? undefined
      : `${shown(own)} has no istiod of this program, which are in ${theirs.join(", ")} and would sign with a CA of their own; unless another program has one there, write namespace: ${shown(theirs[0])}`;
  },
});

/** Nothing waits for what is declared after it. */
function afterIstiod(namespace: pulumi.Input<string>, program: View): EndCheck[] {
  const known = recall(namespace);
  const istiod = program
    .said("controlPlane")
    .find((other) => known !== undefined && recall(other.namespace) === known);
  return istiod === undefined
    ? []
    : [
        {
          path: "namespace",
          reason: () =>
            `${istiod.owner} in ${shown(known)} is declared before it and does not wait for it, and an istiod that finds no CA makes one of its own; declare the CA first, and give it to dependsOn of ${istiod.owner}`,
        },
      ];
}

/** What a CA says to the program that it is part of. */
function caPart(
  component: string,
  args: MeshCaArgs,
  namespace: pulumi.Input<string>,
  program: View,
): Part {
  const known = recall(namespace);
  const issuer = plainIssuer(args.issued);
  const value = {
    owner: `MeshCa ${shown(component)}`,
    ...(known !== undefined && { namespace: known }),
    ...(args.namespace === undefined && { namespaceByDefault: true as const }),
    ...(issuer && { issuer }),
  };
  return {
    claims: ["Secret", ...(args.issued ? ["Certificate"] : [])].map((kind) =>
      objectClaim(kind, [namespace, secretName], "namespace", oneCa),
    ),
    facts: [fact({ topic: "meshCa", key: [], value, path: "namespace" })],
    atEnd: [
      besideIstiod(namespace),
      ...afterIstiod(namespace, program),
      ...endChecks(issuerDoubts("issued", args.issued, namespace)),
    ],
  };
}

/** Throws one error with everything that is wrong; none of it shows a key. */
export function meshCaPlan(
  component: string,
  unchecked: MeshCaArgs,
  program: View = nothingSaid,
): MeshCaPlan {
  const check = checkArguments("MeshCa", component, unchecked);
  const { args } = check;
  const namespace = check.input("namespace", args.namespace ?? usualNamespace(program), dnsLabel);
  checkExactlyOne(check, "pem", { object: args, names: ["pem", "issued"] });
  const pem = args.pem && checkedPem(check, args.pem);
  const issued = args.issued && checkedIssuance(check, "issued", args.issued);
  const commonName = check.input("commonName", args.commonName ?? "istio-ca", name);
  if (args.pem && args.commonName !== undefined) {
    check.fail("commonName", "is for issued only; the certificate in pem has its own");
  }
  check.labels(args.labels);
  check.annotations(args.annotations, [waitForAnnotation]);
  refuseDoubts(check, issuerDoubts("issued", issued, namespace), program);
  const safe = check.done();

  const metadata = { namespace, labels: withMetadata(safe.labels) };
  const annotations = withMetadata(safe.annotations);
  return {
    inputs: { ...safe, namespace, ...(pem && { pem }), ...(issued && { commonName }) },
    namespace,
    part: caPart(component, safe, namespace, program),
    ...(pem && {
      secret: {
        metadata: { name: secretName, ...metadata, annotations },
        stringData: {
          "ca-cert.pem": pem.caCert,
          "ca-key.pem": pem.caKey,
          "root-cert.pem": pem.rootCert,
          "cert-chain.pem": pem.certChain,
        },
      },
      expiry: whenKnown([pem.caCert], expiryOf),
    }),
    ...(issued && {
      certificate: {
        kind: "Certificate",
        name: secretName,
        ...metadata,
        annotations: readyWhenIssued(safe.annotations),
        spec: { isCA: true, commonName, secretName, ...issuanceSpec(issued) },
      },
    }),
  };
}
