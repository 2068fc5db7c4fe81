/// <reference types="office-js" />

/** The error with which Excel, or its client, refuses something that has to be refused. */
export async function refusal(work: Promise<unknown>): Promise<OfficeExtension.Error> {
  try {
    await work;
  } catch (problem) {
    if (problem instanceof OfficeExtension.Error) return problem;
    throw problem;
  }
  throw new Error("it was not refused");
}

/** Code and message of such an error: "InvalidArgument: …". */
export async function refused(work: Promise<unknown>): Promise<string> {
  const { code, message } = await refusal(work);
  return `${code}: ${message}`;
}

/** The code of the error that the client throws at once. */
export function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (problem) {
    if (problem instanceof OfficeExtension.Error) return problem.code;
    throw problem;
  }
  throw new Error("it was not refused");
}
