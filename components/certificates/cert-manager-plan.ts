import type { CertManagerArgs as RemoteArgs } from "@pulumi/kubernetes-cert-manager";
import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck, Safe } from "../../arguments/argument-check";
import { checkArguments } from "../../arguments/check-arguments";
import { recall } from "../../arguments/known-output";
import { dnsLabel, integer, type Test } from "../../arguments/predicates";
import { shown } from "../../arguments/shown";
import { versionNumbers } from "../../values/version";
import versions from "../../versions.json";
import { chartReference, checkChartSource } from "../control-plane/chart-source";
import { type ChartValues, mergeValues, valueAt } from "../control-plane/chart-values";
import { withMetadata } from "../metadata";
import { checkDeletion, namespacePart } from "../namespaces/own-namespace";
import type { CertManagerFact } from "../program/facts/certificate-facts";
import { fact, objectClaim, type Part } from "../program/part";
import { holdsLater } from "../resources/plain-part";
import type { CertManagerArgs } from "./cert-manager-args";

/** Arguments with all defaults filled in, and what follows from them. */
export interface CertManagerPlan {
  /** What Pulumi shows and keeps as the component's inputs. */
  inputs: Safe<CertManagerArgs>;
  namespace: pulumi.Input<string>;
  createNamespace: boolean;
  deleteNamespace: boolean;
  version: string;
  /** Arguments of Pulumi's own component. */
  remote: RemoteArgs;
  /** Values of the chart. */
  values: ChartValues;
  /** Whether that component would lose or refuse some of them; see `withValues`. */
  past: boolean;
  /** To be told of the component. */
  self: CertManagerFact["self"];
  part: Part;
}

const onlyOne = "a cluster has one cert-manager, which serves all namespaces; leave this one out";

/** Whether names are proved through the Gateway API; undefined when that arrives later. */
function knowsGatewayApi(values: ChartValues): boolean | undefined {
  const said = [valueAt(values, "config.enableGatewayAPI"), valueAt(values, "extraArgs")];
  if (holdsLater(said) || holdsLater(values.config)) {
    return undefined;
  }
  const [configured, flags] = said;
  return configured === true || (Array.isArray(flags) && flags.some(isGatewayApiFlag));
}

const isGatewayApiFlag = (flag: unknown): boolean =>
  flag === "--enable-gateway-api" || flag === "--enable-gateway-api=true";

/** What of an installation other components have to know. */
interface Installed {
  /** In the words of an error: `CertManager "cert-manager"`. */
  owner: string;
  namespace: pulumi.Input<string>;
  releaseName: string;
  createNamespace: boolean;
  values: ChartValues;
  self: CertManagerFact["self"];
}

/** Definitions, webhooks and rights of the whole cluster are those of one installation. */
function partOf({
  owner,
  namespace,
  releaseName,
  createNamespace: creates,
  values,
  self,
}: Installed): Part {
  const own: Part = creates
    ? namespacePart(namespace, "createNamespace", "write createNamespace: false")
    : {};
  const gatewayApi = knowsGatewayApi(values);
  const secretsIn = recall(valueAt(values, "clusterResourceNamespace") ?? namespace);
  return {
    ...own,
    claims: [
      ...(own.claims ?? []),
      { what: "installation of", key: ["cert-manager"], path: "releaseName", way: onlyOne },
      objectClaim("Helm release", [namespace, releaseName], "releaseName", onlyOne),
    ],
    facts: [
      ...(creates
        ? [fact({ topic: "namespace", key: [namespace], value: {}, path: "namespace" })]
        : []),
      fact({
        topic: "certManager",
        key: [],
        value: {
          owner,
          ...(gatewayApi !== undefined && { gatewayApi }),
          ...(typeof secretsIn === "string" && { secretsIn }),
          self,
        },
        path: "gatewayApi",
      }),
    ],
  };
}

const defaultVersion = `v${versions.certManager}`;
const repository = "https://charts.jetstack.io";

