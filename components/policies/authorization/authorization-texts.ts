import type { ArgumentCheck } from "../../../arguments/argument-check";
import { checkList } from "../../../arguments/late-list";
import { port, textTest } from "../../../arguments/predicates";
import { shown } from "../../../arguments/shown";
import {
  comparedAccountProblem,
  comparedHostProblem,
  comparedNamespaceProblem,
} from "../../../values/compared-name";
import { comparedMethodProblem } from "../../../values/http-method";
import { comparedPathProblem } from "../../../values/path";
import {
  principalProblem,
  requestPrincipalProblem,
  serviceAccountProblem,
} from "../../../values/principal";
import type { AuthorizationCondition, AuthorizationRule } from "./authorization-args";

const requestMethod = textTest(comparedMethodProblem);

/** What no path of a request can be, so that the rule would fit nothing. */
export const comparedPath = textTest(comparedPathProblem);

const namespace = textTest(comparedNamespaceProblem);
const host = textTest(comparedHostProblem);

/** What istiod refuses is left to the checks of the object. */
const account = textTest((text) =>
  serviceAccountProblem(text) ? undefined : comparedAccountProblem(text),
);
const principal = textTest(principalProblem);
const requestPrincipal = textTest(requestPrincipalProblem);

/** Headers that have a field of their own, which knows in how many ways they can be written. */
const fieldsOfHeaders: Record<string, string> = {
  host: "hosts",
  ":authority": "hosts",
  ":method": "methods",
};

function checkHeader(check: ArgumentCheck, { header }: AuthorizationCondition, at: string): void {
  const field = header === undefined ? undefined : fieldsOfHeaders[header.toLowerCase()];
  if (field !== undefined) {
    check.fail(
      `${at}.header`,
      `${shown(header)} would be compared in one of the ways in which clients can write it; use ${field} under to`,
    );
  }
}

/** Reports texts that can fit no request, or only one of the ways in which it can be written. */
export function checkTexts(check: ArgumentCheck, rules: readonly AuthorizationRule[] = []): void {
  rules.forEach(({ from, to, when }, i) => {
    from?.forEach((source, j) => {
      const at = `rules[${i}].from[${j}]`;
      for (const field of ["namespaces", "notNamespaces"] as const) {
        checkList(check, `${at}.${field}`, source[field], namespace);
      }
      for (const field of ["serviceAccounts", "notServiceAccounts"] as const) {
        checkList(check, `${at}.${field}`, source[field], account);
      }
      for (const field of ["principals", "notPrincipals"] as const) {
        checkList(check, `${at}.${field}`, source[field], principal);
      }
      for (const field of ["requestPrincipals", "notRequestPrincipals"] as const) {
        checkList(check, `${at}.${field}`, source[field], requestPrincipal);
      }
    });
    to?.forEach((operation, j) => {
      const at = `rules[${i}].to[${j}]`;
      for (const field of ["ports", "notPorts"] as const) {
        checkList(check, `${at}.${field}`, operation[field], port);
      }
      for (const field of ["hosts", "notHosts"] as const) {
        checkList(check, `${at}.${field}`, operation[field], host);
      }
      for (const field of ["methods", "notMethods"] as const) {
        checkList(check, `${at}.${field}`, operation[field], requestMethod);
      }
      for (const field of ["paths", "notPaths"] as const) {
        checkList(check, `${at}.${field}`, operation[field], comparedPath);
      }
    });
    when?.forEach((condition, j) => {
      checkHeader(check, condition, `rules[${i}].when[${j}]`);
    });
  });
}
