import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck, Safe } from "../../arguments/argument-check";
import { checkArguments } from "../../arguments/check-arguments";
import { checkExactlyOne } from "../../arguments/choice";
import { dnsLabel, dnsName, type Test } from "../../arguments/predicates";
import { shown } from "../../arguments/shown";
import { whenKnown } from "../../arguments/when-known";
import { certManagerApi, waitForAnnotation } from "../../values/known-names";
import { withMetadata } from "../metadata";
import type { Part } from "../program/part";
import { acmeSpec, checkedAcme } from "./acme";
import { type CertManagerObject, readyWhenIssued } from "./cert-manager-object";
import type { CertificateIssuerArgs, OwnCa } from "./certificate-issuer-args";
import { issuerPart } from "./certificate-issuer-part";
import { checkedKey, checkedLifetime } from "./issuance";
import { IssuerKind, KeyAlgorithm } from "./issuance-args";

/** Arguments with all defaults filled in, and the objects that follow from them. */
export interface CertificateIssuerPlan {
  /** What Pulumi shows and keeps as the component's inputs. */
  inputs: Safe<CertificateIssuerArgs>;
  name: pulumi.Input<string>;
  kind: IssuerKind;
  /** Each is needed by the next; the last one is the issuer. */
  objects: { suffix: string; object: CertManagerObject }[];
  part: Part;
}

const nonEmpty: Test<string> = (value) =>
  typeof value === "string" && value.trim() !== "" && value.length <= 64
    ? undefined
    : `${shown(value)} is no name of a CA (1 to 64 characters)`;

const followed = (name: pulumi.Input<string>, suffix: string) =>
  whenKnown([name], (known: string) => `${known}${suffix}`);

const tenYears = "87600h";

function checkedOwnCa(check: ArgumentCheck, ownCa: OwnCa, namespace: pulumi.Input<string>) {
  const { commonName, duration = tenYears, renewBefore } = ownCa;
  return {
    commonName: check.input("ownCa.commonName", commonName, nonEmpty),
    namespace: check.input("ownCa.namespace", ownCa.namespace ?? namespace, dnsLabel),
    ...checkedLifetime(check, "ownCa", { duration, renewBefore }),
    privateKey: checkedKey(
      check,
      "ownCa.privateKey",
      ownCa.privateKey ?? { algorithm: KeyAlgorithm.Ecdsa, size: 256 },
    ),
  };
}

/** Throws one error with everything that is wrong. */
export function certificateIssuerPlan(
  component: string,
  unchecked: CertificateIssuerArgs,
): CertificateIssuerPlan {
  const check = checkArguments("CertificateIssuer", component, unchecked);
  const { args } = check;
  const { selfSigned = false, ca, ownCa, acme } = args;
  const name = check.input("name", args.name ?? component, dnsName);
  const namespace = check.input("namespace", args.namespace, dnsLabel);
  checkExactlyOne(check, "selfSigned", {
    object: { ...args, selfSigned: selfSigned || undefined },
    names: ["selfSigned", "ca", "ownCa", "acme"],
  });
  const secretName = check.input("ca.secretName", ca?.secretName, dnsName);
  const own = ownCa && checkedOwnCa(check, ownCa, namespace ?? "cert-manager");
  if (ownCa?.namespace !== undefined && namespace !== undefined) {
    check.fail("ownCa.namespace", "is for an issuer of the whole cluster; leave it out");
  }
  const server = acme && checkedAcme(check, acme);
  check.labels(args.labels);
  check.annotations(args.annotations, [waitForAnnotation]);
  const safe = check.done();

  const metadata = {
    ...(namespace !== undefined && { namespace }),
    labels: withMetadata(safe.labels),
    annotations: readyWhenIssued(safe.annotations),
  };
  const kind = namespace === undefined ? IssuerKind.ClusterIssuer : IssuerKind.Issuer;
  const issuer = (suffix: string, spec: object) => ({
    suffix,
    object: { kind, ...metadata, name: suffix ? followed(name, suffix) : name, spec },
  });
  const caName = followed(name, "-ca");
  const specs: Record<string, object | undefined> = {
    ca: ca && { ca: { secretName } },
    ownCa: own && { ca: { secretName: caName } },
    acme: server && { acme: acmeSpec(server, name) },
  };
  const [spec = { selfSigned: {} }] = Object.values(specs).filter((one) => one !== undefined);
  const objects: CertificateIssuerPlan["objects"] = [issuer("", spec)];
  if (own) {
    const { namespace: caNamespace, ...rest } = own;
    const issuerRef = { name: followed(name, "-root"), kind, group: certManagerApi };
    objects.unshift(issuer("-root", { selfSigned: {} }), {
      suffix: "-ca",
      object: {
        kind: "Certificate",
        ...metadata,
        name: caName,
        namespace: caNamespace,
        spec: { isCA: true, secretName: caName, issuerRef, ...rest },
      },
    });
  }
  return {
    inputs: { ...safe, name },
    name,
    kind,
    objects,
    part: issuerPart({
      owner: `CertificateIssuer ${JSON.stringify(component)}`,
      args: safe,
      name,
      namespace,
      kind,
      objects: objects.map(({ object }) => object),
    }),
  };
}
