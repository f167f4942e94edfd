import { createContext, useContext, type ReactNode } from 'react';

import { Button } from '../ui/button.js';
import { CheckField, ChoiceField, TextField } from '../ui/fields.js';
import { SelectField } from '../ui/select-field.js';
import { formWords } from '../words/form.words.js';
import { useLabel, useWords } from '../words/words.js';
import { FileField } from './file-field.js';
import { fieldOf, fieldsOf, initialValue, variantOf } from './form.rules.js';
import { InstantField, NumberField } from './number-field.js';
import { ReferenceField } from './reference-field.js';
import type { Field, FieldSchema, FormValue } from './schema.types.js';
import './forms.css';

/** What is wrong, by path, already in words. */
export type FormErrors = Readonly<Record<string, string>>;

const Errors = createContext<FormErrors>({});

interface SchemaFormProps {
  schema: FieldSchema;
  value: FormValue;
  onChange: (value: FormValue) => void;
  errors?: FormErrors;
  /** Fields a page shows in its own way, or fills in itself. */
  without?: readonly string[];
}

/** The fields of an object schema. It is a part of a form: the form itself, its button and its draft belong to `ActForm`. */
export function SchemaForm({ schema, value, onChange, errors = {}, without = [] }: SchemaFormProps) {
  return (
    <Errors value={errors}>
      <Fields schema={schema} value={value} onChange={onChange} at="" without={without} />
    </Errors>
  );
}

interface FieldsProps {
  schema: FieldSchema;
  value: FormValue;
  onChange: (value: FormValue) => void;
  at: string;
  without?: readonly string[];
}

function Fields({ schema, value, onChange, at, without = [] }: FieldsProps) {
  return fieldsOf(schema)
    .filter(({ name, schema: { const: fixed } }) => !without.includes(name) && fixed === undefined)
    .map((field) => (
      <AnyField
        key={field.name}
        field={field}
        value={value[field.name]}
        onChange={(part) => onChange({ ...value, [field.name]: part })}
        path={at === '' ? field.name : `${at}.${field.name}`}
      />
    ));
}

interface AnyFieldProps {
  field: Field;
  value: unknown;
  onChange: (value: unknown) => void;
  path: string;
}

/** One field as its kind asks for. */
function AnyField({ field, value, onChange, path }: AnyFieldProps): ReactNode {
  const { kind, schema, isRequired } = field;
  const w = useWords(formWords);
  const inLabel = useLabel();
  const error = useContext(Errors)[path];
  const label = schema.label === undefined ? field.name : inLabel(schema.label);
  const help = schema.help === undefined ? undefined : inLabel(schema.help);
  const around = { label, help, error, isRequired };
  const text = typeof value === 'string' ? value : '';
  switch (kind) {
    case 'text':
    case 'paragraph':
      return (
        <TextField
          {...around}
          value={text}
          onChange={onChange}
          isLong={kind === 'paragraph'}
          maxLength={schema.maxLength}
        />
      );
    case 'reference':
      return <ReferenceField {...around} refers={schema.refers ?? ''} value={text} onChange={onChange} />;
    case 'day':
      return <TextField {...around} type="date" value={text} onChange={onChange} />;
    case 'instant':
      return <InstantField {...around} value={text} onChange={onChange} />;
    case 'number':
      return (
        <NumberField {...around} schema={schema} value={typeof value === 'number' ? value : null} onChange={onChange} />
      );
    case 'yesNo':
      return schema.default === undefined ? (
        <ChoiceField
          {...around}
          choices={[
            { value: 'yes', label: w('yes') },
            { value: 'no', label: w('no') },
          ]}
          value={typeof value === 'boolean' ? (value ? 'yes' : 'no') : null}
          onChange={(chosen) => onChange(chosen === 'yes')}
        />
      ) : (
        <CheckField label={label} help={help} isSelected={value === true} onChange={onChange} />
      );
    case 'choice':
      return <EnumField field={field} value={value} onChange={onChange} path={path} />;
    case 'list':
      return <ListField field={field} value={value} onChange={onChange} path={path} />;
    case 'group':
      return <GroupField field={field} value={value} onChange={onChange} path={path} />;
    case 'variants':
      return <VariantsField field={field} value={value} onChange={onChange} path={path} />;
    case 'file':
      return (
        <FileField {...around} most={1} value={text === '' ? [] : [text]} onChange={([id]) => onChange(id ?? null)} />
      );
    case 'unknown':
      return null;
  }
}

/** A few values are all in sight; many are a list. */
const MOST_IN_SIGHT = 6;

