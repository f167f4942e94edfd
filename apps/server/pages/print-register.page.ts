import type { Label } from '#libs/engine';
import type { ProcedureDocument, RegisterKind, RegisterState, SigningCapacity } from '#libs/registers';

import { html, type Html } from './html.js';
import { addressFoot, both, qrOf, sheet } from './print-sheet.js';

const l = (zh: string, en: string): Label => ({ zh, en });

const KINDS: Readonly<Record<RegisterKind, Label>> = {
  resolution: l('议事决议', 'Resolution'),
  covenant: l('公约', 'Covenant'),
  pledge: l('自律公约', 'Pledge'),
  procedure: l('议事规则', 'Rules of procedure'),
};
const STATES: Readonly<Record<RegisterState, Label>> = {
  inForce: l('有效', 'In force'),
  superseded: l('已被取代', 'Superseded'),
  revoked: l('已废止', 'Revoked'),
};

/** A version as it is printed. Nobody is named who does not stand for a body or has not agreed to be. */
export interface PrintedVersion {
  version: number;
  title: string;
  text: string;
  adoptedOn: string;
  inForceFrom: string;
  finding: string | null;
  filedWith: string | null;
  filingNumber: string | null;
  filedOn: string | null;
  filedBySilence: boolean | null;
  digest: string;
  /** Law behind the verdict; null: nobody voted. */
  law: string | null;
  signatures: readonly { name: string; capacity: SigningCapacity; on: string }[];
  /** Whom a pledge binds, the unnamed included. */
  signatories: number;
}

export interface PrintedEntry {
  unitName: string;
  kind: RegisterKind;
  number: string;
  state: RegisterState;
  endedOn: string | null;
  endReason: string | null;
  version: PrintedVersion;
  /** Where it is read online. */
  address: string;
}

/** An entry on paper: text, numbers of its filing and fingerprint, whoever signed, and a code that leads to it. */
export async function entrySheet(entry: PrintedEntry): Promise<string> {
  const { kind, number, state, version, address, unitName } = entry;
  const body = html`<main>
    <h1>${version.title}</h1>
    <p class="sign">${number} · ${both(l(`第${String(version.version)}版`, `version ${String(version.version)}`))}</p>
    ${state === 'inForce' ? [] : [endedBanner(entry)]}
    <p class="text">${version.text}</p>
    ${facts(entry).map((fact) => html`<p>${both(fact)}</p>`)}
    <h2>${both(l('签署', 'Signed'))}</h2>
    <table>
      ${version.signatures.map(
        ({ name, capacity, on }) =>
          html`<tr>
            <td>${name}</td>
            <td>${both(CAPACITIES[capacity])}</td>
            <td>${on}</td>
          </tr>`,
      )}
    </table>
    ${kind === 'pledge' ? [html`<p>${both(counted(version.signatories))}</p>`] : []}
    <div class="foot">
      <div>
        <p>${both(l(`${unitName}登记簿。扫码核对全文和历次版本：`, 'Scan to compare the text and its versions:'))}</p>
        <p><small>${address}</small></p>
        <p><small>SHA-256 ${version.digest}</small></p>
      </div>
      ${await qrOf(address)}
    </div>
  </main>`;
  return sheet(`${number} ${version.title}`, body);
}

const CAPACITIES: Readonly<Record<SigningCapacity, Label>> = {
  chair: l('主持人', 'Chair'),
  signatory: l('承诺人', 'Signatory'),
};

function counted(people: number): Label {
  return l(
    `共${String(people)}人承诺，只约束承诺人；不愿公示姓名的只计数。`,
    `${String(people)} have signed; it binds them only. Whoever does not want to be named is counted.`,
  );
}

function endedBanner({ state, endedOn, endReason }: PrintedEntry): Html {
  const { zh, en } = STATES[state];
  const on = endedOn ?? '';
  return html`<p class="draft">${both(l(`${zh} ${on}`, `${en} ${on}`))} ${endReason ?? ''}</p>`;
}

function facts({ kind, version }: PrintedEntry): Label[] {
  const { adoptedOn, inForceFrom, law, finding } = version;
  return [
    l(
      `${KINDS[kind].zh}：${adoptedOn} 通过，${inForceFrom} 起施行。`,
      `${KINDS[kind].en}: adopted ${adoptedOn}, in force from ${inForceFrom}.`,
    ),
    ...(law === null ? [] : [l(`表决依据：${law}`, `Voted under: ${law}`)]),
    ...(finding === null ? [] : [l(`法治审核意见：${finding}`, `Finding of the legal officer: ${finding}`)]),
    ...filingOf(version),
    ...(kind === 'covenant' ? [l('本公约不设罚则。', 'It sets no penalties.')] : []),
  ];
}

function filingOf({ filedWith, filingNumber, filedOn, filedBySilence }: PrintedVersion): Label[] {
  if (filedOn === null) return [];
  const street = filedWith ?? '';
  return filedBySilence === true
    ? [
        l(
          `备案：${street}，${filedOn} 期满未提出异议，视为备案。`,
          `Filed with ${street}: no objection by ${filedOn}, which is filing.`,
        ),
      ]
    : [
        l(
          `备案：${street} ${filingNumber ?? ''}（${filedOn}）`,
          `Filed with ${street}: ${filingNumber ?? ''} (${filedOn})`,
        ),
      ];
}

/** One line of the public register. */
export interface PrintedLine {
  id: string;
  number: string;
  title: string;
  kind: RegisterKind;
  state: RegisterState;
  version: number;
  inForceFrom: string;
}

/** The public register of a community as a page. */
export async function registerSheet(register: {
  unitName: string;
  address: string;
  lines: readonly PrintedLine[];
}): Promise<string> {
  const { unitName, address, lines } = register;
  const heading = l(`${unitName}议决公约登记簿`, `Register of ${unitName}`);
  const body = html`<main>
    <h1>${both(heading)}</h1>
    ${lines.length === 0 ? [html`<p>${both(l('还没有登记。', 'Nothing has been entered yet.'))}</p>`] : [tableOf(lines)]}
    ${await addressFoot(address)}
  </main>`;
  return sheet(heading.zh, body);
}

function tableOf(lines: readonly PrintedLine[]): Html {
  return html`<table>
    ${lines.map(
      ({ id, number, title, kind, state, version, inForceFrom }) =>
        html`<tr>
          <td><a href="/register/${encodeURIComponent(id)}">${number}</a></td>
          <td>${title}</td>
          <td>${both(KINDS[kind])}</td>
          <td>${both(STATES[state])} · ${version} · ${inForceFrom}</td>
        </tr>`,
    )}
  </table>`;
}

/** Rules of procedure on paper: every article in both languages, the law beside each number. */
export async function procedureSheet(
  document: ProcedureDocument,
  { address, fingerprint, number }: { address: string; fingerprint: string; number: string | null },
): Promise<string> {
  const { title, sections } = document;
  const standing = number === null ? l('尚未登记', 'Not entered yet') : l(`登记：${number}`, `Entered as ${number}`);
  const body = html`<main>
    <h1>${both(title)}</h1>
    <p class="draft">${both(standing)}</p>
    ${sections.map(
      ({ heading, articles }, chapter) =>
        html`<h2>${chapter + 1} ${both(heading)}</h2>
          ${articles.map(
            ({ text, law }, n) =>
              html`<p>${chapter + 1}.${n + 1} ${both(text)} <small>${law ?? '预设 · preset'}</small></p>`,
          )}`,
    )}
    ${await addressFoot(address, `SHA-256 ${fingerprint}`)}
  </main>`;
  return sheet(title.zh, body);
}
