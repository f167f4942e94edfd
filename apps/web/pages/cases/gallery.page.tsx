import { useQuery } from '@tanstack/react-query';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { useMe } from '../../app/session.js';
import { Page } from '../../app/page.js';
import { LinkButton } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { NotYet } from '../../ui/problem.js';
import { Chip } from '../../ui/status.js';
import { chartWords } from '../../words/chart.words.js';
import { useLabel, useWords } from '../../words/words.js';

/** Every workflow this service knows, in plain words. */
export function GalleryPage() {
  const w = useWords(chartWords);
  const inLabel = useLabel();
  const { data: me } = useMe();
  const { data, error, refetch } = useQuery({
    queryKey: keys.mine('workflows', me?.person),
    queryFn: () => answered(api.GET('/api/v1/workflows')),
  });
  return (
    <Page title={w('galleryTitle')} width="full" canBeRead>
      <p>{w('galleryIntro')}</p>
      {data === undefined && <NotYet error={error} onRetry={refetch} />}
      <div className="tiles">
        {data?.rows.map(({ name, label, description, startable, mayStart }) => (
          <Card key={name}>
            <h2>{inLabel(label)}</h2>
            <p>
              {mayStart && <Chip kind="good">{w('startableByYou')}</Chip>}
              {!startable && <Chip>{w('startedByOthers')}</Chip>}
            </p>
            <p>{inLabel(description)}</p>
            <div className="row">
              <LinkButton to={`/gallery/${name}`}>{w('seeWorkflow', { name: inLabel(label) })}</LinkButton>
              {mayStart && (
                <LinkButton look="primary" to={`/start/${name}`}>
                  {w('start', { name: inLabel(label) })}
                </LinkButton>
              )}
            </div>
          </Card>
        ))}
      </div>
    </Page>
  );
}
