import { CertManager } from "../../components";
import type { ComponentCase } from "../support/component-case";
import { changesOf } from "../support/transitions/changes";

export default {
  component: "CertManager",
  rendered: true,
  samples: [
    {
      what: "in a namespace of its own",
      create: (name, opts, common) => new CertManager(name, { ...common }, opts),
    },
    {
      what: "in a namespace that exists",
      create: (name, opts, common) =>
        new CertManager(name, { ...common, namespace: "pki", createNamespace: false }, opts),
    },
  ],
  refusals: [
    {
      what: "a version without its v",
      create: () => new CertManager("x", { version: "1.21.0" }),
      at: "version",
      says: /"1\.21\.0" is no version of cert-manager; write for example "v1\.\d+\.\d+"/,
    },
    {
      what: "a version from before crds.enabled",
      create: () => new CertManager("x", { version: "v1.14.0" }),
      at: "version",
      says: /"v1.14.0" is too old.*allowed: v1.15.0 and later/,
    },
    {
      what: "the old name of a value",
      create: () => new CertManager("x", { values: { installCRDs: true } }),
      at: "values.installCRDs",
      says: /use the argument crds/,
    },
  ],
  outputs: ["namespace", "version"],
  plain: ["crds", "createNamespace", "deleteNamespace", "gatewayApi", "releaseName", "version"],
  handles: ["namespace"],
  notTranslated: "cert-manager issues certificates and tells proxies nothing",
  notSubmitted: "it makes a Helm release; the lab runs the chart",
  changes: changesOf(CertManager, {
    bases: { "as it is": {} },
    values: {
      releaseName: ["certs"],
      timeout: [120],
      values: [{ replicaCount: 2 }],
      version: ["v1.20.0"],
    },
  }),
} satisfies ComponentCase;
