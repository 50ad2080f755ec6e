import { Command, Option } from "commander";
import { repeated, withSetOptions } from "../command-options";
import { answerOutputs, type RequestCommand } from "./options";

/** The lists that may be given, where nothing is. */
const none = { stack: [], header: [], clientCert: [], claim: [] };

const examples = `
The URL is http://, https://, grpc://, tls:// or tcp://; a host without dots is one of the caller's namespace.

Examples:
  istio-mesh request --from sleep.bookinfo http://reviews:9080/ manifests/
  istio-mesh request --from sleep.bookinfo -H "end-user: jason" GET http://reviews:9080/reviews/1 manifests/
  istio-mesh request --outside https://shop.example.com/cart manifests/
  istio-mesh request --gateway istio-system/shop POST http://shop.example.com/ --claim iss=me --claim sub=you m/
  kubectl kustomize overlays/dev | istio-mesh request --from sleep.shop tcp://redis:6379 -

Exit code: 0 answered, whatever the answer is; 1 it hangs on what is not known or not modelled; 2 the question
cannot be asked, or something could not be read.`;

/** `istio-mesh request` as it is called. */
export function requestCommand(): Command {
  const command = new Command("request")
    .description("say who answers a request, and which objects decide it")
    .argument("<request...>", "[METHOD] URL, and files and folders; - for standard input")
    .addOption(
      new Option("-o, --output <format>", "how the answer is written")
        .choices(answerOutputs)
        .default("text"),
    )
    .option("--from <workload>", "who asks: NAME.NAMESPACE of a workload in the set")
    .option("--outside", "somebody outside asks, at the gateway that knows host and port")
    .option("--gateway <name>", "the same at this gateway: NAMESPACE/NAME")
    .option("--ip <address>", "address of the client outside, as the gateway sees it")
    .option("-H, --header <line>", 'a header: "name: value"', repeated)
    .option("--sni <name>", "server name in TLS (default: the host)")
    .option("--client-cert <name>", "a name in the certificate that the client shows", repeated)
    .option("--claim <pair>", 'a claim of its token: "iss=me", "realm[roles]=admin"', repeated)
    .option("--invalid-token", "it sends a token that no issuer has signed")
    .option("--address <ip>", "connect to this address in place of the host's");
  return withSetOptions(command)
    .addHelpText("after", examples)
    .action(async (words: string[], options: RequestCommand) => {
      const { request } = await import("./command.js");
      process.exitCode = await request(words, { ...none, ...options });
    });
}
