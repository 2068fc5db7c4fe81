/** What Excel refuses, with the code that the add-in sees. */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status = 400,
  ) {
    super(message);
  }
}

export function itemNotFound(what = ""): HostError {
  return new HostError("ItemNotFound", `The requested resource doesn't exist.${what && ` ${what}`}`, 404);
}

export function invalidArgument(why = ""): HostError {
  return new HostError(
    "InvalidArgument",
    `The argument is invalid or missing or has an incorrect format.${why && ` ${why}`}`,
  );
}

export function alreadyExists(): HostError {
  return new HostError(
    "ItemAlreadyExists",
    "A resource with the same name or identifier already exists.",
    409,
  );
}

export function accessDenied(why = ""): HostError {
  return new HostError("AccessDenied", `You cannot perform the requested operation.${why && ` ${why}`}`, 403);
}

export function invalidOperation(why: string): HostError {
  return new HostError("InvalidOperation", why);
}

/** For everything that Excel may have and this host has not: nothing is passed over in silence. */
export function notImplemented(what: string): HostError {
  return new HostError("NotImplemented", `The simulated Excel has no ${what}.`, 501);
}
