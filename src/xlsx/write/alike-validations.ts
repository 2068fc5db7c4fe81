const ALL = /<dataValidations[^>]*>(.*?)<\/dataValidations>/s;
const ONE = /<dataValidation [^>]*?(?:\/>|>.*?<\/dataValidation>)/gs;
const PLACE = /( sqref=")([^"]*)/;

/** Validations of a sheet that are alike but for their places as one for all of them, which exceljs writes one by one. */
export function withAlikeValidations(sheet: string): string {
  return sheet.replace(ALL, (_, all: string) => {
    const places = new Map<string, string[]>();
    for (const [one] of all.matchAll(ONE)) {
      const place = PLACE.exec(one)?.[2] ?? "";
      const rest = one.replace(PLACE, "$1");
      const known = places.get(rest);
      if (known) known.push(place);
      else places.set(rest, [place]);
    }
    const written = [...places].map(([rest, of]) => rest.replace(' sqref="', ` sqref="${of.join(" ")}`));
    return `<dataValidations count="${written.length}">${written.join("")}</dataValidations>`;
  });
}
