export function sideloadWorkbook(id: string, version: string): Uint8Array;
