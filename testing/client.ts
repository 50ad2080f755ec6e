import type { Mesh } from "../analysis/mesh/mesh";
import type { Answer } from "../analysis/requests/answer";
import { answer } from "../analysis/requests/ask";
import { requestFromUrl } from "../analysis/requests/from-url";
import { QuestionError } from "../analysis/requests/question-error";
import type { Caller, Token } from "../analysis/requests/request";

/** What a client sends beside method and URL. */
export interface RequestOptions {
  /**
   * Headers; `host` takes the place of the URL's host in the request, not in the connection.
   * @default - none
   */
  headers?: Readonly<Record<string, string>>;
  /**
   * Server name of TLS.
   * @default - the host of the URL
   */
  sni?: string;
  /**
   * Certificate that the client shows to a gateway.
   * @default - none
   */
  clientCertificate?: {
    /** Its subject alternative names. */
    names: readonly string[];
  };
  /**
   * Token of the request, as it comes out of its check.
   * @default - none
   */
  token?: Token;
  /**
   * IP address that is called in place of that of the host.
   * @default - that of the host
   */
  address?: string;
}

/** Somebody who asks: a workload of the mesh, or somebody outside at a gateway. */
export class Client {
  readonly #mesh: Mesh;
  readonly #caller: Caller;
  readonly #hint: string;

  /** @internal */
  constructor(mesh: Mesh, caller: Caller, hint: string) {
    this.#mesh = mesh;
    this.#caller = caller;
    this.#hint = hint;
  }

  /** What becomes of a GET, e.g. of `http://reviews:9080/`. */
  get(url: string, options?: RequestOptions): Answer {
    return this.request("GET", url, options);
  }

  /** What becomes of a POST. */
  post(url: string, options?: RequestOptions): Answer {
    return this.request("POST", url, options);
  }

  /**
   * What becomes of a request: of HTTP at `http://` and `https://`, of gRPC at `grpc://host:port/package.Service/Method`.
   *
   * @throws QuestionError for a URL, method or header that cannot be, a caller that is not there, and a request from
   * outside that no gateway takes.
   */
  request(method: string, url: string, options: RequestOptions = {}): Answer {
    return this.#ask(method, url, options);
  }

  /** What becomes of a call of gRPC, at `grpc://host:port/package.Service/Method`. */
  call(url: string, options: RequestOptions = {}): Answer {
    return this.#ask(undefined, url, options);
  }

  /** What becomes of a connection: of TCP at `tcp://host:port`, of TLS with anything inside at `tls://host:port`. */
  connect(url: string, options: RequestOptions = {}): Answer {
    return this.#ask("CONNECT", url, options);
  }

  #ask(method: string | undefined, url: string, options: RequestOptions): Answer {
    const request = requestFromUrl(this.#caller, method, url, options);
    try {
      return answer(this.#mesh, request);
    } catch (error) {
      throw error instanceof QuestionError
        ? new QuestionError(`${error.message}${this.#hint}`)
        : error;
    }
  }
}
