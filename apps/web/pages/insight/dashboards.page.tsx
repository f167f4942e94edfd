import { Page } from '../../app/page.js';
import { LinkButton } from '../../ui/button.js';
import { Loading } from '../../ui/problem.js';
import { insightWords } from '../../words/insight.words.js';
import { useWords } from '../../words/words.js';
import { BlockList } from './block-list.js';
import { League } from './league.js';
import { RateTiles } from './rate-tiles.js';
import { Reports } from './reports.js';
import { ScopeBar } from './scope-bar.js';
import { Trend } from './trend.js';
import { useScope, useUnit } from './use-scope.js';
import '../../ui/chart.css';
import './insight.css';

/** How matters go in a unit: rates, trend, units beside each other, leagues, accounts to print. For everybody. */
export function DashboardsPage() {
  const w = useWords(insightWords);
  const { scope, change } = useScope();
  const { data } = useUnit(scope?.unit);
  const unitName = data?.unit.name ?? '';
  const look = (unit: string): void => {
    change({ unit });
    scrollTo({ top: 0 });
  };
  return (
    <Page
      title={unitName === '' ? w('title') : w('titleOf', { name: unitName })}
      width="full"
      actions={
        <LinkButton to={scope === undefined ? '/open-data' : `/open-data?unit=${scope.unit}`}>
          {w('openData')}
        </LinkButton>
      }
    >
      <p>{w('intro')}</p>
      {scope === undefined ? (
        <Loading />
      ) : (
        <div className="stack loose">
          <ScopeBar scope={scope} onChange={change} />
          <RateTiles scope={scope} unitName={unitName} />
          <Trend unit={scope.unit} />
          <BlockList scope={scope} onLook={look} />
          <League scope={scope} unitName={unitName} />
          <Reports unit={scope.unit} month={scope.to} />
        </div>
      )}
    </Page>
  );
}
