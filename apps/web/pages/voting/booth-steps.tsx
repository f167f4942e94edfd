import { useEffect, useRef, type ReactNode } from 'react';

import { Button } from '../../ui/button.js';
import { votingWords } from '../../words/voting.words.js';
import { useWords } from '../../words/words.js';

interface BoothScreenProps {
  /** 1 to 3. */
  n: number;
  title: string;
  children: ReactNode;
}

/** A screen of the booth: its heading is read out when somebody comes to it. */
export function BoothScreen({ n, title, children }: BoothScreenProps) {
  const w = useWords(votingWords);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <section className="stack vote-screen" aria-labelledby="vote-screen">
      <p className="vote-step">
        <span className="soft">{w('stepOf', { n, of: 3 })}</span>
        <span className="vote-bar" aria-hidden="true">
          {[1, 2, 3].map((at) => (
            <span key={at} className={at <= n ? 'done' : ''} />
          ))}
        </span>
      </p>
      <h2 id="vote-screen" ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  );
}

interface BoothButtonsProps {
  onBack: () => void;
  backIsDisabled?: boolean;
  children: ReactNode;
}

/** Forward, large and below the thumb; back beside it. */
export function BoothButtons({ onBack, backIsDisabled = false, children }: BoothButtonsProps) {
  const w = useWords(votingWords);
  return (
    <div className="vote-buttons no-print">
      {children}
      <Button size="big" isDisabled={backIsDisabled} onPress={onBack}>
        {w('back')}
      </Button>
    </div>
  );
}
