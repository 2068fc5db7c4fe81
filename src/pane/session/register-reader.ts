/** What reads a register, for itself: so that it is a part that is loaded when there is one. */
export { decodeText, readRegister } from "../../register";
