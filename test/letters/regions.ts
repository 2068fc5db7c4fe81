import { lettersFor, type Letter } from "../../src/letters";
import { collect, type Collection, type ReturnedFile } from "../../src/summary";
import type { RawValue, WorkbookCells } from "../../src/cells";
import { registerOf } from "../return/registers";
import { entering, placed, summaryOf, year, type Row } from "../summary/wards";
import { FILES } from "../summary/assurance/wards-in-order";

/** The same bodies as of the wards, with whom to write to; W05 is a foundation trust. */
export const CONTACTS = registerOf(`code,name,type,sha,ft,contact,email,telephone
Y01,Northern Region,Region,,,R. Desk,desk@y01.example.org,01632 960100
W01,Ashmere & Sons <Hospital>,Hospital,Y01,no,A. Person,a@w01.example.org,01632 960001
W02,Wend Hospital,Hospital,Y01,no,B. Person,,01632 960002
W03,Fellside House,House,Y01,no,,,
W04,Harrow Hospital,Hospital,Y01,no,C. Person,c@w04.example.org,
W05,Far Foundation Hospital,Hospital,Y01,yes,D. Person,d@w05.example.org,01632 960005
`);
export const WORDS = year.letters!;
export const DAY = "2001-05-01";

export function collectionOf(files: readonly ReturnedFile[]): Collection {
  return collect(files, CONTACTS, "Y01", year);
}

/** Letters by the code of whom they are to. */
export function lettersTo(collection: Collection, day = DAY): ReadonlyMap<string, Letter> {
  return new Map(lettersFor(collection, WORDS, day).map((letter) => [letter.organisation.code, letter]));
}

/** The four returns of the wards with verdicts on what they explain. */
export function withVerdicts(entries: readonly (readonly [Row, string, string, RawValue])[]): Collection {
  const { layout } = summaryOf(FILES);
  const earlier: WorkbookCells = entering(layout, placed(layout, entries));
  return summaryOf(FILES, earlier).collection;
}
