import { useState } from 'react';

import { answered, api, type Schema } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/fields.js';
import { Box, ProblemBox } from '../../ui/problem.js';
import { chainWords } from '../../words/chain.words.js';
import { useWords } from '../../words/words.js';

/** Keeps a chain that is complete for the next building: never a person, a file or money. */
export function SaveTemplate({ chain }: { chain: Schema<'Chain'> }) {
  const w = useWords(chainWords);
  const [template, setTemplate] = useState(chain.template?.split('@')[0] ?? '');
  const [name, setName] = useState(chain.title ?? '');
  const save = useCommand((body: { case: string; template: string; name: string }, headers) =>
    answered(api.POST('/api/v1/chain-templates', { body, headers })),
  );
  return (
    <form
      className="stack"
      aria-label={w('saveTemplate')}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ case: chain.case, template, name });
      }}
    >
      <h2>{w('saveTemplate')}</h2>
      <TextField
        label={w('templateCode')}
        help={w('templateCodeHelp')}
        value={template}
        onChange={setTemplate}
        isRequired
      />
      <TextField label={w('templateName')} value={name} onChange={setName} isRequired maxLength={100} />
      {save.error !== null && <ProblemBox error={save.error} />}
      {save.data !== undefined && (
        <div role="status">
          <Box kind="good">{w('savedTemplate', save.data)}</Box>
        </div>
      )}
      <p>
        <Button type="submit" isPending={save.isPending}>
          {w('save')}
        </Button>
      </p>
    </form>
  );
}
