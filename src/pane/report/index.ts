/** The report of an error, for whoever looks after the add-in: a part that is loaded when somebody asks for it. */
export { reportOf } from "./report";
