import { useState } from 'react';

import { answered, api } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { Button } from '../../ui/button.js';
import { CheckField, ChoiceField, TextField } from '../../ui/fields.js';
import { Box, ProblemBox } from '../../ui/problem.js';
import { formWords } from '../../words/form.words.js';
import { rulesWords } from '../../words/rules.words.js';
import { useWords } from '../../words/words.js';
import { ChangesList } from './changes-list.js';
import type { Fraction } from './meeting.types.js';
import { useRuleNames, type RuleVersion } from './rule-names.js';
import { differences } from './rules.rules.js';

type Rule = RuleVersion['rule'];

/** Given by the service to every version: no change of whoever writes it. */
const NUMBERED = { version: 0, status: 'to_be_confirmed' } as const;

interface RuleEditorProps {
  unit: string;
  newest: RuleVersion;
  onClose: () => void;
}

/** The rule as a form, the law beside each share; what changes is said before it is published. */
export function RuleEditor({ unit, newest, onClose }: RuleEditorProps) {
  const w = useWords(rulesWords);
  const f = useWords(formWords);
  const nameOf = useRuleNames();
  const [draft, setDraft] = useState<Rule>(newest.rule);
  const [reason, setReason] = useState('');
  const command = useCommand(
    (rule: Rule, headers) => {
      const { version: base, ...body } = rule;
      // whoever reads the article confirms it; the author cannot
      const sent = { ...body, status: 'to_be_confirmed' as const };
      return answered(api.POST('/api/v1/rules', { body: { unit, base, reason: reason.trim(), rule: sent }, headers }));
    },
    { onDone: onClose },
  );
  const changes = differences({ ...newest.rule, ...NUMBERED }, { ...draft, ...NUMBERED });
  const setTest = (index: number, part: 'turnout' | 'approval', share: Fraction): void =>
    setDraft({ ...draft, tests: draft.tests.map((test, at) => (at === index ? { ...test, [part]: share } : test)) });
  const counted = (['counts_in_base', 'not_counted'] as const).map((value) => ({ value, label: w(value) }));
  return (
    <form
      className="form"
      aria-labelledby="editor"
      onSubmit={(event) => {
        event.preventDefault();
        if (changes.length > 0 && reason.trim() !== '') command.mutate(draft);
      }}
    >
      <h2 id="editor">{w('editTitle')}</h2>
      <Box>{w('publishHelp')}</Box>
      {draft.tests.map(({ base, turnout, approval }, index) => (
        <fieldset key={base} className="field">
          <legend className="field-label">{w(`base_${base}`)}</legend>
          <p className="soft small">{newest.rule.law}</p>
          {turnout !== null && (
            <ShareField label={w('turnout')} share={turnout} onChange={(share) => setTest(index, 'turnout', share)} />
          )}
          {approval !== null && (
            <ShareField
              label={w('approval')}
              share={approval}
              onChange={(share) => setTest(index, 'approval', share)}
            />
          )}
        </fieldset>
      ))}
      {(['abstention', 'void'] as const).map((field) => (
        <ChoiceField
          key={field}
          label={w(field)}
          choices={counted}
          value={draft[field]}
          onChange={(value) => setDraft({ ...draft, [field]: value as Rule['void'] })}
          isRequired
        />
      ))}
      <ChoiceField
        label={w('tie')}
        choices={(['fails', 'vote_again', 'chair_decides'] as const).map((value) => ({ value, label: w(value) }))}
        value={draft.tie}
        onChange={(value) => setDraft({ ...draft, tie: value as Rule['tie'] })}
        isRequired
      />
      <TextField label={w('law')} value={draft.law} onChange={(law) => setDraft({ ...draft, law })} isRequired />
      <TextField
        label={w('validFrom')}
        type="date"
        value={draft.validFrom}
        onChange={(validFrom) => setDraft({ ...draft, validFrom })}
        isRequired
      />
      <TextField
        label={w('validTo')}
        type="date"
        value={draft.validTo ?? ''}
        onChange={(validTo) => setDraft({ ...draft, validTo: validTo === '' ? null : validTo })}
      />
      <h3>{w('changed')}</h3>
      <div role="status">
        <ChangesList changes={changes} nameOf={nameOf} />
      </div>
      <TextField label={w('reason')} value={reason} onChange={setReason} isLong rows={2} isRequired />
      {command.error !== null && <ProblemBox error={command.error} />}
      <p className="row">
        <Button
          look="primary"
          type="submit"
          isPending={command.isPending}
          isDisabled={changes.length === 0 || reason.trim() === ''}
        >
          {w('publish')}
        </Button>
        <Button onPress={onClose}>{f('notNow')}</Button>
      </p>
    </form>
  );
}

interface ShareFieldProps {
  label: string;
  share: Fraction;
  onChange: (share: Fraction) => void;
}

/** A share as two whole numbers: never a percent that has to be rounded. */
function ShareField({ label, share, onChange }: ShareFieldProps) {
  const w = useWords(rulesWords);
  const whole = (text: string): number => Number(text.replaceAll(/\D/g, ''));
  return (
    <div className="row" role="group" aria-label={label}>
      <strong>{label}</strong>
      {(['numerator', 'denominator'] as const).map((part) => (
        <TextField
          key={part}
          label={w(part)}
          inputMode="numeric"
          value={share[part] === 0 ? '' : String(share[part])}
          onChange={(text) => onChange({ ...share, [part]: whole(text) })}
          isRequired
        />
      ))}
      <CheckField
        label={w('inclusive')}
        isSelected={share.inclusive}
        onChange={(inclusive) => onChange({ ...share, inclusive })}
      />
    </div>
  );
}
