import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useCallback, useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';

import { uiWords } from '../words/ui.words.js';
import { useWords } from '../words/words.js';
import './data-table.css';

export interface Column<Row> {
  key: string;
  name: string;
  /** Width as a grid track: `8rem`, `minmax(10rem, 2fr)`. */
  width: string;
  cell: (row: Row) => ReactNode;
  isSortable?: boolean;
  align?: 'start' | 'end';
}

export interface Sorting {
  by: string;
  descending: boolean;
}

interface DataTableProps<Row> {
  /** What the table shows, for those who listen. */
  name: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** The same function at every drawing, or a long table scrolls slowly. */
  rowKey: (row: Row) => string;
  /** What a row is called when it is selected. */
  rowName: (row: Row) => string;
  onOpen?: (row: Row) => void;
  selected?: ReadonlySet<string>;
  onSelect?: (selected: ReadonlySet<string>) => void;
  sorting?: Sorting | null;
  onSort?: (sorting: Sorting) => void;
  /** Called when the end comes into sight. */
  onEnd?: () => void;
  /** How many rows there are in all, where it is known. */
  total?: number;
}

const ROW_REM = 3.25;

/** The key of rows that have an id. */
export const keyById = ({ id }: { id: string }): string => id;

/**
 * A table of any length: only the rows in sight are drawn. Arrow keys, Home and End move, Enter opens, the space bar selects,
 * Shift with an arrow selects on the way, Ctrl + A selects all.
 * On a narrow screen every row becomes a card with the column names in it.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { name, columns, rows, rowKey, selected, onSelect, onEnd, total } = props;
  const [stop, setStop] = useState(0);
  const w = useWords(uiWords);
  const frame = useRef<HTMLDivElement>(null);
  const id = useId();
  const rem = rootSize();
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    // the same functions as long as the rows are the same: otherwise all of them are measured anew whenever one comes into sight
    estimateSize: useCallback(() => ROW_REM * rem, [rem]),
    getItemKey: useCallback((index: number) => keyAt(rows, index, rowKey), [rows, rowKey]),
    overscan: 12,
    useFlushSync: false,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (rows.length > 0 && last >= rows.length - 20) onEnd?.();
  }, [last, rows.length, onEnd]);
  const { onRowOpen, onRowToggle } = useRowActs(props);
  // Tab finds a row that is drawn: the one last stood on, else the first in sight
  const tabStop = items.some(({ index }) => index === stop) ? stop : items[0]?.index;
  const template = [...(onSelect === undefined ? [] : ['2.75rem']), ...columns.map(({ width }) => width)].join(' ');
  return (
    <div className="data-table">
      <p className="data-table-count soft small" role="status">
        {w('rows', { n: total ?? rows.length })}
        {selected !== undefined && selected.size > 0 && ` · ${w('selected', { n: selected.size })}`}
      </p>
      <div
        ref={frame}
        className="data-table-frame"
        role="grid"
        aria-label={name}
        aria-rowcount={(total ?? rows.length) + 1}
        aria-multiselectable={onSelect === undefined ? undefined : true}
        id={id}
        onFocus={({ target }) => setStop(indexOf(target) ?? stop)}
        onKeyDown={(event) => {
          selectByKey(event, props);
          moveByKey(event, { frame: frame.current, scrollTo: virtual.scrollToIndex, count: rows.length });
        }}
      >
        <HeadRow {...props} template={template} />
        <div role="rowgroup" className="data-table-body" style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const row = rows[item.index];
            return row === undefined ? null : (
              <BodyRow
                key={item.key}
                {...{ row, columns, template }}
                index={item.index}
                start={item.start}
                name={props.rowName(row)}
                isTabStop={item.index === tabStop}
                isSelected={selected === undefined ? null : selected.has(rowKey(row))}
                measure={virtual.measureElement}
                onOpen={props.onOpen === undefined ? null : onRowOpen}
                onToggle={onRowToggle}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** Pixels of a rem: more in large print. */
const rootSize = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

function keyAt<Row>(rows: readonly Row[], index: number, rowKey: (row: Row) => string): string {
  const row = rows[index];
  return row === undefined ? String(index) : rowKey(row);
}

