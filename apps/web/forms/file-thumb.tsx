import { useQuery } from '@tanstack/react-query';

import { answered, api } from '../api/client.js';
import { keys } from '../api/keys.js';
import './forms.css';

interface FileThumbProps {
  file: string;
  /** What it is, for those who do not see it. */
  name: string;
}

/** A photo, small; of a paper or a recording, of which kind it is. */
export function FileThumb({ file, name }: FileThumbProps) {
  const { data } = useQuery({
    queryKey: keys.book('file', file),
    queryFn: () => answered(api.GET('/api/v1/files/{file}', { params: { path: { file } } })),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  if (data?.hasThumbnail === true)
    return <img src={`/api/v1/files/${file}/content?size=thumbnail`} alt={name} loading="lazy" />;
  return (
    <span className="file-kind">
      {data !== undefined && <strong aria-hidden="true">{data.mediaType.split('/')[1]?.toUpperCase()}</strong>}
      <span>{name}</span>
    </span>
  );
}
