/** What builds templates, for itself: so that it is a part that is loaded when it is needed, without a parser of YAML in it. */
export { yearFromCompiled } from "../template";