function HeadRow<Row>({
  columns,
  rows,
  rowKey,
  selected,
  onSelect,
  sorting,
  onSort,
  template,
}: DataTableProps<Row> & { template: string }) {
  const w = useWords(uiWords);
  const isAll = rows.length > 0 && selected?.size === rows.length;
  return (
    <div role="rowgroup" className="data-table-head">
      <div role="row" aria-rowindex={1} className="data-table-row" style={{ gridTemplateColumns: template }}>
        {onSelect !== undefined && (
          <div role="columnheader">
            <input
              type="checkbox"
              aria-label={w('selectAll')}
              checked={isAll}
              onChange={() => onSelect(isAll ? new Set() : new Set(rows.map(rowKey)))}
            />
          </div>
        )}
        {columns.map((column) => {
          const sorted = sorting?.by === column.key ? (sorting.descending ? 'descending' : 'ascending') : 'none';
          return (
            <div
              key={column.key}
              role="columnheader"
              className={column.align === 'end' ? 'end' : ''}
              aria-sort={column.isSortable === true ? sorted : undefined}
            >
              {column.isSortable === true && onSort !== undefined ? (
                <button
                  type="button"
                  className="data-table-sort"
                  aria-label={w('sortBy', { name: column.name })}
                  onClick={() => onSort({ by: column.key, descending: sorted === 'ascending' })}
                >
                  {column.name} <span aria-hidden="true">{{ ascending: '▲', descending: '▼', none: '↕' }[sorted]}</span>
                </button>
              ) : (
                column.name
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** What a row does, the same functions for as long as the table stands: rows are then drawn only when they change. */
function useRowActs<Row>(props: DataTableProps<Row>) {
  const now = useRef(props);
  useEffect(() => {
    now.current = props;
  });
  const onRowOpen = useCallback((row: Row): void => now.current.onOpen?.(row), []);
  const onRowToggle = useCallback((row: Row): void => {
    const { selected, rowKey, onSelect } = now.current;
    const next = new Set(selected);
    const key = rowKey(row);
    if (!next.delete(key)) next.add(key);
    onSelect?.(next);
  }, []);
  return { onRowOpen, onRowToggle };
}

interface BodyRowProps<Row> {
  row: Row;
  columns: readonly Column<Row>[];
  name: string;
  index: number;
  start: number;
  template: string;
  /** Tab leads here. */
  isTabStop: boolean;
  /** `null`: rows are not selected here. */
  isSelected: boolean | null;
  measure: (element: Element | null) => void;
  onOpen: ((row: Row) => void) | null;
  onToggle: (row: Row) => void;
}

function PlainBodyRow<Row>({ row, columns, name, index, start, template, ...props }: BodyRowProps<Row>) {
  const { isTabStop, isSelected, measure, onOpen, onToggle } = props;
  const w = useWords(uiWords);
  return (
    <div
      ref={measure}
      role="row"
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={isSelected ?? undefined}
      tabIndex={isTabStop ? 0 : -1}
      className={`data-table-row${isSelected === true ? ' selected' : ''}${onOpen === null ? '' : ' opens'}`}
      style={{ gridTemplateColumns: template, transform: `translateY(${start}px)` }}
      onClick={(event) => {
        if (!(event.target instanceof Element && event.target.closest('a,button,input,label') !== null)) onOpen?.(row);
      }}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget) return;
        if (event.key === 'Enter') onOpen?.(row);
        else if (event.key === ' ' && isSelected !== null) onToggle(row);
        else return;
        event.preventDefault();
      }}
    >
      {isSelected !== null && (
        <div role="gridcell">
          <input
            type="checkbox"
            checked={isSelected}
            onChange={() => onToggle(row)}
            aria-label={w('selectRow', { name })}
            tabIndex={isTabStop ? 0 : -1}
          />
        </div>
      )}
      {columns.map((column) => (
        <div key={column.key} role="gridcell" data-name={column.name} className={column.align === 'end' ? 'end' : ''}>
          {column.cell(row)}
        </div>
      ))}
    </div>
  );
}

const BodyRow = memo(PlainBodyRow) as typeof PlainBodyRow;

const indexOf = (target: EventTarget): number | null => {
  const row = target instanceof Element ? target.closest('[data-index]') : null;
  return row === null ? null : Number(row.getAttribute('data-index'));
};

/** Shift with an arrow selects the row stood on and the next, Ctrl + A all rows or none. */
function selectByKey<Row>(event: KeyboardEvent, { rows, rowKey, selected, onSelect }: DataTableProps<Row>): void {
  const at = indexOf(event.target);
  if (onSelect === undefined || at === null) return;
  if (event.key === 'a' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    onSelect(selected?.size === rows.length ? new Set() : new Set(rows.map(rowKey)));
  } else if (event.shiftKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    const both = rows.slice(...(event.key === 'ArrowDown' ? [at, at + 2] : [Math.max(0, at - 1), at + 1]));
    onSelect(new Set([...(selected ?? []), ...both.map(rowKey)]));
  }
}

interface Moving {
  frame: HTMLDivElement | null;
  scrollTo: (index: number) => void;
  count: number;
}

/** Moves the focus from row to row, also to rows that are not drawn yet. */
function moveByKey(event: KeyboardEvent, { frame, scrollTo, count }: Moving): void {
  const row = event.target instanceof Element ? event.target.closest('[data-index]') : null;
  if (frame === null || row === null || row !== event.target) return;
  const at = Number(row.getAttribute('data-index'));
  const steps: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    j: at + 1,
    k: at - 1,
    Home: 0,
    End: count - 1,
    PageDown: at + 10,
    PageUp: at - 10,
  };
  const asked = steps[event.key];
  if (asked === undefined) return;
  event.preventDefault();
  const to = Math.min(count - 1, Math.max(0, asked));
  scrollTo(to);
  const focus = (left: number): void => {
    const next = frame.querySelector<HTMLElement>(`[data-index="${to}"]`);
    if (next !== null) next.focus();
    else if (left > 0) requestAnimationFrame(() => focus(left - 1));
  };
  focus(10);
}
