import { FileThumb } from '../../forms/file-thumb.js';
import './dispatch.css';

interface EvidenceProps {
  files: readonly string[];
  /** What the nth file is called. */
  nameOf: (n: number) => string;
}

/** Photos and papers that were handed in, small; each opens in full. */
export function Evidence({ files, nameOf }: EvidenceProps) {
  if (files.length === 0) return null;
  return (
    <ul className="evidence">
      {files.map((file, index) => (
        <li key={file}>
          <a href={`/api/v1/files/${file}/content`} target="_blank" rel="noreferrer">
            <FileThumb file={file} name={nameOf(index + 1)} />
          </a>
        </li>
      ))}
    </ul>
  );
}
