import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';

import { Due } from '../../ui/status.js';
import { coordinatorWords } from '../../words/coordinator.words.js';
import { triageWords } from '../../words/triage.words.js';
import { useBetween, useLabel, useWords } from '../../words/words.js';
import type { TriageCase } from './triage.rules.js';

interface TriageListProps {
  cases: readonly TriageCase[];
  shown: string;
  onChoose: (id: string) => void;
}

/** Reports that wait, what is due first first. Only those in sight are drawn. */
export function TriageList({ cases, shown, onChoose }: TriageListProps) {
  const w = useWords(triageWords);
  const frame = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    count: cases.length,
    getScrollElement: () => frame.current,
    estimateSize: () => 92,
    overscan: 8,
  });
  const at = cases.findIndex(({ id }) => id === shown);
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at);
  }, [virtual, at]);
  return (
    <nav className="tr-list" aria-label={w('list')} ref={frame}>
      <ul className="tr-items" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const one = cases[index];
          return (
            one !== undefined && (
              <li
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                className="tr-item"
                style={{ transform: `translateY(${start}px)` }}
              >
                <ListedCase one={one} isShown={one.id === shown} onChoose={onChoose} />
              </li>
            )
          );
        })}
      </ul>
    </nav>
  );
}

function ListedCase({ one, isShown, onChoose }: { one: TriageCase; isShown: boolean; onChoose: (id: string) => void }) {
  const desk = useWords(coordinatorWords);
  const inLabel = useLabel();
  const between = useBetween();
  const { id, title, annex, labels, dueAt } = one;
  return (
    <button type="button" className="tr-choose" aria-current={isShown || undefined} onClick={() => onChoose(id)}>
      <bdi className="co-title">{title ?? desk('untitled')}</bdi>
      <span className="small">
        <bdi>{annex.place?.name ?? annex.unitName}</bdi> · {labels.map(inLabel).join(between)}
      </span>
      <span className="small">
        <Due dueAt={dueAt} />
      </span>
    </button>
  );
}
