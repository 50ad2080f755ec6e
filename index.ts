import { readConfig } from "./stack/config";
import { deploy } from "./stack/deploy";

export const { gatewayAddress, namespaces, applications, profile, version } = deploy(readConfig());
