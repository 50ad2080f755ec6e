import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { prefix, ready, registryPort, repositoryPort, trusted } from "./chart-server/addresses";

const program = "test/support/chart-server/main.ts";

/** A chart repository and an OCI registry on a lab's node, with every chart of a folder. */
export class ChartServer {
  readonly repository = `http://localhost:${repositoryPort}`;
  readonly oci = `oci://localhost:${registryPort}/${prefix}`;
  private process: ChildProcess | undefined;
  private readonly work: string;

  constructor(private readonly lab: string) {
    this.work = resolve("build", "test", lab, "charts");
  }

  /** File by which programs written in Go trust the registry: their variable SSL_CERT_FILE. */
  get authority(): string {
    return join(this.work, trusted);
  }

  /** Comes back when both can be asked. */
  start(charts: string): Promise<void> {
    rmSync(this.work, { recursive: true, force: true });
    mkdirSync(this.work, { recursive: true });
    const server = spawn(
      "lab/lab",
      ["exec", "node", "node", "--import", "tsx", program, charts, this.work],
      { env: { ...process.env, ISTIO_MESH_LAB: this.lab }, stdio: ["ignore", "pipe", "inherit"] },
    );
    this.process = server;
    return new Promise((done, failed) => {
      server.once("error", failed);
      server.once("exit", (code) => failed(new Error(`the chart server ended with ${code}`)));
      server.stdout.on("data", (text) => String(text).includes(ready) && done());
    });
  }

  stop(): void {
    this.process?.kill();
  }
}
