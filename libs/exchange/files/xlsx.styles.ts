import { SaxesParser } from 'saxes';

/** Number formats of every workbook that show a date; 27 to 36 and 50 to 58 do so in Chinese ones. */
const BUILT_IN_DATES = new Set([14, 15, 16, 17, 22, ...span(27, 31), 36, ...span(50, 54), 57, 58]);

function span(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** Whether a number format shows a day: `yyyy/m/d`, `[$-804]yyyy"年"m"月"`. Literal text and colours do not count. */
export function showsDate(format: string): boolean {
  const bare = format.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
  return /[yY]/.test(bare) || (/[dD]/.test(bare) && /[mM]/.test(bare));
}

/** Which cell styles of a workbook show dates, by their number. */
export class DateStyles {
  readonly #formats = new Map<number, string>();
  readonly #isDate: boolean[] = [];
  #inCellFormats = false;

  isDate(style: number): boolean {
    return this.#isDate[style] ?? false;
  }

  /** A parser that fills this from `xl/styles.xml`. */
  parser(): SaxesParser {
    const parser = new SaxesParser({ position: false });
    parser.on('opentag', ({ name, attributes }) => this.#open(localName(name), attributes as Record<string, string>));
    parser.on('closetag', ({ name }) => {
      if (localName(name) === 'cellXfs') this.#inCellFormats = false;
    });
    return parser;
  }

  #open(tag: string, attributes: Record<string, string>): void {
    if (tag === 'numFmt') this.#formats.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
    else if (tag === 'cellXfs') this.#inCellFormats = true;
    else if (tag === 'xf' && this.#inCellFormats) {
      const id = Number(attributes.numFmtId ?? 0);
      const own = this.#formats.get(id);
      this.#isDate.push(own === undefined ? BUILT_IN_DATES.has(id) : showsDate(own));
    }
  }
}

/** A tag without its namespace: some programs write `x:row`. */
export function localName(tag: string): string {
  return tag.slice(tag.indexOf(':') + 1);
}
