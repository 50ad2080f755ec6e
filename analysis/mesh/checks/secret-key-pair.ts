import { isKeyOfAnother } from "../../../values/key-pair";
import { fieldPath } from "../../objects/path";
import { check } from "../check";
import { texts } from "../fields";
import { Kind } from "../kinds";
import { certificateKeys, credentialsOfMesh, serverCertificate } from "../model/credentials";

const secret = (key: string): string => `apiVersion: v1
kind: Secret
metadata: {name: tickets, namespace: gates}
type: kubernetes.io/tls
stringData:
  tls.crt: |
    -----BEGIN CERTIFICATE-----
    MIIBmzCCAUGgAwIBAgIUd+oiouy05CrBqNyYRZOU3lpqQUowCgYIKoZIzj0EAwIw
    EjEQMA4GA1UEAwwHdGlja2V0czAgFw0yNjEyMDEwMjUxNDNaGA8yMTI2MTEwNzAy
    NTE0M1owEjEQMA4GA1UEAwwHdGlja2V0czBZMBMGByqGSM49AgEGCCqGSM49AwEH
    A0IABLtA4DZGjSTUkAbycXh/oRUDrexRlm8xmAah0wsmu7n6AjWXai1JDrXH/F7P
    jIYJDG7Z0C0+Y5ijIYjaBDQxPWCjczBxMB0GA1UdDgQWBBTdxe3bvIWeR1vpDF4n
    sqDE/IMdXTAfBgNVHSMEGDAWgBTdxe3bvIWeR1vpDF4nsqDE/IMdXTAPBgNVHRMB
    Af8EBTADAQH/MB4GA1UdEQQXMBWCE3RpY2tldHMuZXhhbXBsZS5jb20wCgYIKoZI
    zj0EAwIDSAAwRQIhAJ4802U+rK5HRsIlSdBoGkgsvVzb4AlchRCtnySvIuRJAiB5
    xwXYOUys7BpeNJJhopnhqzxKwtQn+cEjlHr7TetY9Q==
    -----END CERTIFICATE-----
  tls.key: |${key}`;

/** A certificate beside a private key that is not its own. */
export const secretKeyPair = check({
  id: "secret-key-pair",
  code: "MESH0146",
  aliases: [],
  level: "error",
  kinds: [Kind.Secret],
  summary: "A Secret has a certificate and the private key of another one.",
  why: "A proxy refuses the pair, and no TLS handshake for its hosts comes about.",
  fix: "Put the key with which the certificate was asked for under tls.key; a chain begins with the certificate of the server.",
  url: "https://istio.io/latest/docs/tasks/traffic-management/ingress/secure-ingress/#troubleshooting",
  fires: secret(` # found
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgd+ifulqTTiBwi3c6
    tUk98BG8HOdFWw3wcD6fCyo5zeGhRANCAATP/NbpTzsI0jsQdc6ReDFLI0WROlYG
    c7wnj2ycB51gV8pjkRcoTGF9oXIT24SRwE4uxlWsp0W74PsIReS8GMEB
    -----END PRIVATE KEY-----
`),
  silent: secret(`
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg1qWbD9q2cpG7VHdV
    WbnXASz2I+tpzQVDy80OJ7CvJSmhRANCAAS7QOA2Ro0k1JAG8nF4f6EVA63sUZZv
    MZgGodMLJru5+gI1l2otSQ61x/xez4yGCQxu2dAtPmOYoyGI2gQ0MT1g
    -----END PRIVATE KEY-----
`),
  *run({ id, object }, mesh) {
    const data = mesh.fact(credentialsOfMesh).find(id.namespace, id.name)?.data ?? {};
    const certificate = serverCertificate(data);
    const [, key = ""] = certificateKeys.find(([cert]) => data[cert]) ?? [];
    if (certificate !== undefined && isKeyOfAnother(certificate, data[key] ?? "")) {
      yield {
        path: fieldPath(texts(object.stringData)[key] === undefined ? "data" : "stringData", key),
        message: "the key is not that of the (first) certificate",
      };
    }
  },
});
