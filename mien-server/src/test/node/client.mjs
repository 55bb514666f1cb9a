// The official Node.js SDK as a worker: reads requests, one JSON object a line, {signing, version, action, request}, and
// writes the response of each as a line; a refusal as {Error: {Code, Message}}. Arguments: endpoint, SecretId, SecretKey.
import { createInterface } from "node:readline";
import sdk from "tencentcloud-sdk-nodejs";

const [endpoint, secretId, secretKey] = process.argv.slice(2);
const clients = new Map();

const client = (signing, version) => {
  const name = `${signing} ${version}`;
  if (!clients.has(name)) {
    const [signMethod, reqMethod] = signing.split("/");
    const { Client } = sdk.iai[`v${version.replaceAll("-", "")}`];
    const httpProfile = { endpoint, protocol: "http://", reqTimeout: 120, reqMethod };
    const profile = { signMethod, language: "en-US", httpProfile };
    clients.set(name, new Client({ credential: { secretId, secretKey }, region: "", profile }));
  }
  return clients.get(name);
};

for await (const line of createInterface({ input: process.stdin })) {
  const { signing, version, action, request } = JSON.parse(line);
  const service = client(signing, version);
  let response;
  try {
    // Actions that newer SDKs have no method for go the way that all its methods go.
    response = await (service[action] ? service[action](request) : service.request(action, request));
  } catch (error) {
    response = { Error: { Code: error.code, Message: error.message } };
  }
  console.log(JSON.stringify(response));
}
