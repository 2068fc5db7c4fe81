import { text } from "../protocol/arguments";
import { itemNotFound } from "../protocol/errors";
import { hostObject, isHostObject, type Kind } from "../protocol/host-object";
import type { Wire } from "../protocol/wire";
import { invalidArgument } from "../protocol/errors";
import type { Host } from "./cells";

/** Values under keys, as settings and custom properties have them. */
export interface Pairs {
  readonly host: Host;
  readonly values: Map<string, Wire>;
}

interface Pair extends Pairs {
  readonly key: string;
}

interface PairsOptions {
  readonly type: string;
  readonly collection: string;
  /** Whether keys differ by capitals. */
  readonly capitals: boolean;
  readonly check: (key: string, value: Wire) => Wire;
  readonly typeOf?: (value: Wire) => string;
}

/** The two classes of such a collection and its members. */
function pairsKind({ type, collection, capitals, check, typeOf }: PairsOptions): Kind<Pairs> {
  const keyOf = (values: ReadonlyMap<string, Wire>, wanted: string) =>
    [...values.keys()].find((key) =>
      capitals ? key === wanted : key.toLowerCase() === wanted.toLowerCase(),
    );
  const pair: Kind<Pair> = {
    type,
    properties: {
      Key: { get: ({ key }) => key },
      _Id: { get: ({ key }) => key },
      Value: {
        get: ({ values, key }) => {
          if (!values.has(key)) throw itemNotFound();
          return values.get(key) ?? null;
        },
        set: ({ host, values, key }, value) => {
          values.set(key, check(key, value));
          host.book.touch();
        },
      },
      ...(typeOf && { Type: { get: ({ values, key }) => typeOf(values.get(key) ?? null) } }),
    },
    methods: {
      Delete: ({ host, values, key }) => {
        if (!values.delete(key)) throw itemNotFound();
        host.book.touch();
      },
    },
  };
  return {
    type: collection,
    children: (self) => [...self.values.keys()].map((key) => hostObject(pair, { ...self, key })),
    child: (self, given) => {
      const key = keyOf(self.values, text(given));
      return key === undefined ? null : hostObject(pair, { ...self, key });
    },
    methods: {
      // What stands there under that key already is overwritten.
      Add: (self, given, value) => {
        const wanted = text(given);
        if (isHostObject(value)) throw invalidArgument();
        const key = keyOf(self.values, wanted) ?? wanted;
        self.values.set(key, check(key, value ?? null));
        self.host.book.touch();
        return hostObject(pair, { ...self, key });
      },
      DeleteAll: ({ host, values }) => {
        values.clear();
        host.book.touch();
      },
    },
  };
}

export const SETTINGS_KIND = pairsKind({
  type: "Setting",
  collection: "SettingCollection",
  capitals: true,
  check: (_, value) => value,
});

export const CUSTOM_PROPERTIES_KIND = pairsKind({
  type: "CustomProperty",
  collection: "CustomPropertyCollection",
  capitals: false,
  check: (key, value) => {
    if (key === "" || key.length > 255) throw invalidArgument("The key is too long or empty.");
    if (typeof value === "string" && value.length > 255)
      throw invalidArgument("A custom property takes 255 characters.");
    return value;
  },
  typeOf: (value) =>
    typeof value === "number" ? "Number" : typeof value === "boolean" ? "Boolean" : "String",
});

export const SHEET_PROPERTIES_KIND = pairsKind({
  type: "WorksheetCustomProperty",
  collection: "WorksheetCustomPropertyCollection",
  capitals: false,
  check: (key, value) => {
    if (key === "" || key.length > 255) throw invalidArgument("The key is too long or empty.");
    return text(value);
  },
});
