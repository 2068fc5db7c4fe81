import type { Kind } from "../protocol/host-object";

/** How many charts and shapes a sheet has, which is all that is known of them. */
export const CHARTS_KIND: Kind<number> = {
  type: "ChartCollection",
  properties: { Count: { get: (count) => count } },
  methods: { GetCount: (count) => count },
};

export const SHAPES_KIND: Kind<number> = {
  type: "ShapeCollection",
  methods: { GetCount: (count) => count },
};
