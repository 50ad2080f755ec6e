import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../../arguments/argument-check";
import { checkedWith } from "../../arguments/checked-with";
import { oneOf } from "../../arguments/one-of";
import { dnsName, type Test, textTest } from "../../arguments/predicates";
import { shown } from "../../arguments/shown";
import { millisecondsOf, plainDurationProblem } from "../../values/duration";
import { certManagerApi } from "../../values/known-names";
import {
  type CertificateKey,
  type Issuance,
  IssuerKind,
  type IssuerReference,
  KeyAlgorithm,
} from "./issuance-args";

const minute = 60_000;
const hour = 60 * minute;

const atLeast = (least: number, words: string) =>
  textTest((time) =>
    plainDurationProblem(time) === undefined && millisecondsOf(time) >= least
      ? undefined
      : `is not a duration of at least ${words}; write for example "2160h" for 90 days, days are no unit`,
  );

const sizes: Record<KeyAlgorithm, number[]> = {
  RSA: [2048, 3072, 4096, 8192],
  ECDSA: [256, 384, 521],
};

const sizeFits: Test<readonly [KeyAlgorithm, number]> = ([algorithm, size]) => {
  const allowed = sizes[algorithm];
  return allowed === undefined || allowed.includes(size)
    ? undefined
    : `${size} is no size of a key of type ${algorithm}; allowed: ${allowed.join(", ")}`;
};

/**
 * The same with a size that fits the algorithm, RSA where none is named as in cert-manager; no key stays
 * none.
 */
export function checkedKey(
  check: ArgumentCheck,
  path: string,
  key: CertificateKey | undefined,
): CertificateKey | undefined {
  const algorithm = key?.algorithm ?? KeyAlgorithm.Rsa;
  return (
    key && {
      algorithm,
      ...(key.size !== undefined && {
        size: checkedWith(check, `${path}.size`, algorithm, key.size, sizeFits),
      }),
    }
  );
}

/** When a certificate ends and when it is renewed. */
export interface Lifetime {
  duration?: pulumi.Input<string>;
  renewBefore?: pulumi.Input<string>;
}

const ninetyDays = "2160h";

const endsLater: Test<readonly [whole: string, before: string]> = ([whole, before]) =>
  plainDurationProblem(whole) !== undefined || millisecondsOf(before) < millisecondsOf(whole)
    ? undefined
    : `${shown(before)} is not less than the duration ${shown(whole)}; a certificate would be renewed without end`;

/** The same with times that are safe to use: at least an hour, and renewed before it ends. */
export function checkedLifetime(check: ArgumentCheck, path: string, lifetime: Lifetime): Lifetime {
  const at = `${path}.renewBefore`;
  const duration = check.input(`${path}.duration`, lifetime.duration, atLeast(hour, "1h"));
  const before = check.input(at, lifetime.renewBefore, atLeast(5 * minute, "5m"));
  return {
    ...(duration !== undefined && { duration }),
    ...(before !== undefined && {
      renewBefore: checkedWith(check, at, duration ?? ninetyDays, before, endsLater),
    }),
  };
}

const issuerKinds = Object.values(IssuerKind);

function checkedIssuer(
  check: ArgumentCheck,
  path: string,
  { name, kind = IssuerKind.Issuer, group }: IssuerReference,
): IssuerReference {
  return {
    name: check.input(`${path}.name`, name, dnsName),
    // Other groups have kinds of their own.
    kind:
      group === undefined ? check.input(`${path}.kind`, kind, oneOf<string>(issuerKinds)) : kind,
    group: check.input(`${path}.group`, group ?? certManagerApi, dnsName),
  };
}

/** The same with values that are safe to use. */
export function checkedIssuance(check: ArgumentCheck, path: string, issuance: Issuance): Issuance {
  const privateKey = checkedKey(check, `${path}.privateKey`, issuance.privateKey);
  return {
    issuer: checkedIssuer(check, `${path}.issuer`, issuance.issuer),
    ...checkedLifetime(check, path, issuance),
    ...(privateKey && { privateKey }),
  };
}

/** The part of a Certificate's spec that is the same for servers and for CAs. */
export const issuanceSpec = ({ issuer, ...rest }: Issuance) => ({ issuerRef: issuer, ...rest });
