import { crc32, deflateSync } from 'node:zlib';

import type { Locator, Page } from 'playwright-core';

import type { DemoPersonKey } from '#apps/demo';

import { fieldsOf } from '../../../apps/web/forms/form.rules.js';
import type { Field, FieldSchema } from '../../../apps/web/forms/schema.types.js';
import { formWords } from '../../../apps/web/words/form.words.js';
import { filled, type Words } from '../../../apps/web/words/wording.rules.js';
import { LOCALES, WIDTHS, settled, type Installation, type Looked } from './browser.js';
import { until } from './neighbourhood.js';

/** The language pages are read in. */
export type Language = keyof typeof LOCALES;
/** What is entered into a form, by the names of its fields. A reference is entered by the name people know it by. */
export type Entered = Readonly<Record<string, unknown>>;

interface Ability {
  act: string;
  label: Record<Language, string>;
  confirm: boolean;
  input: FieldSchema;
}

interface Seat {
  who: DemoPersonKey;
  language: Language;
  looked: Looked;
}

/** A text that is on the page as it is, whatever it holds for a regular expression. */
const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
const beginning = (text: string): RegExp => new RegExp(`^\\s*${literal(text)}`);

/**
 * Somebody before a screen, who reads one language and does everything with what the page shows. Words are looked up by key:
 * those of acts and fields where the service says them, those of pages in their catalogues.
 */
export class Hand {
  private constructor(
    private readonly installation: Installation,
    private readonly seat: Seat,
  ) {}

  /** Sits down before a page. Residents hold a phone, everybody else sits at a desk. */
  static async of(
    installation: Installation,
    who: DemoPersonKey,
    {
      path = '/',
      language = 'zh',
      device = 'desk',
    }: { path?: string; language?: Language; device?: keyof typeof WIDTHS },
  ): Promise<Hand> {
    const options = { viewport: WIDTHS[device], locale: LOCALES[language], as: who };
    return new Hand(installation, { who, language, looked: await installation.look(path, options) });
  }

  get who(): DemoPersonKey {
    return this.seat.who;
  }

  get language(): Language {
    return this.seat.language;
  }

  get page(): Page {
    return this.seat.looked.page;
  }

  get complaints(): string[] {
    return this.seat.looked.complaints;
  }

  /** A text of a catalogue of the pages. */
  word<W extends Words>(
    words: W,
    key: keyof W & string,
    fillings: Readonly<Record<string, string | number>> = {},
  ): string {
    const all: Words = words;
    const wording = all[key];
    if (wording === undefined) throw new Error(`no words are called ${key}`);
    return filled(wording[this.language === 'zh' ? 0 : 1], fillings);
  }

