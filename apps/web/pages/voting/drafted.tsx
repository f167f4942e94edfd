import { Card } from '../../ui/card.js';
import { Chip } from '../../ui/status.js';
import { opinionWords } from '../../words/opinion.words.js';
import { useWords } from '../../words/words.js';
import { useParticulars } from './particulars.js';

/** What was drafted for the meeting, what companies and departments have answered, and what goes into the minutes. */
export function Drafted({ deliberation }: { deliberation: string }) {
  const w = useWords(opinionWords);
  const found = useParticulars(deliberation).data?.deliberation;
  if (found == null) return null;
  const { measures, amendments, answers, agreed } = found;
  return (
    <>
      <section className="stack" aria-labelledby="measures">
        <h2 id="measures">{w('measures')}</h2>
        {measures.length === 0 && <p className="soft">{w('noMeasure')}</p>}
        {measures.map(({ number, text, backers }) => (
          <Card key={number} as="div">
            <p className="keep-lines" dir="auto">
              {text ?? w('erased')}
            </p>
            <p className="soft">{w('backers', { n: backers })}</p>
            {amendments
              .filter(({ measure }) => measure === number)
              .map((one) => (
                <div key={one.number}>
                  <p className="row">
                    <strong>{w('amendments')}</strong> <Chip>{w(`amendment_${one.state}`)}</Chip>
                  </p>
                  <p dir="auto">{one.text ?? w('erased')}</p>
                  {one.reason !== null && <p dir="auto">{w('because', { reason: one.reason })}</p>}
                </div>
              ))}
          </Card>
        ))}
      </section>
      {answers.length > 0 && (
        <section className="stack" aria-labelledby="answers">
          <h2 id="answers">{w('answers')}</h2>
          {answers.map(({ unit, question, text }, at) => (
            <Card key={`${unit?.id ?? ''} ${at}`} as="div">
              <h3>{unit?.name}</h3>
              {question !== null && <p dir="auto">{w('asked', { text: question })}</p>}
              <p dir="auto">{text === null ? w('notAnswered') : w('answered', { text })}</p>
            </Card>
          ))}
        </section>
      )}
      {agreed.length > 0 && (
        <section className="stack" aria-labelledby="agreed">
          <h2 id="agreed">{w('agreed')}</h2>
          <ul>
            {agreed.map((text) => (
              <li key={text} dir="auto">
                {text}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
