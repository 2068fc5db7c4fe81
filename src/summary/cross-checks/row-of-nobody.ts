import { listedRows } from "../listed-rows";
import { raised, type CrossCheck } from "./raised";

/** Listed organisations whose code the register does not have. */
export const rowOfNobody: CrossCheck = (collection) =>
  listedRows(collection).flatMap(({ by, code, codeKey, name }) => {
    if (code === null || collection.register.find(code) !== undefined) return [];
    return [raised(by.counted, "row_of_nobody", { expected: name, found: code }, codeKey)];
  });
