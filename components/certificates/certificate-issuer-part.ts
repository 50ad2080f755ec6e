import type * as pulumi from "@pulumi/pulumi";
import { recall } from "../../arguments/known-output";
import { shown } from "../../arguments/shown";
import type { IssuerFact } from "../program/facts/certificate-facts";
import { type Claim, fact, objectClaim, type Part } from "../program/part";
import type { View } from "../program/view";
import type { CertManagerObject } from "./cert-manager-object";
import type { CertificateIssuerArgs } from "./certificate-issuer-args";
import type { IssuerKind } from "./issuance-args";

/** What was planned, before the program hears of it. */
interface Planned {
  /** In the words of an error: `CertificateIssuer "ca"`. */
  owner: string;
  args: CertificateIssuerArgs;
  name: pulumi.Input<string>;
  namespace: pulumi.Input<string> | undefined;
  kind: IssuerKind;
  objects: readonly CertManagerObject[];
}

/** The class of Ingress that istiod makes routes of, where nobody gave it another name. */
export const istioClass = "istio";

/** Issuers of the whole cluster have no namespace, and a name is all that tells them apart. */
const claim = (kind: string, { namespace, name }: CertManagerObject): Claim =>
  objectClaim(
    kind,
    namespace === undefined ? [name] : [namespace, name],
    "name",
    "give this issuer a name of its own, or let both use one",
  );

/** Classes of Ingress by which names are proved, with their arguments, as far as they are plain. */
const ingressClasses = ({ acme }: CertificateIssuerArgs): [path: string, known: string][] =>
  (acme?.solvers ?? []).flatMap(({ http01IngressClass: name }, i): [string, string][] => {
    const known = name === undefined ? undefined : recall(name);
    return known === undefined ? [] : [[`acme.solvers[${i}].http01IngressClass`, known]];
  });

/** Where every istiod of the program passes Ingresses over, no name is ever proved. */
function unanswered(program: View): string | undefined {
  const istiods = program.said("controlPlane");
  const [first] = istiods;
  return first && istiods.every(({ ingressControllerMode }) => ingressControllerMode === "OFF")
    ? `${shown(istioClass)} is answered by istiod, and meshConfig.ingressControllerMode of ${first.owner} is OFF: no name is proved and no certificate issued; take the setting out, or prove names by http01Gateway or dns01`
    : undefined;
}

const signerOf = ({ acme, ca, ownCa }: CertificateIssuerArgs): IssuerFact["signs"] =>
  acme ? "acme" : ca ? "ca" : ownCa ? "ownCa" : "selfSigned";

/** What an issuer says to the program that it is part of. */
export function issuerPart({ owner, args, name, namespace, kind, objects }: Planned): Part {
  const classes = ingressClasses(args);
  const [known, where] = [recall(name), namespace && recall(namespace)];
  const value: IssuerFact = {
    owner,
    ...(known !== undefined && { name: known }),
    kind,
    ...(where !== undefined && { namespace: where }),
    signs: signerOf(args),
    ...(classes.length > 0 && { ingressClasses: classes.map(([, one]) => one) }),
  };
  return {
    claims: [
      ...objects.map((object) => claim(object.kind, object)),
      ...objects.flatMap((object) =>
        object.kind === "Certificate" ? [claim("Secret", object)] : [],
      ),
    ],
    facts: [fact({ topic: "issuer", key: [], value, path: "name" })],
    atEnd: classes
      .filter(([, one]) => one === istioClass)
      .map(([path]) => ({ path, reason: unanswered })),
  };
}
