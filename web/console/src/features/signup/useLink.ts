import type { Http } from '@dakenh/api-client';
import { useEffect, useState } from 'react';
import { useHttp } from '../../shared/api/HttpContext.ts';

export type Looked<T> =
  { kind: 'looking' } | { kind: 'found'; value: T } | { kind: 'failed'; error: unknown };

/** The secret behind the # of the link, which browsers send to nobody. */
export function tokenOf(hash: string): string {
  return hash.slice(1);
}

/** What the link of a letter is about. */
export function useLink<T>(look: (http: Http, token: string) => Promise<T>) {
  const http = useHttp();
  const [token] = useState(() => tokenOf(window.location.hash));
  const [looked, setLooked] = useState<Looked<T>>({ kind: 'looking' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let current = true;
    look(http, token).then(
      (value) => {
        if (current) setLooked({ kind: 'found', value });
      },
      (error: unknown) => {
        if (current) setLooked({ kind: 'failed', error });
      },
    );
    return () => {
      current = false;
    };
  }, [look, http, token, attempt]);
  const retry = () => {
    setLooked({ kind: 'looking' });
    setAttempt((before) => before + 1);
  };
  return { token, looked, retry };
}
