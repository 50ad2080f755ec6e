import assert from "node:assert/strict";
import type { IssuerFact, SolverFact } from "../program/facts/certificate-facts";
import { provingSolver, unproved } from "./solver-choice";

const issuer = (...solvers: SolverFact[]): IssuerFact => ({
  owner: 'CertificateIssuer "le"',
  kind: "ClusterIssuer",
  signs: "acme",
  solvers,
});
const ingress: SolverFact = { by: "ingress", ingressClass: "istio" };
const dns = (...zones: string[]): SolverFact => ({
  by: "dns",
  ...(zones.length > 0 && { zones }),
});

describe("the solver by which a name is proved", () => {
  it("is the one with the closest zone, and the first of those as close", () => {
    const all = issuer(ingress, dns("example.com"), dns("shop.example.com"), dns());
    const chosen = (name: string) => provingSolver(all, name);
    assert.deepEqual(chosen("a.shop.example.com"), dns("shop.example.com"));
    assert.deepEqual(chosen("shop.example.com"), dns("shop.example.com"));
    assert.deepEqual(chosen("example.com"), dns("example.com"));
    assert.deepEqual(chosen("myexample.com"), ingress);
    assert.deepEqual(chosen("*.shop.example.com"), dns("shop.example.com"));
    assert.deepEqual(chosen("*.other.org"), dns());
  });

  it("is not known while zones arrive later", () => {
    const later: SolverFact = { by: "dns", zones: [], zonesArriveLater: true };
    assert.equal(provingSolver(issuer(ingress, later), "a.example.com"), "later");
    const atGateway: SolverFact = { by: "gateway", zones: [], zonesArriveLater: true };
    assert.deepEqual(provingSolver(issuer(atGateway, dns()), "*.example.com"), dns());
    assert.equal(unproved(issuer(later), "*.example.com"), undefined);
  });

  it("is missing for a wildcard without dns01, and for a name in no zone", () => {
    const told = (one: IssuerFact, name: string) => unproved(one, name);
    assert.equal(
      told(issuer(ingress), "*.example.com"),
      '"*.example.com" is proved by DNS alone, and no solver of CertificateIssuer "le" has dns01 for it: the certificate is never issued; add a solver for it to acme.solvers there',
    );
    assert.match(
      told(issuer(dns("example.com")), "example.org") ?? "",
      /^"example.org" is in the dnsZones of no solver of CertificateIssuer "le": /,
    );
    assert.equal(told(issuer(ingress), "example.com"), undefined);
    assert.equal(told(issuer(dns("example.com")), "*.example.com"), undefined);
    assert.equal(told({ ...issuer(), signs: "ownCa" }, "*.example.com"), undefined);
  });
});
