import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import type { Test } from "../../arguments/predicates";
import { shown } from "../../arguments/shown";
import { hasPrivateKey, pemBlocks, sharesLines } from "../../values/pem";

// None of these messages quotes what it was given: it may be a private key in the wrong place.

function parsed<T>(parse: () => T): T | undefined {
  try {
    return parse();
  } catch {
    return undefined;
  }
}

/** The certificates of a PEM text, in their order; nothing when one of them cannot be read. */
function certificatesOf(pem: unknown): X509Certificate[] {
  const blocks = typeof pem === "string" ? pemBlocks(pem) : [];
  const found = blocks.map(({ text }) => parsed(() => new X509Certificate(text)));
  return found.filter((certificate) => certificate !== undefined).length === blocks.length
    ? (found as X509Certificate[])
    : [];
}

const keyOf = (pem: string): KeyObject | undefined => parsed(() => createPrivateKey(pem));

const nameOf = ({ subject }: X509Certificate) => JSON.stringify(subject.replaceAll("\n", ", "));

/** Names of hosts that the first certificate is for; nothing when it cannot be read. */
export function namesOf(pem: string): string[] | undefined {
  const [first] = certificatesOf(pem);
  return first?.subjectAltName
    ?.split(", ")
    .flatMap((name) => (name.startsWith("DNS:") ? [name.slice("DNS:".length)] : []));
}

/** RFC 3339, as Kubernetes writes times. */
const timeOf = (date: string) =>
  `${new Date(date).toISOString().slice(0, "yyyy-mm-ddThh:mm:ss".length)}Z`;

/** End of the first certificate; nothing when it cannot be read. */
export function expiryOf(pem: string): string | undefined {
  const [first] = certificatesOf(pem);
  return first && timeOf(first.validTo);
}

const brokenLines =
  "has something else in the line of a -----BEGIN or -----END, such as a space or a byte order mark before it or the next block behind it, and proxies read it only in a line of its own";

const readable: Test<string> = (pem) => {
  if (typeof pem !== "string" || !pem.includes("-----BEGIN ")) {
    return "is no PEM text; it begins with -----BEGIN CERTIFICATE-----";
  }
  if (sharesLines(pem)) {
    return brokenLines;
  }
  const other = pemBlocks(pem).find(({ label }) => label !== "CERTIFICATE");
  if (other) {
    return `holds a ${other.label}; only CERTIFICATE blocks belong here`;
  }
  return certificatesOf(pem).length === 0
    ? "holds a certificate that cannot be read; it may have been cut off"
    : undefined;
};

const isEarly = ({ validFrom }: X509Certificate) => Date.parse(validFrom) > Date.now();

const earlyWords = (early: X509Certificate) =>
  `${nameOf(early)} is valid from ${timeOf(early.validFrom)} on only`;

const notExpired: Test<string> = (pem) => {
  const late = certificatesOf(pem).find(({ validTo }) => Date.parse(validTo) < Date.now());
  return late && `${nameOf(late)} expired at ${timeOf(late.validTo)}; renew it (IST0161)`;
};

/** A chain is as valid as each of its certificates. */
const allBegun: Test<string> = (pem) => {
  const early = certificatesOf(pem).find(isEarly);
  return early && earlyWords(early);
};

/** The next CA is handed out before its time comes; until then another one has to be there. */
const oneBegun: Test<string> = (pem) => {
  const bundle = certificatesOf(pem);
  const [first] = bundle;
  return first && bundle.every(isEarly) ? earlyWords(first) : undefined;
};

const ordered: Test<string> = (pem) => {
  const chain = certificatesOf(pem);
  const broken = chain.findIndex((one, i) => {
    const next = chain[i + 1];
    return next !== undefined && !one.checkIssued(next);
  });
  const [one, next] = [chain[broken], chain[broken + 1]];
  return (
    one &&
    next &&
    `${nameOf(one)} is not issued by ${nameOf(next)}, which follows it; the order is certificate, its issuer, and so on upwards`
  );
};

const authorities: Test<string> = (pem) => {
  const other = certificatesOf(pem).find(({ ca }) => !ca);
  return other && `${nameOf(other)} may not sign others; allowed: certificates with CA:TRUE`;
};

/** The first reason of several tests. */
const all =
  <T>(...tests: Test<T>[]): Test<T> =>
  (value) => {
    for (const test of tests) {
      const reason = test(value);
      if (reason) {
        return reason;
      }
    }
    return undefined;
  };

/** A certificate followed by its issuers. */
export const certificateChain = all(readable, notExpired, allBegun, ordered);

/** Certificates of CAs, in any order. */
export const authorityBundle = all(readable, notExpired, oneBegun, authorities);

/** A CA's certificate followed by its issuers. */
export const authorityChain = all(certificateChain, authorities);

/** Envoy and istiod take RSA and ECDSA keys only. */
export const privateKeyPem: Test<string> = (pem) => {
  if (typeof pem !== "string" || !hasPrivateKey(pem)) {
    return "is no PEM text with a private key";
  }
  if (sharesLines(pem)) {
    return brokenLines;
  }
  if (pem.includes("ENCRYPTED")) {
    return "is encrypted, and nobody can enter its passphrase; decrypt it first";
  }
  const type = keyOf(pem)?.asymmetricKeyType;
  if (type === undefined) {
    return "cannot be read as a private key; it may have been cut off";
  }
  return ["rsa", "ec"].includes(type)
    ? undefined
    : `is a key of type ${type}; Istio's proxies take RSA and ECDSA`;
};

/** Whether the key is that of the first certificate; silent while one of them is wrong by itself. */
export const keyFits: Test<readonly [certificate: string, privateKey: string]> = ([
  pem,
  keyPem,
]) => {
  const [certificate] = certificatesOf(pem);
  const key = keyOf(keyPem);
  return !certificate || !key || certificate.checkPrivateKey(key)
    ? undefined
    : `is not the key of the certificate ${nameOf(certificate)} (IST0161)`;
};

/** Whether the first certificate says that it is for a name. Common names do not count any more. */
export const coversName: Test<readonly [name: string, certificate: string]> = ([name, pem]) => {
  const [certificate] = certificatesOf(pem);
  return !certificate || certificate.checkHost(name, { subject: "never" })
    ? undefined
    : `${shown(name)} is not among the names of the certificate (${certificate.subjectAltName ?? "it has no subjectAltName"})`;
};

/** Whether the first certificate leads to a root, through the others and those of the chain. */
export const leadsTo: Test<readonly [certificate: string, chain: string, root: string]> = ([
  pem,
  chain,
  root,
]) => {
  const [first, ...own] = certificatesOf(pem);
  const between = [...own, ...certificatesOf(chain)];
  const roots = certificatesOf(root);
  if (!first || roots.length === 0) {
    return undefined;
  }
  let at = first;
  // No chain is longer than the certificates that there are.
  for (let step = 0; step <= between.length; step += 1) {
    const current = at;
    if (roots.some((one) => one.raw.equals(current.raw) || signs(one, current))) {
      return undefined;
    }
    at = between.find((one) => !one.raw.equals(current.raw) && signs(one, current)) ?? current;
  }
  return `does not lead from ${nameOf(first)} to ${roots.map(nameOf).join(" or ")}: ${nameOf(at)} was signed by ${shown(at.issuer.replaceAll("\n", ", "))}`;
};

const signs = (issuer: X509Certificate, certificate: X509Certificate) =>
  certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
