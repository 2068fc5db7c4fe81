import { planningYear } from "../support/shipped";

describe("the shipped definitions", () => {
  it("are read without a problem", () => {
    const year = planningYear("2007-08");
    const template = year.templates.get("provider");
    expect(template?.sheets.map((sheet) => sheet.name)).toEqual(["Cover", "IM&T spend", "Tariff", "Explanations", "Checks"]);
    console.log(template?.fields.size, template?.rules.map(r=>r.code+":"+r.cases.length).join(" "));
  });
});