  /** A text of a catalogue whatever is put into it: `登记 {name} 附议` is said of anybody. */
  like<W extends Words>(words: W, key: keyof W & string): RegExp {
    const [zh, en] = words[key] ?? ['', ''];
    const parts = (this.language === 'zh' ? zh : en).split(/\{[^}]*\}/);
    return new RegExp(parts.map(literal).join('.*'));
  }

  async goTo(path: string): Promise<void> {
    await this.page.goto(`${this.installation.origin}${path}`);
    await settled(this.page);
  }

  /** What people and places are called, whatever language the page is read in. */
  names(): Promise<ReadonlySet<string>> {
    return this.installation.neighbourhood.names();
  }

  /** Goes to a page, unless it is open already. */
  async isAt(path: string): Promise<void> {
    if (new URL(this.page.url()).pathname !== path) await this.goTo(path);
  }

  async press(name: string | RegExp, inside: Page | Locator = this.page): Promise<void> {
    const button = inside.getByRole('button', { name: typeof name === 'string' ? beginning(name) : name });
    await button.first().click();
  }

  async text(): Promise<string> {
    return (await this.page.locator('main').textContent()) ?? '';
  }

  /** Waits for words anywhere on the page. */
  async sees(text: string): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  /** Does an act of a case with the button and the form of the page that shows the case. */
  async does(caseId: string, act: string, entered: Entered = {}): Promise<void> {
    await this.goTo(`/cases/${caseId}`);
    await this.doesHere(caseId, act, entered);
  }

  /** The same on the page that is open. */
  async doesHere(caseId: string, act: string, entered: Entered = {}): Promise<void> {
    const ability = await this.ability(caseId, act);
    const label = ability.label[this.language];
    const before = (await this.seen(caseId)).version;
    const button = this.page.getByRole('button', { name: beginning(label) }).first();
    // what is seldom done is folded away
    const folded = this.page
      .locator('details:not([open])')
      .filter({ has: this.page.locator('button', { hasText: label }) });
    if (!(await button.isVisible()) && (await folded.count()) > 0)
      await folded.first().locator('summary').first().click();
    const form = this.form(label);
    if (!(await form.isVisible())) await button.click();
    if (fieldsOf(ability.input).length > 0) {
      await this.fill(form, ability.input, entered);
      await form
        .getByRole('button', { name: beginning(label) })
        .last()
        .click();
    }
    const asked = this.page
      .getByRole('dialog')
      .getByRole('button', { name: beginning(label) })
      .last();
    let isSent = fieldsOf(ability.input).length > 0;
    await until(async () => {
      if ((await this.seen(caseId)).version > before) return true;
      if (ability.confirm && (await asked.isVisible())) await asked.click();
      else if (!isSent && (await form.isVisible())) {
        isSent = true;
        await form
          .getByRole('button', { name: beginning(label) })
          .last()
          .click();
      }
      return this.failed();
    });
  }

  /** The form whose button says so. */
  form(label: string): Locator {
    return this.page
      .locator('form')
      .filter({ has: this.page.locator('button[type=submit]', { hasText: label }) })
      .last();
  }

  /** Fills in fields by the names they have in the schema. */
  async fill(form: Locator, schema: FieldSchema, entered: Entered): Promise<void> {
    for (const [name, value] of Object.entries(entered)) {
      const field = fieldsOf(schema).find((one) => one.name === name);
      if (field === undefined) throw new Error(`the form has no field ${name}`);
      await this.enter(form, field, value);
    }
  }

  private async enter(form: Locator, field: Field, value: unknown): Promise<void> {
    const label = this.labelOf(field.schema);
    const { kind, schema } = field;
    if (kind === 'file' || (kind === 'list' && schema.items?.format === 'file')) return this.attach(form, label);
    if (kind === 'reference') return this.refer(form, label, String(value));
    if (kind === 'yesNo' && schema.default !== undefined) {
      await form.locator('label', { hasText: label }).first().click();
      return undefined;
    }
    if (kind === 'yesNo') return this.choose(form, label, this.word(formWords, value === true ? 'yes' : 'no'));
    if (kind === 'choice')
      return this.choose(form, label, schema.values?.[String(value)]?.[this.language] ?? String(value));
    if (kind === 'list' && Array.isArray(value)) return this.enterList(form, field, value);
    if (kind === 'group')
      return this.fill(form.getByRole('group', { name: beginning(label) }), schema, value as Entered);
    await form
      .getByRole('textbox', { name: beginning(label) })
      .or(form.getByLabel(beginning(label)))
      .first()
      .fill(String(value));
  }

  private async enterList(form: Locator, { schema, name }: Field, values: readonly unknown[]): Promise<void> {
    const group = form.getByRole('group', { name: beginning(this.labelOf(schema)) }).first();
    const [field] = fieldsOf({
      properties: { [name]: { label: schema.label, ...schema.items } } as Record<string, FieldSchema>,
    });
    if (field === undefined) return;
    for (const [index, value] of values.entries()) {
      await this.press(`＋ ${this.word(formWords, 'add')}`, group);
      await this.enter(group.locator(':scope > div').nth(index), field, value);
    }
  }

  /** One of several: a button with its words, or a line of a list. */
  async choose(form: Page | Locator, label: string, choice: string): Promise<void> {
    const group = form.getByRole('radiogroup', { name: beginning(label) }).first();
    const list = form.getByLabel(beginning(label)).and(this.page.locator('select')).first();
    await group.or(list).first().waitFor();
    if ((await group.count()) > 0) await group.getByText(choice, { exact: true }).first().click();
    else await list.selectOption({ label: choice });
  }

  /** Looks something up by name and takes the first that is found. */
  async refer(form: Page | Locator, label: string, name: string): Promise<void> {
    await form
      .getByRole('combobox', { name: beginning(label) })
      .first()
      .fill(name);
    await form.getByRole('option').filter({ hasText: name }).first().click();
  }

  /** A photo, taken just now. */
  async attach(form: Page | Locator, label: string): Promise<void> {
    const group = form.getByRole('group', { name: beginning(label) }).first();
    await group
      .locator('input[type=file]')
      .setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer: photo() });
    await group.locator('.file-item:not(.sending) img').first().waitFor();
  }

  labelOf(schema: FieldSchema): string {
    return schema.label?.[this.language] ?? '';
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  private async ability(caseId: string, act: string): Promise<Ability> {
    return until(async () => (await this.seen(caseId)).abilities.find((one) => one.act === act) ?? null).catch(
      async () => {
        const { states, abilities } = await this.seen(caseId);
        throw new Error(
          `${this.who} cannot ${act} in ${JSON.stringify(states)}, only ${abilities.map((one) => one.act).join()}`,
        );
      },
    );
  }

  private async seen(caseId: string): Promise<{ version: number; abilities: Ability[]; states: { id: string }[] }> {
    return (await this.installation.neighbourhood.read(this.who, `cases/${caseId}`)) as never;
  }

  /** Nothing yet; a page that says what is wrong ends the waiting. */
  private async failed(): Promise<null> {
    const wrong = this.page.locator('[role=alert], .field-error').filter({ hasText: /\S/ });
    if ((await wrong.count()) > 0) throw new Error(`the page says: ${(await wrong.allTextContents()).join(' | ')}`);
    return null;
  }
}

const SIDE = 32;

/** A picture of nothing in particular. */
function photo(): Buffer {
  const rows = Buffer.alloc(SIDE * (SIDE * 3 + 1), 0x7f);
  for (let row = 0; row < SIDE; row += 1) rows[row * (SIDE * 3 + 1)] = 0;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(SIDE, 0);
  head.writeUInt32BE(SIDE, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
