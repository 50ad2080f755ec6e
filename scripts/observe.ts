import * as http from "node:http";
import * as https from "node:https";
import type { Probe } from "./probes";

/** Whom requests are for. */
export interface Target {
  /** Scheme and host as a client names them. */
  page: string;
  /** Address of the gateway, which the host's name need not lead to. */
  address: string;
  probe: Probe;
}

interface Reply {
  status: number | undefined;
  body: string;
}

function get(page: URL, address: string): Promise<Reply> {
  const { protocol, host, hostname, pathname } = page;
  const secure = protocol === "https:";
  const options = {
    host: address,
    ...(page.port !== "" && { port: page.port }),
    path: pathname,
    headers: { host },
    signal: AbortSignal.timeout(10_000),
  };
  return new Promise((done, fail) => {
    const answered = (response: http.IncomingMessage) => {
      const parts: Buffer[] = [];
      response.on("data", (part) => parts.push(part));
      response.on("error", fail);
      response.on("end", () =>
        done({ status: response.statusCode, body: Buffer.concat(parts).toString() }),
      );
    };
    const request = secure
      ? // Versions are counted here; the CA of a new cluster is nobody's yet.
        https.get({ ...options, servername: hostname, rejectUnauthorized: false }, answered)
      : http.get(options, answered);
    request.on("error", fail);
  });
}

/** What one request showed: the version that answered, or why none did. */
async function ask({ page, address, probe }: Target): Promise<string> {
  const url = new URL(probe.path, page);
  const { status, body } = await get(url, address);
  const version = status === 200 ? probe.versionOf(body) : undefined;
  if (version === undefined) {
    throw new Error(`GET ${url}: ${status}, no ${probe.service} in the answer`);
  }
  return version;
}

/** Waits for the first good answer; proxies learn of a new route within a second or two. */
export async function waitForAnswer(target: Target, seconds = 30): Promise<void> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    try {
      await ask(target);
      return;
    } catch (error) {
      if (Date.now() > end) {
        throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

/** Counts which versions answered, over `requests` requests one after the other. */
export async function countVersions(
  target: Target,
  requests: number,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (let i = 0; i < requests; i++) {
    const version = await ask(target);
    counts[version] = (counts[version] ?? 0) + 1;
  }
  return counts;
}
