/**
 * Serves every chart of a folder from an HTTP chart repository and from an OCI registry, both on the
 * loopback address: `main.ts CHARTS WORK`. WORK is left with ca.pem, whom clients of the registry have
 * to trust. Charts are packaged by Helm itself.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer as createHttp, type RequestListener } from "node:http";
import { createServer as createHttps } from "node:https";
import { basename, join } from "node:path";
import { parse } from "yaml";
import { newCertificate } from "../certificates";
import { must } from "../command";
import { prefix, ready, registryPort, repositoryPort, trusted } from "./addresses";
import { type ChartArchive, OciRegistry } from "./oci-registry";

/** Writes an archive for each chart, and their index. */
async function packaged(charts: string, target: string): Promise<void> {
  for (const chart of readdirSync(charts)) {
    await must("helm", ["package", join(charts, chart), "--destination", target]);
  }
  await must("helm", ["repo", "index", target]);
}

interface Index {
  entries: Record<string, { name: string; version: string; urls: string[] }[]>;
}

function archives(folder: string): ChartArchive[] {
  const { entries }: Index = parse(readFileSync(join(folder, "index.yaml"), "utf8"));
  return Object.values(entries)
    .flat()
    .map(({ urls: [file = ""], ...metadata }) => ({
      name: metadata.name,
      version: metadata.version,
      metadata,
      content: readFileSync(join(folder, basename(file))),
    }));
}

/** Only what lies directly in the folder. */
const files =
  (folder: string): RequestListener =>
  ({ url = "" }, response) => {
    const file = basename(url);
    if (url !== `/${file}` || !readdirSync(folder).includes(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200).end(readFileSync(join(folder, file)));
  };

const distribution =
  (registry: OciRegistry): RequestListener =>
  ({ method, url = "" }, response) => {
    const { status, type, body, digest } = registry.answer(url.split("?")[0] ?? "");
    const headers = { "Content-Type": type, "Content-Length": body.length };
    response.writeHead(status, { ...headers, ...(digest && { "Docker-Content-Digest": digest }) });
    response.end(method === "HEAD" ? undefined : body);
  };

const listening = (server: ReturnType<typeof createHttp>, port: number) =>
  new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, "localhost", resolve);
  });

async function serve(charts: string, work: string): Promise<void> {
  const folder = join(work, "repository");
  mkdirSync(folder, { recursive: true });
  await packaged(charts, folder);
  const issuer = newCertificate({ commonName: "charts of a test", ca: true });
  const { certificate, privateKey } = newCertificate({
    commonName: "localhost",
    dnsNames: ["localhost"],
    issuer,
  });
  writeFileSync(join(work, trusted), issuer.certificate);
  const registry = new OciRegistry(prefix, archives(folder));
  await listening(createHttp(files(folder)), repositoryPort);
  await listening(
    createHttps({ cert: certificate, key: privateKey }, distribution(registry)),
    registryPort,
  );
  process.stdout.write(`${ready}\n`);
}

const [charts = "", work = ""] = process.argv.slice(2);
void serve(charts, work);
