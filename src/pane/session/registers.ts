import type { Register } from "../../register";
import type { RegisterState } from "../state";
import type { Surroundings } from "../surroundings";

/** The register that lies beside the pane, read once. */
export class Registers {
  readonly #surroundings: Surroundings;
  #loading: Promise<RegisterState> | null = null;
  #register: Register | null = null;

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  /** Null until it was loaded, and where there is none. */
  get register(): Register | null {
    return this.#register;
  }

  load(): Promise<RegisterState> {
    this.#loading ??= this.#read();
    return this.#loading;
  }

  async #read(): Promise<RegisterState> {
    const bytes = await this.#surroundings.register();
    if (bytes === null) return { kind: "none" };
    const { decodeText, readRegister } = await import(/* webpackChunkName: "register" */ "./register-reader");
    const result = readRegister(decodeText(bytes));
    if (result.kind === "refused") {
      const [first] = result.problems;
      return { kind: "refused", why: first?.message ?? "" };
    }
    this.#register = result.register;
    return {
      kind: "there",
      organisations: result.register.organisations.map(({ code, name, type }) => ({ code, name, type })),
    };
  }
}
