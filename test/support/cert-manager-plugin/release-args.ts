import * as pulumi from "@pulumi/pulumi";

/** Inputs of a resource as Pulumi hands them to a plugin. */
export interface Fields {
  [name: string]: unknown;
}

const chart = "cert-manager";
const repository = "https://charts.jetstack.io";

type Scalar = "string" | "number" | "boolean";

/** Options that may arrive later, with what they have to be once they are there. */
const scalars: Record<string, Scalar> = {
  atomic: "boolean",
  chart: "string",
  cleanupOnFail: "boolean",
  createNamespace: "boolean",
  dependencyUpdate: "boolean",
  description: "string",
  devel: "boolean",
  disableCRDHooks: "boolean",
  disableOpenapiValidation: "boolean",
  disableWebhooks: "boolean",
  forceUpdate: "boolean",
  keyring: "string",
  lint: "boolean",
  maxHistory: "number",
  name: "string",
  namespace: "string",
  postrender: "string",
  recreatePods: "boolean",
  renderSubchartNotes: "boolean",
  replace: "boolean",
  resetValues: "boolean",
  reuseValues: "boolean",
  skipAwait: "boolean",
  skipCrds: "boolean",
  timeout: "number",
  verify: "boolean",
  version: "string",
  waitForJobs: "boolean",
};

const repositoryScalars: Record<string, Scalar> = {
  caFile: "string",
  certFile: "string",
  keyFile: "string",
  password: "string",
  repo: "string",
  username: "string",
};

const isLater = (value: unknown) => pulumi.Output.isInstance(value);

/** What the real plugin has a plain type for, which no output can be copied into. */
function plain(at: string, value: unknown): Fields {
  if (isLater(value)) {
    throw new Error(`${at}: arrives later, is secret or comes from another resource`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new Error(`${at}: expected a map, got ${JSON.stringify(value)}`);
  }
  return value as Fields;
}

function scalar(at: string, type: Scalar, value: unknown): unknown {
  if (!isLater(value) && typeof value !== type) {
    throw new Error(`${at}: expected a ${type}, got ${JSON.stringify(value)}`);
  }
  return value;
}

/** Those of the fields that the real plugin knows; it drops all others without a word. */
function known(at: string, fields: Fields, types: Record<string, Scalar>): Fields {
  const own = Object.entries(fields).filter(([name]) => types[name] !== undefined);
  return Object.fromEntries(
    own.map(([name, value]) => [name, scalar(`${at}.${name}`, types[name] as Scalar, value)]),
  );
}

/** Values that the real component has arguments for get lost, as those are not set; these are some. */
const ownArguments = ["cainjector", "deploymentAnnotations", "global", "replicaCount", "webhook"];

const without = (names: readonly string[], fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));

/** Values of the chart, of which the real plugin drops those that are null. */
function values(at: string, fields: Fields): Fields {
  const kept = Object.entries(fields).filter(([, value]) => value !== null);
  return Object.fromEntries(
    kept.map(([name, value]) => [
      name,
      typeof value === "object" && !Array.isArray(value)
        ? values(`${at}.${name}`, plain(`${at}.${name}`, value))
        : value,
    ]),
  );
}

/** What our component does not use. */
const notStoodIn = ["manifest", "resourceNames", "valueYamlFiles"];

/**
 * Arguments of the Release that the real component would make of its inputs. It refuses what the real
 * one refuses, by whose recorded answers it is judged, and what our component has no use for.
 */
export function releaseArgs({ helmOptions = {}, ...others }: Fields): Fields {
  const options = plain("helmOptions", helmOptions);
  const strange = [
    ...Object.keys(others),
    ...notStoodIn.filter((name) => options[name] !== undefined),
  ];
  if (strange.length > 0) {
    throw new Error(`the stand-in does not know what becomes of ${strange.join(", ")}`);
  }
  const repositoryOpts = plain("helmOptions.repositoryOpts", options.repositoryOpts ?? {});
  return {
    chart,
    ...known("helmOptions", options, scalars),
    repositoryOpts: {
      repo: repository,
      ...known("helmOptions.repositoryOpts", repositoryOpts, repositoryScalars),
    },
    values: without(
      ownArguments,
      values("helmOptions.values", plain("helmOptions.values", options.values ?? {})),
    ),
  };
}
