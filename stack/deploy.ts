import * as pulumi from "@pulumi/pulumi";
import {
  AuthorizationPreset,
  CertManager,
  Client,
  ControlPlane,
  IngressGateway,
} from "../components";
import { applicationsOf } from "./applications";
import type { Deployed } from "./deploy-application";
import { deployNamed } from "./named-components";
import { deployNamespace, modeOf } from "./namespaces";
import type { StackConfig } from "./stack";

/** The policies of a stack file, those that let somebody in apart from those that let nobody in. */
function byWhatTheyLetIn({ authorization = {} }: StackConfig) {
  const entries = Object.entries(authorization);
  const shutting = ({ preset }: (typeof authorization)[string]) =>
    preset === AuthorizationPreset.AllowNothing;
  return {
    open: { authorization: Object.fromEntries(entries.filter(([, args]) => !shutting(args))) },
    shut: { authorization: Object.fromEntries(entries.filter(([, args]) => shutting(args))) },
  };
}

/** Namespace of an IngressGateway that names none. */
const gatewayNamespace = "istio-ingress";

/** Creates everything; the order is in the `dependsOn`s, not in the lines. */
export function deploy(config: StackConfig) {
  const { mesh, namespaces, clients = {} } = config;
  const controlPlane = new ControlPlane("istio", mesh);
  const tags = deployNamed(config, "revisionTags", () => [controlPlane]);
  const ingress = new IngressGateway(
    "ingress",
    { ...config.gateway, controlPlane },
    { dependsOn: tags },
  );
  const declared = new Map(
    Object.entries(namespaces).map(([name, entry]) => [
      name,
      deployNamespace(
        name,
        entry,
        controlPlane,
        name === config.bookinfo?.namespace ? ["waypoint"] : [],
      ),
    ]),
  );
  /** Waits for the namespace's labels, like all that is created in it. */
  const inNamespace = (name: string): pulumi.Input<string> =>
    declared.get(name)?.namespace.name ?? name;

  const places = [controlPlane, ...[...declared.values()].map(({ namespace }) => namespace)];
  const certManager =
    config.certManager === undefined ? [] : [new CertManager("cert-manager", config.certManager)];
  const issuers = deployNamed(config, "issuers", () => [...places, ingress, ...certManager]);
  const certificates = deployNamed(config, "certificates", () => [...places, ingress, ...issuers]);

  for (const [name, namespace] of Object.entries(clients)) {
    new Client(name, { namespace: inNamespace(namespace) }, { dependsOn: [controlPlane, ...tags] });
  }
  const applications = applicationsOf(config).map(({ name, namespace, deploy }) => [
    name,
    deploy({
      controlPlane,
      ingress,
      namespace: inNamespace(namespace),
      mode: modeOf(namespaces[namespace]),
      before: tags,
      beforeEntry: certificates,
      beforeSplit: declared.get(namespace)?.waypoint ?? [],
    }),
  ]);

  /** The gateway makes its namespace itself; what is elsewhere does not wait for its address. */
  const inPlace = ({ namespace }: { namespace?: unknown }) =>
    namespace === (config.gateway?.namespace ?? gatewayNamespace) ? [...places, ingress] : places;
  // Declared last: what a policy is for is known then.
  deployNamed(config, "externalServices", inPlace);
  deployNamed(config, "mutualTls", inPlace);
  deployNamed(config, "telemetry", inPlace);
  // Nobody is shut out before what lets him in is there, nor after it has gone.
  const { open, shut } = byWhatTheyLetIn(config);
  const letIn = deployNamed(open, "authorization", inPlace);
  deployNamed(shut, "authorization", (args) => [...inPlace(args), ...letIn]);

  return {
    gatewayAddress: ingress.address,
    namespaces: pulumi.output(
      Object.fromEntries(Object.entries(namespaces).map(([name, entry]) => [name, modeOf(entry)])),
    ),
    applications: pulumi.output(Object.fromEntries(applications) as Record<string, Deployed>),
    profile: controlPlane.profile,
    version: controlPlane.version,
  };
}
