import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A picture that leaves no hole when it cannot be loaded; `instead` then stands for it. */
export function Picture({
  url,
  alt = '',
  instead = null,
}: {
  url: string | undefined;
  alt?: string;
  instead?: JSX.Element | string | null;
}): JSX.Element {
  const [broken, setBroken] = useState(false);
  useEffect(() => {
    setBroken(false);
  }, [url]);
  if (url === undefined || broken) return <>{instead}</>;
  return (
    <img
      src={url}
      alt={alt}
      referrerpolicy="no-referrer"
      onError={() => {
        setBroken(true);
      }}
    />
  );
}
