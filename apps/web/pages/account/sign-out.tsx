import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';

import { answered, api } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { keys } from '../../api/keys.js';
import { forgetAnswers } from '../../app/kept-pages.js';
import type { Session } from '../../app/session.js';
import { forgetSending } from '../../api/sending.js';
import { forgetDrafts } from '../../forms/drafts.js';
import { Button } from '../../ui/button.js';
import { Confirm } from '../../ui/dialog.js';
import { CheckField } from '../../ui/fields.js';
import { ProblemBox } from '../../ui/problem.js';
import { accountWords } from '../../words/account.words.js';
import { useWords } from '../../words/words.js';

/** Signing out: what was read on this device is forgotten, and drafts too where one wishes. */
export function SignOutButton() {
  const w = useWords(accountWords);
  const navigate = useNavigate();
  const client = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const [isDropping, setDropping] = useState(true);
  const end = useCommand((_: null) => answered(api.POST('/api/v1/session/end')), {
    onDone: () => {
      setAsking(false);
      // known at once: nothing that is asked for after this is taken for a session that has ended by itself
      client.setQueryData<Session>(
        keys.session,
        (before) => before && { ...before, person: null, name: null, secondFactor: null },
      );
      forgetSending();
      const dropped = isDropping ? forgetDrafts({ all: true }).catch(() => undefined) : Promise.resolve();
      void Promise.all([forgetAnswers(), dropped])
        .then(() => client.resetQueries())
        .then(() => navigate('/sign-in'));
    },
  });
  return (
    <>
      <Button onPress={() => setAsking(true)}>{w('signOut')}</Button>
      <Confirm
        isOpen={isAsking}
        title={w('signOutTitle')}
        action={w('signOut')}
        isPending={end.isPending}
        onConfirm={() => end.mutate(null)}
        onClose={() => setAsking(false)}
      >
        <p>{w('signOutHelp')}</p>
        <CheckField
          label={w('signOutDrafts')}
          help={w('signOutDraftsHelp')}
          isSelected={isDropping}
          onChange={setDropping}
        />
        {end.error !== null && <ProblemBox error={end.error} />}
      </Confirm>
    </>
  );
}
