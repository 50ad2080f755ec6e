import { createHash } from "node:crypto";

/** A chart as `helm package` leaves it. */
export interface ChartArchive {
  name: string;
  version: string;
  /** Chart.yaml as data. */
  metadata: object;
  /** The .tgz file. */
  content: Buffer;
}

export interface Answer {
  status: number;
  type: string;
  body: Buffer;
  /** Of content that is addressed by it. */
  digest?: string;
}

const manifestType = "application/vnd.oci.image.manifest.v1+json";
const configType = "application/vnd.cncf.helm.config.v1+json";
const layerType = "application/vnd.cncf.helm.chart.content.v1.tar+gzip";

const digestOf = (content: Buffer) =>
  `sha256:${createHash("sha256").update(content).digest("hex")}`;
const json = (value: unknown) => Buffer.from(JSON.stringify(value));
const described = (mediaType: string, content: Buffer) => ({
  mediaType,
  digest: digestOf(content),
  size: content.length,
});
/** Tags have no plus; Helm writes an underscore. */
const tagOf = (version: string) => version.replaceAll("+", "_");

/** The read half of the OCI distribution API, for charts in the repositories `<prefix>/<chart>`. */
export class OciRegistry {
  private readonly manifests = new Map<string, Buffer>();
  private readonly blobs = new Map<string, Buffer>();
  private readonly tags = new Map<string, string[]>();

  constructor(prefix: string, charts: ChartArchive[]) {
    for (const chart of charts) {
      this.add(`${prefix}/${chart.name}`, chart);
    }
  }

  private add(repository: string, { version, metadata, content }: ChartArchive): void {
    const config = json(metadata);
    const manifest = json({
      schemaVersion: 2,
      mediaType: manifestType,
      config: described(configType, config),
      layers: [described(layerType, content)],
    });
    for (const blob of [config, content]) {
      this.blobs.set(`${repository}@${digestOf(blob)}`, blob);
    }
    this.manifests.set(`${repository}@${digestOf(manifest)}`, manifest);
    this.manifests.set(`${repository}@${tagOf(version)}`, manifest);
    this.tags.set(repository, [...(this.tags.get(repository) ?? []), tagOf(version)]);
  }

  /** Answers GET, and HEAD but for the body. */
  answer(path: string): Answer {
    if (path === "/v2/") {
      return { status: 200, type: "application/json", body: json({}) };
    }
    const [, repository = "", what = "", reference = ""] =
      /^\/v2\/(.+)\/(manifests|blobs|tags)\/([^/]+)$/.exec(path) ?? [];
    if (what === "tags") {
      return this.list(repository);
    }
    const manifests = what === "manifests";
    const body = (manifests ? this.manifests : this.blobs).get(`${repository}@${reference}`);
    if (!body) {
      return unknown(path);
    }
    const type = manifests ? manifestType : "application/octet-stream";
    return { status: 200, type, body, digest: digestOf(body) };
  }

  private list(name: string): Answer {
    const tags = this.tags.get(name);
    return tags
      ? { status: 200, type: "application/json", body: json({ name, tags }) }
      : unknown(name);
  }
}

const unknown = (what: string): Answer => ({
  status: 404,
  type: "application/json",
  body: json({ errors: [{ code: "NAME_UNKNOWN", message: `no ${what} here` }] }),
});
