// The main path with the official Node.js SDK: enrol, compare, verify, search, delete. Exits with 0 when all of it holds.
// Arguments: endpoint (host:port), SecretId, SecretKey, signature method, and three photos: one person twice, another once.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import sdk from "tencentcloud-sdk-nodejs";

const [endpoint, secretId, secretKey, signMethod, photoA1, photoA2, photoB] = process.argv.slice(2);
const picture = (path) => readFileSync(path).toString("base64");

const client = new sdk.iai.v20200303.Client({
  credential: { secretId, secretKey },
  region: "",
  profile: { signMethod, language: "en-US", httpProfile: { endpoint, protocol: "http://", reqTimeout: 60 } },
});

const refused = async (promise, code) => {
  await assert.rejects(promise, (error) => {
    assert.equal(error.code, code, error.message);
    return true;
  });
};

const group = `node-${signMethod}`;
const created = await client.CreateGroup({
  GroupId: group,
  GroupName: `Node ${signMethod}`,
  GroupExDescriptions: ["工号", "department"],
});
assert.equal(created.FaceModelVersion, "3.0");

const person = await client.CreatePerson({
  GroupId: group,
  PersonId: `${group}-a`,
  PersonName: "张 三",
  Gender: 2,
  PersonExDescriptionInfos: [
    { PersonExDescriptionIndex: 0, PersonExDescription: "0042" },
    { PersonExDescriptionIndex: 1, PersonExDescription: "计算机 学院" },
  ],
  Image: picture(photoA1),
});
assert.match(person.FaceId, /^\d{19}$/);
assert.equal(person.SimilarPersonId, "");
await client.CreatePerson({ GroupId: group, PersonId: `${group}-b`, PersonName: "B", Image: picture(photoB) });
await refused(
  client.CreatePerson({ GroupId: group, PersonId: `${group}-b`, PersonName: "B", Image: picture(photoB) }),
  "InvalidParameterValue.PersonIdAlreadyExist",
);

const compared = await client.CompareFace({ ImageA: picture(photoA1), ImageB: picture(photoA2) });
assert.ok(compared.Score > 50, `same person scores ${compared.Score}`);
const strangers = await client.CompareFace({ ImageA: picture(photoA1), ImageB: picture(photoB) });
assert.ok(strangers.Score < 40, `strangers score ${strangers.Score}`);

const verified = await client.VerifyFace({ PersonId: `${group}-a`, Image: picture(photoA2) });
assert.equal(verified.IsMatch, true);

const found = await client.SearchFaces({ GroupIds: [group], Image: picture(photoA2), NeedPersonInfo: 1 });
assert.equal(found.FaceNum, 2);
const [best] = found.Results[0].Candidates;
assert.equal(best.PersonId, `${group}-a`);
assert.equal(best.PersonName, "张 三");
assert.deepEqual(best.PersonGroupInfos, [{ GroupId: group, PersonExDescriptions: ["0042", "计算机 学院"] }]);

const persons = await client.SearchPersons({ GroupIds: [group], Image: picture(photoB), MaxPersonNum: 1 });
assert.equal(persons.Results[0].Candidates[0].PersonId, `${group}-b`);
assert.equal(persons.Results[0].Candidates[0].PersonName, null);

const list = await client.GetPersonList({ GroupId: group, Offset: 0, Limit: 10 });
assert.deepEqual(list.PersonInfos.map((info) => info.PersonId).sort(), [`${group}-a`, `${group}-b`]);

await client.DeletePerson({ PersonId: `${group}-a` });
await refused(client.GetPersonBaseInfo({ PersonId: `${group}-a` }), "InvalidParameterValue.PersonIdNotExist");
await client.DeleteGroup({ GroupId: group });
await refused(client.GetGroupInfo({ GroupId: group }), "InvalidParameterValue.GroupIdNotExist");
console.log(`${signMethod}: enrolled, compared, verified, searched and deleted`);
