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
            <img src={`/api/v1/files/${file}/content?size=thumbnail`} alt={nameOf(index + 1)} loading="lazy" />
          </a>
        </li>
      ))}
    </ul>
  );
}
