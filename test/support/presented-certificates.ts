/** Prints, as PEM, the certificates that a server presents: `ADDRESS SERVER-NAME`, port 443. */
import { connect, type DetailedPeerCertificate } from "node:tls";

const [host, servername] = process.argv.slice(2);

const asPem = (der: Buffer) => {
  const lines = der.toString("base64").match(/.{1,64}/g) ?? [];
  return ["-----BEGIN CERTIFICATE-----", ...lines, "-----END CERTIFICATE-----", ""].join("\n");
};

// Who signed it is for the caller to judge.
const socket = connect({ host, port: 443, servername, rejectUnauthorized: false }, () => {
  const seen = new Set<Buffer>();
  let next: DetailedPeerCertificate | undefined = socket.getPeerCertificate(true);
  while (next?.raw && !seen.has(next.raw)) {
    seen.add(next.raw);
    process.stdout.write(asPem(next.raw));
    next = next.issuerCertificate;
  }
  socket.end();
});
