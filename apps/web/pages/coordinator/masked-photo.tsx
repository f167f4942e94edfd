import { useRef, useState, type PointerEvent } from 'react';

import { fieldWorkWords } from '../../words/field-work.words.js';
import { useWords } from '../../words/words.js';
import { maskBetween, maskByKey, type Mask } from './masks.rules.js';

interface MaskedPhotoProps {
  id: string;
  picture: { width: number; height: number };
  masks: readonly Mask[];
  onChange: (masks: readonly Mask[]) => void;
}

/** A photo on which covers are drawn with a finger or a mouse, and moved with the keys. */
export function MaskedPhoto({ id, picture, masks, onChange }: MaskedPhotoProps) {
  const w = useWords(fieldWorkWords);
  const frame = useRef<HTMLDivElement>(null);
  const from = useRef<{ x: number; y: number } | null>(null);
  const [drawn, setDrawn] = useState<Mask | null>(null);
  const pointOf = ({ clientX, clientY }: PointerEvent): { x: number; y: number } => {
    const box = frame.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1);
    return {
      x: ((clientX - box.left) / box.width) * picture.width,
      y: ((clientY - box.top) / box.height) * picture.height,
    };
  };
  const placeOf = ({ left, top, width, height }: Mask) => ({
    left: `${(left / picture.width) * 100}%`,
    top: `${(top / picture.height) * 100}%`,
    width: `${(width / picture.width) * 100}%`,
    height: `${(height / picture.height) * 100}%`,
  });
  const without = (at: number): Mask[] => masks.filter((_, index) => index !== at);
  return (
    <div
      ref={frame}
      className="ph-frame"
      style={{ aspectRatio: `${picture.width} / ${picture.height}` }}
      onPointerDown={(event) => {
        if (event.target instanceof HTMLButtonElement) return;
        from.current = pointOf(event);
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        if (from.current !== null) setDrawn(maskBetween(from.current, pointOf(event), picture));
      }}
      onPointerUp={() => {
        from.current = null;
        if (drawn !== null) onChange([...masks, drawn]);
        setDrawn(null);
      }}
      onPointerCancel={() => {
        from.current = null;
        setDrawn(null);
      }}
    >
      <img src={`/api/v1/files/${id}/content`} alt={w('photoAlt')} draggable={false} />
      {masks.map((mask, at) => (
        <button
          key={at}
          type="button"
          className="ph-mask"
          style={placeOf(mask)}
          aria-label={w('mask', { n: at + 1 })}
          onKeyDown={(event) => {
            const moved = maskByKey(mask, { key: event.key, isResizing: event.shiftKey }, picture);
            if (event.key === 'Delete' || event.key === 'Backspace') onChange(without(at));
            else if (moved !== null) onChange(masks.map((one, index) => (index === at ? moved : one)));
            else return;
            event.preventDefault();
          }}
          onDoubleClick={() => onChange(without(at))}
        />
      ))}
      {drawn !== null && <span className="ph-mask" style={placeOf(drawn)} />}
    </div>
  );
}
