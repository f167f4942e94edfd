import { Page } from '../../app/page.js';
import { dispatchWords } from '../../words/dispatch.words.js';
import { useWords } from '../../words/words.js';
import { DepartmentDesk } from './department-desk.js';

/** The desk of a department as a page of its own, for whoever also holds another office. */
export function DepartmentDeskPage() {
  const w = useWords(dispatchWords);
  return (
    <Page title={w('deskTitle')} width="full">
      <DepartmentDesk />
    </Page>
  );
}
