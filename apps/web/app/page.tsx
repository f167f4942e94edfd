import { useEffect, useRef, type ReactNode } from 'react';
import { useLocation } from 'react-router';

import { ReadAloud } from '../ui/read-aloud.js';
import { shellWords } from '../words/shell.words.js';
import { useWords } from '../words/words.js';

interface PageProps {
  /** The one heading of the page, also in the title of the window. */
  title: string;
  /** Above the heading: where this belongs, as a link. */
  above?: ReactNode;
  /** Beside the heading: what can be done with the page as a whole. */
  actions?: ReactNode;
  /** Offers to read the page aloud: wherever residents read. */
  canBeRead?: boolean;
  width?: 'reading' | 'full';
  children: ReactNode;
}

/** What a screen reader was told last; a page that only changes its contents is not announced again. */
let announced = '';

/** A page: its heading, what belongs beside it, and the focus on the heading when somebody comes from another page. */
export function Page({ title, above, actions, canBeRead = false, width = 'reading', children }: PageProps) {
  const w = useWords(shellWords);
  const heading = useRef<HTMLHeadingElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const { pathname } = useLocation();
  // beside what stands above the heading there is room even in large print: what matters stays on the first screen
  const hasAbove = above !== undefined && above !== null && above !== false;
  useEffect(() => {
    document.title = `${title} · ${w('product')}`;
  }, [title, w]);
  useEffect(() => {
    if (announced !== '' && announced !== pathname) heading.current?.focus();
    announced = pathname;
  }, [pathname]);
  return (
    <div className={`page ${width}`} ref={content}>
      <header className="page-head">
        {hasAbove && (
          <div className="page-above">
            <div>{above}</div>
            {canBeRead && <ReadAloud of={content} />}
          </div>
        )}
        <div className="row apart">
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          <div className="row no-print">
            {canBeRead && !hasAbove && <ReadAloud of={content} />}
            {actions}
          </div>
        </div>
      </header>
      {children}
    </div>
  );
}
