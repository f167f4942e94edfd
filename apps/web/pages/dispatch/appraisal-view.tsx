import { UNNAMED, useNames } from '../../app/names.js';
import { Facts } from '../../ui/card.js';
import { Box } from '../../ui/problem.js';
import { chainWords } from '../../words/chain.words.js';
import { useBetween, useWords } from '../../words/words.js';
import type { CaseViewProps } from '../cases/case-views.js';
import { CaseLayout } from './case-layout.js';
import { appraisalOf, totalOf } from './work.rules.js';

/** Streets appraise departments: who has spoken about whom, with points, remark and what the department says to it. */
export function AppraisalView({ seen }: CaseViewProps) {
  const w = useWords(chainWords);
  const between = useBetween();
  const facts = appraisalOf(seen.context);
  const name = useNames([...facts.streets, ...facts.departments], seen.id);
  const text = (id: string | undefined): string => (id === undefined ? '' : (seen.texts[id] ?? ''));
  return (
    <CaseLayout
      seen={seen}
      parts={{ unit: [...facts.streets, ...facts.departments].map((id) => ({ id, name: name(id) ?? id })) }}
    >
      <section className="stack" aria-labelledby="appraisal">
        <h2 id="appraisal">{w('appraisal')}</h2>
        <Box>{w('appraisalHelp')}</Box>
        <Facts
          facts={[
            [w('period'), facts.period],
            [w('silentStreets'), facts.silent.map((id) => name(id)).join(between)],
          ]}
        />
        <div className="work-table" tabIndex={0} role="group" aria-label={w('appraised')}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{w('department')}</th>
                <th scope="col">{w('street')}</th>
                <th scope="col" className="end">
                  {w('points')}
                </th>
                <th scope="col">{w('remark')}</th>
                <th scope="col">{w('comment')}</th>
              </tr>
            </thead>
            <tbody>
              {facts.departments.flatMap((department) =>
                facts.streets.map((street) => {
                  const said = facts.appraisals.find((one) => one.street === street && one.department === department);
                  const comment = facts.comments.find((one) => one.department === department);
                  return (
                    <tr key={`${department} ${street}`}>
                      <th scope="row">
                        <bdi>{name(department) ?? UNNAMED}</bdi>
                      </th>
                      <td>
                        <bdi>{name(street) ?? UNNAMED}</bdi>
                      </td>
                      <td className="end">{said === undefined ? w('notAppraised') : totalOf(said.scores)}</td>
                      <td dir="auto">{text(said?.remark)}</td>
                      <td dir="auto">{text(comment?.text)}</td>
                    </tr>
                  );
                }),
              )}
            </tbody>
          </table>
        </div>
      </section>
    </CaseLayout>
  );
}
