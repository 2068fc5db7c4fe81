import { toEnd } from "../in-turn";

import { yearInTurn, type Building, type YearResult, type YearSources } from "./read";
import type { DefinitionFile } from "./source";
import { readYaml } from "./yaml";

/** The definition files of a planning year as people write them. */
export type YearFiles = YearSources<DefinitionFile>;

/** Reads and checks the definitions of a planning year. A bad one is refused whole, each fault by file and line. */
export function readPlanningYear(files: YearFiles, building: Building = {}): YearResult {
  return toEnd(yearInTurn(files, readYaml, building));
}
