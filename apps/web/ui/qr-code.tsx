import { useEffect, useState } from 'react';

import './qr-code.css';

/** A code to scan; drawn on this device, what it says is sent nowhere. `name` says what scanning it is good for. */
export function QrCode({ text, name }: { text: string; name: string }) {
  const [source, setSource] = useState<string | null>(null);
  useEffect(() => {
    let isGone = false;
    void import('qrcode')
      .then(({ toString }) => toString(text, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' }))
      .then((svg) => {
        if (!isGone) setSource(`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`);
      })
      .catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [text]);
  return (
    <figure className="qr-code">
      <div className="qr-code-drawing">{source !== null && <img src={source} alt={name} />}</div>
      <figcaption className="small soft">{name}</figcaption>
    </figure>
  );
}
