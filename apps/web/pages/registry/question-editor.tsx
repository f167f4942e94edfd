import { Button } from '../../ui/button.js';
import { CheckField, TextField } from '../../ui/fields.js';
import { SelectField } from '../../ui/select-field.js';
import { catalogueWords } from '../../words/catalogue.words.js';
import { useWords } from '../../words/words.js';
import { flawOf, freeKey, QUESTION_KINDS, type Question } from './questions.rules.js';

const FLAWS = { words: 'flawWords', options: 'flawOptions', bounds: 'flawBounds' } as const;

interface QuestionEditorProps {
  questions: readonly Question[];
  onChange: (questions: Question[]) => void;
  showFlaws: boolean;
}

/** What has to be answered when such a matter is reported: a list of questions to add to, change and take from. */
export function QuestionEditor({ questions, onChange, showFlaws }: QuestionEditorProps) {
  const w = useWords(catalogueWords);
  const begin: Question = {
    ...{ key: freeKey(questions), zh: '', en: '', kind: 'text', isRequired: true },
    ...{ options: [], minimum: null, maximum: null },
  };
  return (
    <fieldset className="form-group">
      <legend>{w('questions')}</legend>
      <p className="field-help">{w('questionsHelp')}</p>
      {questions.map((question, index) => (
        <OneQuestion
          key={question.key}
          number={index + 1}
          question={question}
          showFlaws={showFlaws}
          onChange={(next) => onChange(questions.map((one, at) => (at === index ? next : one)))}
          onRemove={() => onChange(questions.filter((_, at) => at !== index))}
        />
      ))}
      <p>
        <Button onPress={() => onChange([...questions, begin])}>
          <span aria-hidden="true">＋</span> {w('addQuestion')}
        </Button>
      </p>
    </fieldset>
  );
}

interface OneQuestionProps {
  number: number;
  question: Question;
  showFlaws: boolean;
  onChange: (question: Question) => void;
  onRemove: () => void;
}

function OneQuestion({ number, question, showFlaws, onChange, onRemove }: OneQuestionProps) {
  const w = useWords(catalogueWords);
  const flaw = showFlaws ? flawOf(question) : null;
  const set = (changed: Partial<Question>): void => onChange({ ...question, ...changed });
  const numberOf = (text: string): number | null => (text.trim() === '' ? null : Number(text));
  return (
    <fieldset className="form-group">
      <legend>{w('questionNumber', { n: number })}</legend>
      <div className="rg-toolbar">
        <TextField label={w('questionZh')} value={question.zh} onChange={(zh) => set({ zh })} isRequired />
        <TextField label={w('questionEn')} value={question.en} onChange={(en) => set({ en })} isRequired />
        <SelectField
          label={w('answerKind')}
          isRequired
          value={question.kind}
          onChange={(kind) => set({ kind: QUESTION_KINDS.find((one) => one === kind) ?? 'text' })}
          choices={QUESTION_KINDS.map((value) => ({ value, label: w(value) }))}
        />
      </div>
      {question.kind === 'choice' && (
        <TextField
          label={w('options')}
          help={w('optionsHelp')}
          isLong
          rows={3}
          value={question.options.join('\n')}
          onChange={(text) => set({ options: text.split('\n') })}
        />
      )}
      {question.kind === 'number' && (
        <div className="rg-toolbar">
          <TextField
            label={w('least')}
            inputMode="decimal"
            value={question.minimum === null ? '' : String(question.minimum)}
            onChange={(text) => set({ minimum: numberOf(text) })}
          />
          <TextField
            label={w('most')}
            inputMode="decimal"
            value={question.maximum === null ? '' : String(question.maximum)}
            onChange={(text) => set({ maximum: numberOf(text) })}
          />
        </div>
      )}
      <CheckField
        label={w('isRequired')}
        isSelected={question.isRequired}
        onChange={(isRequired) => set({ isRequired })}
      />
      {flaw !== null && <p className="field-error">{w(FLAWS[flaw])}</p>}
      <p>
        <Button size="small" onPress={onRemove}>
          {w('removeQuestion', { n: number })}
        </Button>
      </p>
    </fieldset>
  );
}
