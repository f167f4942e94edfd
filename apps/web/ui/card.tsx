import type { ReactNode } from 'react';

import './box.css';

/** A thing among others: an issue, a ballot, a household. */
export function Card({
  children,
  as: As = 'article',
}: {
  children: ReactNode;
  as?: 'article' | 'section' | 'li' | 'div';
}) {
  return <As className="card">{children}</As>;
}

/** Facts as name and value; what is `null` is left out. */
export function Facts({ facts }: { facts: readonly (readonly [name: string, value: ReactNode])[] }) {
  const known = facts.filter(([, value]) => value !== null && value !== undefined && value !== '');
  return (
    <dl className="facts">
      {known.map(([name, value]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
