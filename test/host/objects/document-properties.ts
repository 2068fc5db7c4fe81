import { text } from "../protocol/arguments";
import { invalidArgument } from "../protocol/errors";
import { hostObject, type Kind, type Property } from "../protocol/host-object";
import type { Host } from "./cells";
import { CUSTOM_PROPERTIES_KIND } from "./settings";

const WORDS = ["Title", "Subject", "Author", "Keywords", "Comments", "Category", "Manager", "Company"];

export const PROPERTIES_KIND: Kind<Host> = {
  type: "DocumentProperties",
  properties: Object.fromEntries(
    WORDS.map((name): [string, Property<Host>] => [
      name,
      {
        get: ({ book }) => book.properties.get(name) ?? "",
        set: ({ book }, value) => {
          const words = text(value);
          if (words.length > 255) throw invalidArgument("A property of a workbook takes 255 characters.");
          book.properties.set(name, words);
          book.touch();
        },
      },
    ]),
  ),
  objects: {
    Custom: (host) => hostObject(CUSTOM_PROPERTIES_KIND, { host, values: host.book.customProperties }),
  },
};
