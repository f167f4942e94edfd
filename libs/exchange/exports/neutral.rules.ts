/** Signs at the beginning of a cell that make a spreadsheet program calculate, in both widths, and blanks it skips over. */
const CALCULATES = /^[\s\u0000-\u001f]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;
const NUMBER = /^[+-]?\d{1,15}(?:\.\d+)?$/;

/**
 * A cell that no spreadsheet program takes for a formula: an apostrophe is put before whatever would begin one. Numbers with
 * their sign are left alone. Characters no file can hold are taken out.
 */
export function neutral(cell: string): string {
  const clean = cell.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
  return CALCULATES.test(clean) && !NUMBER.test(clean) ? `'${clean}` : clean;
}
