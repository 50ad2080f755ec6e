import { readConfig } from "./stack/config";
import { deploy } from "./stack/deploy";

export const { gatewayAddress, url, namespaces, split, profile, version } = deploy(readConfig());
