import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck, Safe } from "../../arguments/argument-check";
import { checkArguments } from "../../arguments/check-arguments";
import { checkExactlyOne } from "../../arguments/choice";
import { recall } from "../../arguments/known-output";
import { dnsLabel, dnsName, type Test } from "../../arguments/predicates";
import { shown } from "../../arguments/shown";
import { whenKnown } from "../../arguments/when-known";
import { certManagerApi, usualIngressClass, waitForAnnotation } from "../../values/known-names";
import { withMetadata } from "../metadata";
import type { IssuerFact, SolverFact } from "../program/facts/certificate-facts";
import { type Claim, type Demand, demand, fact, objectClaim, type Part } from "../program/part";
import { nothingSaid, type View } from "../program/view";
import { acmeSpec, checkedAcme } from "./acme";
import { type CertManagerObject, readyWhenIssued } from "./cert-manager-object";
import type { CertificateIssuerArgs, OwnCa } from "./certificate-issuer-args";
import { checkedKey, checkedLifetime } from "./issuance";
import { IssuerKind, KeyAlgorithm } from "./issuance-args";

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

/** Gateways through which names are proved, as far as they are plain. */
const answeringGateways = ({ acme }: CertificateIssuerArgs) =>
  (acme?.solvers ?? []).flatMap(({ http01Gateway: gateway }) => {
    const name = gateway && recall(gateway.name);
    const namespace = gateway?.namespace === undefined ? undefined : recall(gateway.namespace);
    return name === undefined ? [] : [{ name, ...(namespace !== undefined && { namespace }) }];
  });

const solverFacts = ({ acme }: CertificateIssuerArgs): SolverFact[] =>
  (acme?.solvers ?? []).map(({ http01Gateway, http01IngressClass, dnsZones }) => {
    const ingressClass = http01IngressClass === undefined ? undefined : recall(http01IngressClass);
    const zones = dnsZones?.flatMap((zone) => recall(zone) ?? []);
    return {
      by: http01Gateway ? "gateway" : http01IngressClass === undefined ? "dns" : "ingress",
      ...(ingressClass !== undefined && { ingressClass }),
      ...(zones && { zones }),
      ...(zones?.length !== dnsZones?.length && { zonesArriveLater: true }),
    };
  });

/** Where every istiod of the program passes Ingresses over, no name is ever proved. */
function unanswered(program: View): string | undefined {
  const istiods = program.said("controlPlane");
  const [first] = istiods;
  return first && istiods.every(({ ingressControllerMode }) => ingressControllerMode === "OFF")
    ? `${shown(usualIngressClass)} is answered by istiod, and meshConfig.ingressControllerMode of ${first.owner} is OFF: no name is proved and no certificate issued; take the setting out, or prove names by http01Gateway or dns01`
    : undefined;
}

/** cert-manager looks at no Gateway unless it is told to when it is installed. */
const gatewayDemands = ({ acme }: CertificateIssuerArgs): Demand[] =>
  (acme?.solvers ?? []).flatMap(({ http01Gateway }, i) =>
    http01Gateway === undefined
      ? []
      : [
          demand({
            topic: "certManager",
            key: [],
            path: `acme.solvers[${i}].http01Gateway`,
            test: ({ owner, gatewayApi }) =>
              gatewayApi === false
                ? `is answered through the Gateway API, which ${owner} does not look at: no name is proved and no certificate issued; set its gatewayApi to true`
                : undefined,
          }),
        ],
  );

/** The CA of an issuer for the whole cluster is looked for where cert-manager is. */
const caDemands = ({ kind, objects }: Pick<Planned, "kind" | "objects">): Demand[] =>
  objects
    .filter((object) => object.kind === "Certificate" && kind === IssuerKind.ClusterIssuer)
    .map(({ namespace }) =>
      demand({
        topic: "certManager",
        key: [],
        path: "ownCa.namespace",
        test: ({ owner, secretsIn }) => {
          const own = namespace === undefined ? undefined : recall(namespace);
          return own === undefined || secretsIn === undefined || own === secretsIn
            ? undefined
            : `${shown(own)} is not where ${owner} looks for Secrets of issuers for the whole cluster, ${shown(secretsIn)}: the issuer never signs; write ${shown(secretsIn)}`;
        },
      }),
    );

const signerOf = ({ acme, ca, ownCa }: CertificateIssuerArgs): IssuerFact["signs"] =>
  acme ? "acme" : ca ? "ca" : ownCa ? "ownCa" : "selfSigned";

/** What an issuer says to the program that it is part of. */
function issuerPart({ owner, args, name, namespace, kind, objects }: Planned): Part {
  const classes = ingressClasses(args);
  const gateways = answeringGateways(args);
  const [known, where] = [recall(name), namespace && recall(namespace)];
  const value: IssuerFact = {
    owner,
    ...(known !== undefined && { name: known }),
    kind,
    ...(where !== undefined && { namespace: where }),
    signs: signerOf(args),
    ...(args.acme && { solvers: solverFacts(args) }),
    ...(classes.length > 0 && { ingressClasses: classes.map(([, one]) => one) }),
    ...(gateways.length > 0 && { gateways }),
  };
  return {
    claims: [
      ...objects.map((object) => claim(object.kind, object)),
      ...objects.flatMap((object) =>
        object.kind === "Certificate" ? [claim("Secret", object)] : [],
      ),
    ],
    facts: [fact({ topic: "issuer", key: [], value, path: "name" })],
    demands: [...gatewayDemands(args), ...caDemands({ kind, objects })],
    atEnd: classes
      .filter(([, one]) => one === usualIngressClass)
      .map(([path]) => ({ path, reason: unanswered })),
  };
}

/** Arguments with all defaults filled in, and the objects that follow from them. */
interface CertificateIssuerPlan {
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
  program: View = nothingSaid,
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
  const [certManager] = program.said("certManager");
  const usual = certManager?.secretsIn ?? "cert-manager";
  const own = ownCa && checkedOwnCa(check, ownCa, namespace ?? usual);
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