function EnumField({ field: { name, schema, isRequired }, value, onChange, path }: AnyFieldProps) {
  const inLabel = useLabel();
  const error = useContext(Errors)[path];
  const label = schema.label === undefined ? name : inLabel(schema.label);
  const help = schema.help === undefined ? undefined : inLabel(schema.help);
  const choices = (schema.enum ?? []).map((one) => {
    const words = schema.values?.[String(one)];
    return { value: String(one), label: words === undefined ? String(one) : inLabel(words) };
  });
  const chosen = typeof value === 'string' || typeof value === 'number' ? String(value) : null;
  const choose = (written: string | null): void =>
    onChange(schema.enum?.find((one) => String(one) === written) ?? null);
  const Control = choices.length > MOST_IN_SIGHT ? SelectField : ChoiceField;
  return <Control {...{ label, help, error, isRequired, choices }} value={chosen} onChange={choose} />;
}

function ListField({ field, value, onChange, path }: AnyFieldProps) {
  const w = useWords(formWords);
  const inLabel = useLabel();
  const error = useContext(Errors)[path];
  const { schema, name, isRequired } = field;
  const label = schema.label === undefined ? name : inLabel(schema.label);
  const help = schema.help === undefined ? undefined : inLabel(schema.help);
  const values = Array.isArray(value) ? (value as unknown[]) : [];
  const items = fieldOf(name, schema.items ?? {}, true);
  if (items.kind === 'file')
    return (
      <FileField
        {...{ label, help, error, isRequired }}
        most={schema.maxItems ?? 20}
        value={values.map(String)}
        onChange={onChange}
      />
    );
  const begin = items.kind === 'group' ? initialValue(items.schema) : items.kind === 'variants' ? {} : '';
  const item: Field = { ...items, schema: { label: schema.label, ...items.schema } };
  return (
    <fieldset className="form-group">
      <legend>{label}</legend>
      {help !== undefined && <p className="field-help">{help}</p>}
      {values.map((one, index) => (
        // entries have no name of their own, and are only added at the end or taken out
        <div key={index} className="stack tight">
          <AnyField
            field={item}
            value={one}
            onChange={(part) => onChange(values.map((other, at) => (at === index ? part : other)))}
            path={`${path}.${index}`}
          />
          <p>
            <Button size="small" look="quiet" onPress={() => onChange(values.filter((_, at) => at !== index))}>
              {w('remove', { n: index + 1 })}
            </Button>
          </p>
        </div>
      ))}
      {values.length < (schema.maxItems ?? Number.POSITIVE_INFINITY) && (
        <p>
          <Button onPress={() => onChange([...values, begin])}>
            <span aria-hidden="true">＋</span> {w('add')}
          </Button>
        </p>
      )}
      {error !== undefined && <p className="field-error">{error}</p>}
    </fieldset>
  );
}

function GroupField({ field: { name, schema, isRequired }, value, onChange, path }: AnyFieldProps) {
  const w = useWords(formWords);
  const inLabel = useLabel();
  const label = schema.label === undefined ? name : inLabel(schema.label);
  const isFilled = typeof value === 'object' && value !== null;
  if (!isRequired && !isFilled)
    return (
      <p>
        <Button onPress={() => onChange(initialValue(schema))}>
          <span aria-hidden="true">＋</span> {label}
        </Button>
      </p>
    );
  return (
    <fieldset className="form-group">
      <legend>{label}</legend>
      {schema.help !== undefined && <p className="field-help">{inLabel(schema.help)}</p>}
      <Fields schema={schema} value={isFilled ? (value as FormValue) : {}} onChange={onChange} at={path} />
      {!isRequired && (
        <p>
          <Button size="small" look="quiet" onPress={() => onChange(null)}>
            {w('leaveOut')}
          </Button>
        </p>
      )}
    </fieldset>
  );
}

/** One of several shapes, told apart by a fixed property such as `kind`. */
function VariantsField({ field: { name, schema }, value, onChange, path }: AnyFieldProps) {
  const w = useWords(formWords);
  const inLabel = useLabel();
  const variants = (schema.oneOf ?? []).map((variant, index) => {
    const fixed = Object.entries(variant.properties ?? {}).filter(([, { const: one }]) => one !== undefined);
    const [, first] = fixed[0] ?? [];
    const kind = typeof first?.const === 'string' ? first.const : String(index + 1);
    const words = variant.label ?? first?.values?.[kind] ?? schema.values?.[kind];
    return { variant, index, fixed, label: words === undefined ? kind : inLabel(words) };
  });
  const chosen = variantOf(schema, value);
  return (
    <fieldset className="form-group">
      <legend>{schema.label === undefined ? name : inLabel(schema.label)}</legend>
      <SelectField
        label={w('kind')}
        choices={variants.map(({ index, label }) => ({ value: String(index), label }))}
        value={chosen === undefined ? null : String(schema.oneOf?.indexOf(chosen))}
        onChange={(index) => {
          const picked = variants[Number(index)];
          if (index === null || picked === undefined) return;
          onChange({
            ...initialValue(picked.variant),
            ...Object.fromEntries(picked.fixed.map(([key, one]) => [key, one.const])),
          });
        }}
        isRequired
      />
      {chosen !== undefined && <Fields schema={chosen} value={value as FormValue} onChange={onChange} at={path} />}
    </fieldset>
  );
}
