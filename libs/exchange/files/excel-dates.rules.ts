const DAY_MS = 86_400_000;
/** Excel counts days from here; its 29 February 1900, which never was, makes the day before 1 March 1900 off by one. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

/** Most days Excel knows: the end of the year 9999. */
const LAST_SERIAL = 2_958_465;

/** The local date of an Excel serial number; `null` when it is none. The time of day is dropped. */
export function dateOfSerial(serial: number, uses1904 = false): string | null {
  if (!Number.isFinite(serial) || serial < 1 || serial > LAST_SERIAL) return null;
  const day = Math.floor(serial);
  // before March 1900 Excel is one day behind because of the leap day it believes in
  const shift = !uses1904 && day < 60 ? 1 : 0;
  return new Date((uses1904 ? EPOCH_1904 : EPOCH_1900) + (day + shift) * DAY_MS).toISOString().slice(0, 10);
}
