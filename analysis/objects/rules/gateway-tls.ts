import { type Finding, refused, warned } from "../finding";
import { cipherFindings } from "./gateway-ciphers";
import {
  entries,
  field,
  filledFields,
  isBlank,
  isFilled,
  isUnknown,
  type Place,
  refusedIf,
  text,
} from "./primitives/place";

const certificateFields = [
  "serverCertificate",
  "privateKey",
  "caCertificates",
  "tlsCertificates",
  "credentialName",
  "credentialNames",
];

/** Settings of the server's side of TLS. */
export function serverTlsFindings(tls: Place): Finding[] {
  const mode = field(tls, "mode");
  return [
    ...cipherFindings(tls),
    ...(isUnknown(mode) ? [] : certificateFindings(tls, text(mode) ?? "PASSTHROUGH")),
  ];
}

function certificateFindings(tls: Place, mode: string): Finding[] {
  if (mode === "ISTIO_MUTUAL") {
    return filledFields(tls, certificateFields).map(({ path, value }) =>
      refused(path, value, "mode ISTIO_MUTUAL takes the mesh's own certificates"),
    );
  }
  return [
    ...sourceFindings(tls),
    ...(mode.endsWith("PASSTHROUGH") ? passingFindings(tls, mode) : terminatingFindings(tls, mode)),
  ];
}

function sourceFindings(tls: Place): Finding[] {
  const files = filledFields(tls, ["serverCertificate", "privateKey"]).length === 2;
  const others = filledFields(tls, ["credentialName", "credentialNames", "tlsCertificates"]);
  return refusedIf(
    others.length + (files ? 1 : 0) > 1,
    tls,
    "one of credentialName, credentialNames, tlsCertificates, serverCertificate with privateKey is expected",
  );
}

function passingFindings(tls: Place, mode: string): Finding[] {
  const passedOver = filledFields(tls, [...certificateFields, "caCrl"]);
  const crl = field(tls, "caCrl");
  return [
    ...(passedOver.length > 0
      ? [warned(tls.path, tls.value, `mode ${mode} passes over certificates`)]
      : []),
    ...refusedIf(
      isFilled(crl) && isFilled(field(tls, "credentialName")),
      crl,
      "belongs into the credential that credentialName names",
    ),
  ];
}

/** Modes SIMPLE, MUTUAL and OPTIONAL_MUTUAL without a credential that brings everything. */
function terminatingFindings(tls: Place, mode: string): Finding[] {
  const ca = field(tls, "caCertificates");
  const crl = field(tls, "caCrl");
  if (!["credentialName", "credentialNames"].every((name) => isBlank(field(tls, name)))) {
    return [];
  }
  return [
    ...refusedIf(
      mode !== "SIMPLE" && isBlank(ca),
      ca,
      `mode ${mode} needs the certificates of the authority that clients are verified by`,
    ),
    ...missingFiles(tls, mode),
    ...refusedIf(mode === "SIMPLE" && isFilled(crl), crl, "mode SIMPLE verifies no clients"),
  ];
}

function missingFiles(tls: Place, mode: string): Finding[] {
  const list = field(tls, "tlsCertificates");
  const holders = isBlank(list) ? [tls] : entries(list);
  return holders
    .flatMap((holder) => ["serverCertificate", "privateKey"].map((name) => field(holder, name)))
    .filter(isBlank)
    .map(({ path, value }) =>
      refused(
        path,
        value,
        `mode ${mode} needs serverCertificate and privateKey, or credentialName`,
      ),
    );
}
