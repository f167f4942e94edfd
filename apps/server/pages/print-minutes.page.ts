import type { Label } from '#libs/engine';
import type { ItemMinutes, Minutes, MotionMinutes, VoteMinutes } from '#workflows/meeting';

import { html, type Html } from './html.js';
import { both, qrOf, sheet } from './print-sheet.js';

/** What minutes are printed with: ids become words, as far as the reader may know them. */
export interface MinutesReader {
  unit: string;
  address: string;
  /** Text by id; what is not for the reader reads so. */
  textOf: (id: string) => string;
  /** Name of a person, or how somebody is called whom the reader may not know. */
  nameOf: (person: string) => string;
  /** Local date and time of an instant. */
  timeOf: (instant: string) => string;
}

const l = (zh: string, en: string): Label => ({ zh, en });

/** The minutes of a meeting on paper. */
export async function minutesSheet(minutes: Minutes, reader: MinutesReader): Promise<string> {
  const { kind, calledBy, title, items, remarks, signedAt } = minutes;
  const heading = l(`${kind.label.zh}会议纪要`, `${kind.label.en}: minutes`);
  const body = html`<main>
    ${signedAt === null ? html`<p class="draft">${both(l('草稿，未签署', 'Draft, not signed'))}</p>` : ''}
    <h1>${both(heading)}</h1>
    <h2>${reader.textOf(title)}</h2>
    <p>${reader.unit} · ${calledBy.label.zh} <span lang="en">${calledBy.label.en}</span></p>
    ${presence(minutes, reader)} ${items.map((item) => itemPart(item, reader))}
    ${
      remarks === null
        ? ''
        : html`<h2>${both(l('补充说明', 'Remarks'))}</h2>
            <p class="text">${reader.textOf(remarks)}</p>`
    }
    <div class="foot">
      <div>${signature(minutes, reader)}</div>
      ${await qrOf(reader.address)}
    </div>
  </main>`;
  return sheet(`${heading.zh} · ${reader.textOf(title)}`, body);
}

function row(label: Label, value: string | number | Html): Html {
  return html`<tr>
    <th>${both(label)}</th>
    <td>${value}</td>
  </tr>`;
}

function presence(minutes: Minutes, { nameOf, timeOf }: MinutesReader): Html {
  const { startsAt, openedAt, endedAt, members, shortNotice, chair, carriedOver } = minutes;
  const { atOpening, most, atEnd, guests, proxies } = minutes.presence;
  const time = (instant: string | null): string => (instant === null ? '—' : timeOf(instant));
  return html`<table>
    ${row(l('召集时间', 'Called for'), `${timeOf(startsAt)}${shortNotice ? ' · 通知时间不足 short notice' : ''}`)}
    ${row(l('开会至散会', 'Opened and closed'), `${time(openedAt)} – ${time(endedAt)}`)}
    ${row(l('应到成员', 'Members'), members)}
    ${row(
      l('到场（开会、最多、散会时）', 'Present (at opening, at most, at the end)'),
      `${String(atOpening)} / ${String(most)} / ${String(atEnd)}`,
    )}
    ${row(l('书面委托', 'Proxies'), proxies.length)} ${row(l('列席', 'Guests'), guests.map(nameOf).join('、') || '—')}
    ${row(l('主持', 'Chair'), chair === null ? '—' : nameOf(chair))} ${row(l('留待下次', 'Carried over'), carriedOver)}
  </table>`;
}

function itemPart(item: ItemMinutes, reader: MinutesReader): Html {
  const { number, title, result, decides, recused, speeches, motions, election, reason, measure } = item;
  const { textOf, nameOf } = reader;
  return html`<section>
    <h2>${number}. ${textOf(title)}</h2>
    <p><strong>${both(result.label)}</strong></p>
    ${decides.key === 'residents' ? '' : html`<p>${both(decides.label)}</p>`}
    ${
      recused.length === 0
        ? ''
        : html`<p>${both(l(`回避 ${String(recused.length)} 人`, `Recused: ${String(recused.length)}`))}</p>`
    }
    ${speeches.length === 0 ? '' : html`<p>${both(speechesInWords(speeches))}</p>`}
    ${motions.map((motion) => motionPart(motion, reader))}
    ${
      election === null
        ? ''
        : html`<p>
              ${both(l('候选人', 'Candidates'))} ${election.candidates.map(nameOf).join('、')} ·
              ${both(l('当选', 'Elected'))} ${election.elected.map(nameOf).join('、') || '—'}
            </p>
            ${votePart(election.vote)}`
    }
    ${measure === null ? '' : html`<p class="text"><strong>${textOf(measure)}</strong></p>`}
    ${reason === null ? '' : html`<p class="text">${textOf(reason)}</p>`}
  </section>`;
}

function speechesInWords(speeches: ItemMinutes['speeches']): Label {
  const [inFavour, against, neutral] = (['for', 'against', 'neutral'] as const).map((side) =>
    String(speeches.filter((speech) => speech.side.key === side).length),
  );
  const all = String(speeches.length);
  return l(
    `发言 ${all} 次：赞成 ${inFavour ?? ''}，反对 ${against ?? ''}，中立 ${neutral ?? ''}`,
    `Speeches: ${all} (for ${inFavour ?? ''}, against ${against ?? ''}, neutral ${neutral ?? ''})`,
  );
}

function motionPart({ measure, mover, seconder, amendments, end, vote }: MotionMinutes, reader: MinutesReader): Html {
  const { textOf, nameOf } = reader;
  const by = `${nameOf(mover)} / ${seconder === null ? '—' : nameOf(seconder)}`;
  return html`<h3>${both(l('动议（提出、附议）', 'Motion (moved, seconded)'))} ${by}</h3>
    <p class="text">${textOf(measure)}</p>
    ${amendments.map(
      (one) =>
        html`<p class="text">${both(l('修正案', 'Amendment'))} ${textOf(one.measure)} — ${both(one.end.label)}</p>
          ${votePart(one.vote)}`,
    )}
    <p>${both(end.label)}</p>
    ${votePart(vote)}`;
}

/** Every number of a vote; the fractions in integers. */
function votePart(vote: VoteMinutes | null): Html {
  if (vote === null) return html``;
  const { verdict, counts, tests, rule, law, provisional } = vote;
  return html`<table>
    ${row(l('表决结果', 'Verdict'), both(verdict.label))}
    ${
      counts === null
        ? ''
        : row(
            l('赞成、反对、弃权、废票', 'For, against, abstained, void'),
            `${String(counts.yes)} / ${String(counts.no)} / ${String(counts.abstain)} / ${String(counts.void)}`,
          )
    }
    ${tests.map((test) => row(l('核对', 'Test'), both(test)))}
    ${rule === null ? '' : row(l('规则', 'Rule'), html`${both(rule)} <small>${law ?? ''}</small>`)}
    ${provisional ? row(l('待核定', 'Provisional'), both(l('规则待核定，暂不生效', 'The rule is to be confirmed'))) : ''}
  </table>`;
}

function signature({ drafter, signer, signedAt }: Minutes, { nameOf, timeOf }: MinutesReader): Html {
  const name = (person: string | null): string => (person === null ? '—' : nameOf(person));
  return html`<p>${both(l('记录', 'Drafted by'))} ${name(drafter)}</p>
    <p>${both(l('签署', 'Signed by'))} ${name(signer)} ${signedAt === null ? '' : timeOf(signedAt)}</p>
    <p>
      <small
        >${both(
          l(
            '到场、经过和结果由系统按实际记录生成；扫码核对。',
            'Presence, course and results were written from what happened; scan to check.',
          ),
        )}</small
      >
    </p>`;
}
