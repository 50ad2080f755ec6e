import { isIpOrCidr } from "../../../values/ip";
import { fitsRange, isEveryAddress } from "../../../values/ip-range";
import { fitsGlob, fitsPattern } from "../../../values/pattern";
import { portTextProblem } from "../../../values/port";
import { namespaceOf, serviceAccountOf, trustDomainOf } from "../../../values/principal";
import type { Fit, Test } from "./fit";
import type { SeenAddress, Subject } from "./subject";

/** A test of one value of a rule; none where the value cannot be read. */
export type TestOf = (value: string) => Test<Subject> | undefined;

/** Whether a text fits a value of a policy, in which "*" alone is any text that is not empty. */
export const fitsText = (value: string, text: string): boolean =>
  value === "*" ? text !== "" : fitsPattern(value, text);

/** A test of who the other end has proven to be: nobody fits where it has proven nothing. */
const ofPrincipal =
  (fits: (principal: string) => boolean): Test<Subject> =>
  ({ principal }): Fit =>
    typeof principal === "object" ? principal : principal !== undefined && fits(principal);

const ofAddress =
  (read: (subject: Subject) => SeenAddress): TestOf =>
  (range) => {
    if (!isIpOrCidr(range)) {
      return undefined;
    }
    if (isEveryAddress(range)) {
      return () => true;
    }
    return (subject): Fit => {
      const address = read(subject);
      return typeof address === "object"
        ? address
        : address !== undefined && fitsRange(range, address);
    };
  };

/** Blocks of addresses that the other end has. */
export const sourceIp: TestOf = ofAddress(({ source }) => source);

/** Blocks of addresses that the client has, by what proxies before say of it. */
export const remoteIp: TestOf = ofAddress(({ remote }) => remote);

/** Blocks of addresses that are called. */
export const destinationIp: TestOf = ofAddress(({ destination }) => destination);

/** Ports that are called. */
export const destinationPort: TestOf = (value) =>
  portTextProblem(value) === undefined ? ({ port }) => port === Number(value) : undefined;

/** Server name of the connection. */
export const sni: TestOf = (value) => (subject) => fitsText(value, subject.sni);

/** Principals as Envoy compares them. */
export const principal: TestOf = (value) => ofPrincipal((own) => fitsText(value, own));

/** Namespaces as Envoy compares them: within the whole identity, with any number of "*". */
export const namespaceInIdentity: TestOf = (value) =>
  ofPrincipal((own) => fitsGlob(`*/ns/${value}/*`, own));

/** Trust domains as Envoy compares them. */
export const trustDomain: TestOf = (value) =>
  ofPrincipal((own) => fitsGlob(value, trustDomainOf(own)));

/** Namespaces as ztunnel compares them. */
export const namespaceAlone: TestOf = (value) =>
  ofPrincipal((own) => fitsText(value, namespaceOf(own)));

/** Service accounts, `name` or `namespace/name`; one without a namespace is of the policy's own. */
export const serviceAccountFrom =
  (policyNamespace: string): TestOf =>
  (value) => {
    const slash = value.indexOf("/");
    const namespace = slash === -1 ? policyNamespace : value.slice(0, slash);
    const name = value.slice(slash + 1);
    return ofPrincipal((own) => namespaceOf(own) === namespace && serviceAccountOf(own) === name);
  };
