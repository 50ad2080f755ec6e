import { CertificateIssuer } from "../../components";
import type { ComponentCase } from "../support/component-case";
import { beside, changesOf } from "../support/transitions/changes";

const acme = {
  email: "mesh@example.com",
  solvers: [{ http01Gateway: { name: "shop", namespace: "shop" } }],
};

export default {
  component: "CertificateIssuer",
  samples: [
    {
      what: "for the whole cluster, self-signed",
      create: (name, opts, common) =>
        new CertificateIssuer(name, { ...common, name: "ca", selfSigned: true }, opts),
    },
    {
      what: "for a namespace, with a CA that exists",
      create: (name, opts, common) =>
        new CertificateIssuer(
          name,
          { ...common, name: "ca", namespace: "shop", ca: { secretName: "shop-ca" } },
          opts,
        ),
    },
    {
      what: "with a CA of its own",
      create: (name, opts, common) =>
        new CertificateIssuer(
          name,
          { ...common, name: "ca", ownCa: { commonName: "shop CA" } },
          opts,
        ),
    },
    {
      what: "by ACME",
      create: (name, opts, common) =>
        new CertificateIssuer(
          name,
          {
            ...common,
            name: "ca",
            acme: {
              email: "mesh@example.com",
              solvers: [{ http01Gateway: { name: "shop", namespace: "shop" } }],
            },
          },
          opts,
        ),
    },
  ],
  refusals: [
    {
      what: "two ways at once",
      create: () => new CertificateIssuer("x", { selfSigned: true, ca: { secretName: "a" } }),
      at: "selfSigned",
      says: /selfSigned true and ca are set; set exactly one of selfSigned, ca, ownCa, acme/,
    },
    {
      what: "what is no e-mail address",
      create: () =>
        new CertificateIssuer("x", {
          acme: { email: "mesh", solvers: [{ http01IngressClass: "istio" }] },
        }),
      at: "acme.email",
      says: /"mesh" is no e-mail address/,
    },
    {
      what: "an ACME server that nothing can be proved to",
      create: () =>
        new CertificateIssuer("x", { acme: { email: "mesh@example.com", solvers: [] } }),
      at: "acme.solvers",
      says: /is empty; no name could be proved/,
    },
  ],
  outputs: ["kind", "name"],
  plain: ["selfSigned"],
  handles: ["namespace"],
  notTranslated: "cert-manager reads it, not istiod",
  notSubmitted: "kinds of cert-manager, whose own webhook judges them on the lab",
  changes: changesOf(CertificateIssuer, {
    bases: {
      "self-signed": { selfSigned: true },
      "with a CA that exists": { namespace: "shop", ca: { secretName: "shop-ca" } },
      "with a CA of its own": { ownCa: { commonName: "shop CA" } },
      "by ACME": { acme },
    },
    values: {
      ca: [
        beside(
          { selfSigned: undefined, ownCa: undefined, acme: undefined },
          { secretName: "other-ca" },
        ),
      ],
      ownCa: [
        beside(
          { selfSigned: undefined, ca: undefined, acme: undefined },
          { commonName: "other CA" },
        ),
        beside(
          { selfSigned: undefined, ca: undefined, acme: undefined },
          { commonName: "shop CA" },
        ),
      ],
      acme: [
        beside(
          { selfSigned: undefined, ownCa: undefined, ca: undefined },
          { ...acme, email: "other@example.com" },
        ),
      ],
      selfSigned: [beside({ ca: undefined, ownCa: undefined, acme: undefined }, true)],
    },
    fixed: { selfSigned: "is one of the ways, or is left out" },
  }),
} satisfies ComponentCase;
