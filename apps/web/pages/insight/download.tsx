import { useInstallation } from '../../app/installation.js';
import { now } from '../../app/clock.js';
import { useTimes } from '../../app/times.js';
import { Button } from '../../ui/button.js';
import { insightWords } from '../../words/insight.words.js';
import { useLabel, useWords } from '../../words/words.js';
import { csvOf } from './insight.rules.js';

export type Cells = readonly (readonly (string | number | null)[])[];

/** Line that says who may use a table and where it comes from. */
export function useLicence(): (unit: string) => string {
  const w = useWords(insightWords);
  const inLabel = useLabel();
  const { inWords } = useTimes();
  const { data } = useInstallation();
  return (unit) =>
    w('licence', {
      name: data === undefined ? '' : inLabel(data.name),
      unit,
      when: inWords(new Date(now()).toISOString(), 'dayAndTime'),
    });
}

/** Gives a table to the device as a file. */
export function save(name: string, rows: Cells, note: string): void {
  const url = URL.createObjectURL(new Blob([csvOf(rows, note)], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

interface DownloadProps {
  /** Of the table, also in the name of the file. */
  name: string;
  unit: string;
  rows: () => Cells;
}

/** Takes the table beside it away as CSV, with the licence in it. */
export function Download({ name, unit, rows }: DownloadProps) {
  const w = useWords(insightWords);
  const licence = useLicence();
  return (
    <Button
      size="small"
      aria-label={w('downloadOf', { name })}
      onPress={() => save(`${unit} ${name}`, rows(), licence(unit))}
    >
      {w('download')}
    </Button>
  );
}
