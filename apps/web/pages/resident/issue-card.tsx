import { Link } from 'react-router';

import { Card } from '../../ui/card.js';
import { Chip, StatusChip, When } from '../../ui/status.js';
import { homeWords } from '../../words/home.words.js';
import { useWords, type Label } from '../../words/words.js';
import './resident.css';

/** An issue as a list shows it. */
export interface IssueCardProps {
  id: string;
  title: string | null;
  status: 'active' | 'done' | 'cancelled';
  stage: { label: Label };
  place: string;
  changedAt: string;
  supporters?: number;
  photo?: string | null;
  isLate?: boolean;
  /** What the reader is to it: “反映人”. */
  relation?: string | undefined;
  category?: string | null;
  /** Heading level below the one of the list. */
  headingLevel?: 2 | 3;
}

/** What it is, where, how far, and what neighbours say to it. */
export function IssueCard(props: IssueCardProps) {
  const {
    id,
    title,
    status,
    stage,
    place,
    changedAt,
    supporters = 0,
    photo,
    isLate = false,
    relation,
    category,
  } = props;
  const w = useWords(homeWords);
  const Heading = props.headingLevel === 2 ? 'h2' : 'h3';
  return (
    <Card as="li">
      <div className="resident-card">
        {photo != null && <img className="resident-card-photo" src={photo} alt="" loading="lazy" />}
        <div className="stack tight resident-card-words">
          <Heading className="resident-card-title">
            <Link to={`/cases/${id}`} dir="auto">
              {title ?? w('untitled')}
            </Link>
          </Heading>
          <p className="row resident-card-chips">
            <StatusChip status={status} label={stage.label} />
            {isLate && status === 'active' && <Chip kind="bad">{w('late')}</Chip>}
            {relation !== undefined && <Chip kind="note">{relation}</Chip>}
          </p>
          <p className="soft small">
            <bdi>{place}</bdi>
            {category != null && ` · ${category}`} · <When at={changedAt} />
            {supporters > 0 && ` · ${w('supporters', { n: supporters })}`}
          </p>
        </div>
      </div>
    </Card>
  );
}