const chartVersion: Test<string> = (value) => {
  const numbers = value.startsWith("v") ? versionNumbers(value.slice(1)) : undefined;
  if (numbers === undefined) {
    return `${shown(value)} is no version of cert-manager; write for example "${defaultVersion}"`;
  }
  const [major, minor] = numbers;
  return major > 1 || minor >= 15
    ? undefined
    : `${shown(value)} is too old: its chart has no value crds.enabled; allowed: v1.15.0 and later`;
};

const renamed = "is the old name of crds.enabled; use the argument crds";

function checkValues(check: ArgumentCheck, { values }: CertManagerArgs): void {
  if (values !== undefined && pulumi.Output.isInstance(values)) {
    check.input<ChartValues>("values", values, ({ installCRDs }) =>
      installCRDs === undefined ? undefined : `installCRDs ${renamed}`,
    );
  } else if (valueAt(values ?? {}, "installCRDs") !== undefined) {
    check.fail("values.installCRDs", renamed);
  }
}

function chartValues(args: Safe<CertManagerArgs>): ChartValues {
  const { crds = true, gatewayApi = false, labels, annotations } = args;
  return mergeValues(
    {
      crds: { enabled: crds, keep: true },
      ...(gatewayApi && { config: { enableGatewayAPI: true } }),
      // The chart has a value for labels of all objects, and for annotations only these.
      ...(withMetadata(labels) && { global: { commonLabels: labels } }),
      ...(withMetadata(annotations) && {
        deploymentAnnotations: annotations,
        webhook: { deploymentAnnotations: annotations },
        cainjector: { deploymentAnnotations: annotations },
      }),
    },
    args.values,
  );
}

/** Throws one error with everything that is wrong. */
export function certManagerPlan(
  component: string,
  unchecked: CertManagerArgs = {},
): CertManagerPlan {
  const check = checkArguments("CertManager", component, unchecked);
  const { args } = check;
  const {
    namespace = "cert-manager",
    createNamespace = true,
    deleteNamespace = false,
    version = defaultVersion,
    releaseName = "cert-manager",
    charts = { repository },
  } = args;
  const checkedNamespace = check.input("namespace", namespace, dnsLabel);
  const timeout = check.input("timeout", args.timeout ?? 600, integer(1));
  check.plain("version", version, chartVersion);
  check.plain("releaseName", releaseName, dnsLabel);
  checkChartSource(check, charts);
  checkDeletion(check, args, createNamespace, "createNamespace is false");
  checkValues(check, args);
  check.labels(args.labels);
  check.annotations(args.annotations);
  const safe = check.done();

  const values = chartValues(safe);
  const self: CertManagerFact["self"] = {};
  return {
    self,
    inputs: { ...safe, namespace: checkedNamespace, createNamespace, version, releaseName, charts },
    namespace: checkedNamespace,
    createNamespace,
    deleteNamespace,
    version,
    part: partOf({
      owner: `CertManager ${shown(component)}`,
      namespace: checkedNamespace,
      releaseName,
      createNamespace,
      values,
      self,
    }),
    remote: {
      helmOptions: {
        ...chartReference(charts, "cert-manager", version),
        // Without one, Pulumi's component would look for the folder in its own repository.
        ...(charts.path !== undefined && { repositoryOpts: { repo: "" } }),
        name: releaseName,
        namespace: checkedNamespace,
        createNamespace: false,
        timeout,
        ...(!holdsLater(values) && { values }),
      },
    },
    values,
    // A transform asks for an engine that knows transforms, which mocks of tests are not.
    past: holdsLater(values) || Object.keys(values).some((key) => key !== "crds"),
  };
}

/**
 * Gives the release its values past Pulumi's component. Its plugin drops those that it has arguments
 * for, and refuses all where one is secret or comes from another resource.
 */
export const withValues =
  (values: ChartValues): pulumi.ResourceTransform =>
  ({ type, props, opts }) =>
    type === "kubernetes:helm.sh/v3:Release" ? { props: { ...props, values }, opts } : undefined;
