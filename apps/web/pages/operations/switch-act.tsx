import { useCommand, type Once } from '../../api/command.js';
import { Button } from '../../ui/button.js';
import { ProblemBox } from '../../ui/problem.js';
import { operationsWords } from '../../words/operations.words.js';
import { useWords } from '../../words/words.js';

interface SwitchActProps {
  name: string;
  isActive: boolean;
  send: (isOn: boolean, headers: Once) => Promise<unknown>;
}

/** Switches something off, or on again. */
export function SwitchAct({ name, isActive, send }: SwitchActProps) {
  const w = useWords(operationsWords);
  const command = useCommand(send);
  return (
    <>
      <Button
        size="small"
        aria-label={w(isActive ? 'switchOffOf' : 'switchOnOf', { name })}
        isPending={command.isPending}
        onPress={() => command.mutate(!isActive)}
      >
        {w(isActive ? 'switchOff' : 'switchOn')}
      </Button>
      {command.error !== null && <ProblemBox error={command.error} />}
    </>
  );
}
