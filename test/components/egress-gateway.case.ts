import { EgressGateway } from "../../components";
import { chartGatewayCase } from "../support/chart-gateway-case";

export default chartGatewayCase(EgressGateway, "out");
