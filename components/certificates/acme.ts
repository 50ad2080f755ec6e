import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../../arguments/argument-check";
import { checkExactlyOne } from "../../arguments/choice";
import { dnsLabel, dnsName, textTest } from "../../arguments/predicates";
import { whenKnown } from "../../arguments/when-known";
import { emailProblem } from "../../values/email";
import { gatewayApi } from "../../values/known-names";
import { isAcmeDirectory } from "../../values/url";
import type { AcmeIssuer, AcmeSolver } from "./certificate-issuer-args";

const letsEncrypt = "https://acme-v02.api.letsencrypt.org/directory";

const address = textTest(emailProblem);

const directory = textTest((text) =>
  isAcmeDirectory(text)
    ? undefined
    : `is no address of an ACME directory; write for example "${letsEncrypt}"`,
);

function checkSolver(check: ArgumentCheck, at: string, solver: AcmeSolver): void {
  const { dns01 } = solver;
  checkExactlyOne(check, at, {
    object: solver,
    names: ["http01Gateway", "http01IngressClass", "dns01"],
  });
  if (dns01) {
    checkExactlyOne(check, `${at}.dns01`, {
      object: dns01,
      names: Object.keys(dns01),
      called: 'the providers, such as "route53"',
    });
  }
}

function checkedSolver(check: ArgumentCheck, at: string, solver: AcmeSolver): AcmeSolver {
  checkSolver(check, at, solver);
  const { http01Gateway: gateway, http01IngressClass, dns01, dnsZones } = solver;
  return {
    ...(gateway && {
      http01Gateway: {
        name: check.input(`${at}.http01Gateway.name`, gateway.name, dnsName),
        namespace: check.input(`${at}.http01Gateway.namespace`, gateway.namespace, dnsLabel),
      },
    }),
    http01IngressClass: check.input(`${at}.http01IngressClass`, http01IngressClass, dnsName),
    dns01,
    dnsZones: dnsZones?.map((zone, i) => check.input(`${at}.dnsZones[${i}]`, zone, dnsName)),
  };
}

/** The same with values that are safe to use, and with Let's Encrypt where no server is named. */
export function checkedAcme(check: ArgumentCheck, acme: AcmeIssuer): AcmeIssuer {
  if (acme.solvers.length === 0) {
    check.fail("acme.solvers", "is empty; no name could be proved, so name at least one");
  }
  const { externalAccountBinding: binding } = acme;
  return {
    email: check.input("acme.email", acme.email, address),
    server: check.input("acme.server", acme.server ?? letsEncrypt, directory),
    solvers: acme.solvers.map((solver, i) => checkedSolver(check, `acme.solvers[${i}]`, solver)),
    accountSecretName: check.input("acme.accountSecretName", acme.accountSecretName, dnsName),
    ...(binding && {
      externalAccountBinding: {
        ...binding,
        secretName: check.input(
          "acme.externalAccountBinding.secretName",
          binding.secretName,
          dnsName,
        ),
      },
    }),
  };
}

/** A parent without a namespace is looked for beside the certificate. */
const gatewaySolver = ({ name, namespace }: NonNullable<AcmeSolver["http01Gateway"]>) => ({
  gatewayHTTPRoute: {
    parentRefs: [
      {
        group: gatewayApi,
        kind: "Gateway",
        name,
        ...(namespace !== undefined && { namespace }),
      },
    ],
  },
});

const solverSpec = ({ http01Gateway, http01IngressClass, dns01, dnsZones }: AcmeSolver) => ({
  ...(dnsZones && { selector: { dnsZones } }),
  ...(http01Gateway && { http01: gatewaySolver(http01Gateway) }),
  ...(http01IngressClass !== undefined && {
    http01: { ingress: { ingressClassName: http01IngressClass } },
  }),
  ...(dns01 && { dns01 }),
});

/**
 * The part of an issuer's spec for ACME. `issuer` is its name, which the Secret with the account's key
 * gets where none is named.
 */
export function acmeSpec(acme: AcmeIssuer, issuer: pulumi.Input<string>): object {
  const { email, server, solvers, accountSecretName, externalAccountBinding: binding } = acme;
  return {
    email,
    server,
    privateKeySecretRef: {
      name: accountSecretName ?? whenKnown([issuer], (name: string) => `${name}-account`),
    },
    ...(binding && {
      externalAccountBinding: {
        keyID: binding.keyId,
        keySecretRef: { name: binding.secretName, key: binding.secretKey ?? "secret" },
      },
    }),
    solvers: solvers.map(solverSpec),
  };
}
