import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { manifestFor, PRODUCTION_ID } from "../../src/cli/manifest";
import { scratch } from "../support/scratch";
import { describeWith } from "../support/skipping";
import { onPath } from "../support/tool";
import { outside } from "./outside";

const schema = outside("manifest-xsd", "taskpane-2026", "OfficeAppManifestV1_1.xsd");
const tools = {
  available: schema.tool.available && onPath("xmllint"),
  name: `${schema.tool.name} and xmllint`,
};

const development = readFileSync(join(__dirname, "..", "..", "manifest.xml"), "utf8");
const production = manifestFor({ site: "https://intranet.example/imt/", id: PRODUCTION_ID }, development);

describeWith(tools, "Microsoft's schemas of manifests", () => {
  const away = scratch();

  function judged(text: string) {
    const file = join(away, "manifest.xml");
    writeFileSync(file, text);
    const { status, stderr } = spawnSync("xmllint", ["--noout", "--nonet", "--schema", schema.path, file], {
      encoding: "utf8",
    });
    return { status, stderr };
  }

  test.each([
    ["development", development],
    ["production", production],
  ])("find nothing in the one for %s", (_, text) => {
    expect(judged(text)).toEqual({ status: 0, stderr: expect.stringMatching(/validates\n$/) as string });
  });

  test("refuse one without permissions, so that their silence says something", () => {
    const without = development.replace("<Permissions>ReadWriteDocument</Permissions>", "");
    expect(judged(without).status).not.toBe(0);
  });
});
