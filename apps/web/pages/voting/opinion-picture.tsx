import { When } from '../../ui/status.js';
import { opinionWords } from '../../words/opinion.words.js';
import { useWords } from '../../words/words.js';
import { circlesOf, dividing, shares, type Picture } from './opinion.rules.js';

interface OpinionPictureProps {
  picture: Picture;
  /** The group my answers put me in; nobody else is shown it. */
  group: string | null;
}

/** Opinion groups as circles, what unites and what divides them, and every number as a table. */
export function OpinionPicture({ picture, group }: OpinionPictureProps) {
  const w = useWords(opinionWords);
  const { people, leastShown, groups } = picture;
  return (
    <section className="stack" aria-labelledby="picture">
      <h2 id="picture">{w('picture')}</h2>
      {people === null ? (
        <p>{w('tooFew', { n: leastShown })}</p>
      ) : (
        <>
          <p>
            {w('people', { n: people })} · {w('updatedAt')} <When at={picture.at} exact />
          </p>
          <p>{groups.length < 2 ? w('groupsOne') : w('groupsMany', { n: groups.length })}</p>
          {groups.length > 1 && <Groups picture={picture} group={group} />}
          <United picture={picture} />
          <Divided picture={picture} />
          <Table picture={picture} />
        </>
      )}
    </section>
  );
}

function Groups({ picture, group }: OpinionPictureProps) {
  const w = useWords(opinionWords);
  const textOf = textsOf(picture);
  return (
    <div className="opinion-groups">
      <svg viewBox="0 0 100 100" className="opinion-drawing" aria-hidden="true">
        {circlesOf(picture).map(({ name, x, y, r }) => (
          <g key={name} className={name === group ? 'mine' : ''}>
            <circle cx={x} cy={y} r={r} />
            <text x={x} y={y} textAnchor="middle" dominantBaseline="central">
              {name}
            </text>
          </g>
        ))}
      </svg>
      <ul className="opinion-group-list">
        {picture.groups.map(({ name, people, representative }) => (
          <li key={name}>
            <p>
              <strong>{w('group', { name })}</strong> {w('groupPeople', { n: people })}{' '}
              {name === group && <strong className="opinion-mine">● {w('yourGroup')}</strong>}
            </p>
            <ul>
              {representative.slice(0, 3).map(({ statement, leans }) => (
                <li key={statement}>
                  {w(`leans_${leans}`)} <q dir="auto">{textOf.get(statement)}</q>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </div>
  );
}

function United({ picture }: { picture: Picture }) {
  const w = useWords(opinionWords);
  const textOf = textsOf(picture);
  return (
    <>
      <h3>{w('united')}</h3>
      {picture.united.length === 0 && <p className="soft">{w('unitedNone')}</p>}
      <ul className="opinion-lines">
        {picture.united.slice(0, 5).map(({ statement, leans }) => (
          <li key={statement}>
            <span aria-hidden="true">{leans === 'agree' ? '✓' : '✗'}</span> {w(`leans_${leans}`)}{' '}
            <span dir="auto">{textOf.get(statement)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Divided({ picture }: { picture: Picture }) {
  const w = useWords(opinionWords);
  const rows = dividing(picture);
  if (rows.length === 0) return null;
  return (
    <>
      <h3>{w('divided')}</h3>
      <ul className="opinion-lines">
        {rows.map(({ statement, text, byGroup }) => (
          <li key={statement}>
            <p dir="auto">
              <span aria-hidden="true">≠</span> {text}
            </p>
            {picture.groups.map(({ name }, at) => {
              const counts = byGroup?.[at];
              if (counts === undefined) return null;
              const { agree } = shares(counts);
              return (
                <p key={name} className="opinion-share">
                  <span>{w('group', { name })}</span>
                  <span className="opinion-bar" aria-hidden="true">
                    <span style={{ inlineSize: `${agree}%` }} />
                  </span>
                  <span className="small">{w('share', shares(counts))}</span>
                </p>
              );
            })}
          </li>
        ))}
      </ul>
    </>
  );
}

function Table({ picture }: { picture: Picture }) {
  const w = useWords(opinionWords);
  const { table, groups } = picture;
  const said = (counts: Parameters<typeof shares>[0] | null | undefined): string =>
    counts == null ? w('hidden') : w('share', shares(counts));
  return (
    <details>
      <summary className="vote-more">{w('table')}</summary>
      <div className="opinion-table" tabIndex={0} role="group" aria-label={w('table')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{w('statement')}</th>
              <th scope="col">{w('everybody')}</th>
              {groups.map(({ name }) => (
                <th key={name} scope="col">
                  {w('group', { name })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.map(({ statement, text, counts, byGroup }) => (
              <tr key={statement}>
                <th scope="row" dir="auto">
                  {text}
                </th>
                <td>{said(counts)}</td>
                {groups.map(({ name }, at) => (
                  <td key={name}>{said(byGroup?.[at])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function textsOf({ table }: Picture): ReadonlyMap<number, string> {
  return new Map(table.map(({ statement, text }) => [statement, text]));
}
