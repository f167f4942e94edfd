import { NativeSelect } from '../../ui/select-field.js';
import { meetingsWords } from '../../words/meetings.words.js';
import { useWords } from '../../words/words.js';
import { useDesk } from './meeting-desk.js';

interface PersonPickerProps {
  label: string;
  people: readonly string[];
  value: string | null;
  onChange: (person: string | null) => void;
}

/** One of those in the room, by name. */
export function PersonPicker({ label, people, value, onChange }: PersonPickerProps) {
  const { nameOf } = useDesk();
  const w = useWords(meetingsWords);
  const choices = people
    .map((person) => ({ value: person, label: nameOf(person) }))
    .sort((a, b) => a.label.localeCompare(b.label, 'zh-CN'));
  return (
    <label className="meeting-pick">
      <span className="small">{label}</span>
      <NativeSelect choices={choices} value={value} onChange={onChange} empty={w('chooseMember')} />
    </label>
  );
}
