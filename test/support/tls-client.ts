// Asks over TLS and prints as JSON what was seen. The argument is a file with the question in JSON; it
// runs on the lab's node, where the addresses of the lab are.
import { readFileSync } from "node:fs";
import { connect } from "node:tls";

export interface TlsQuestion {
  /** Address and port to connect to. */
  host: string;
  port: number;
  servername: string;
  /** The certificate that the server has to have been signed by, or to be. */
  ca: string;
  cert?: string;
  key?: string;
  minVersion?: "TLSv1.2" | "TLSv1.3";
  maxVersion?: "TLSv1.2" | "TLSv1.3";
}

export interface TlsAnswer {
  /** Status of the answer to a GET. */
  status?: number;
  protocol?: string | null;
  /** Common name of the server's certificate. */
  certificate?: string;
  /** Why there was no answer. */
  error?: string;
}

function ask(question: TlsQuestion): Promise<TlsAnswer> {
  return new Promise((resolve) => {
    const answer: TlsAnswer = {};
    const socket = connect({ ...question, ALPNProtocols: ["http/1.1"], timeout: 10_000 });
    const fail = (error: string) => resolve({ ...answer, error });
    socket.on("secureConnect", () => {
      answer.protocol = socket.getProtocol();
      answer.certificate = String(socket.getPeerCertificate().subject.CN);
      socket.write(`GET /status/200 HTTP/1.1\r\nHost: ${question.servername}\r\n\r\n`);
    });
    socket.on("data", (data) => {
      resolve({ ...answer, status: Number(String(data).split(" ")[1]) });
      socket.destroy();
    });
    socket.on("timeout", () => fail("timeout"));
    socket.on("error", ({ message }) => fail(message));
    socket.on("close", () => fail("closed"));
  });
}

if (require.main === module) {
  const question: TlsQuestion = JSON.parse(readFileSync(String(process.argv[2]), "utf8"));
  void ask(question).then((answer) => process.stdout.write(JSON.stringify(answer)));
}
