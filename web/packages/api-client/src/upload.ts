import { NetworkError } from './problem.ts';

interface FileOptions {
  signal?: AbortSignal | undefined;
  onProgress?: (share: number) => void;
}

/** Sends a file; `fetch` cannot say how much of a body has left. Aborting rejects with the signal's reason. */
export function sendFile(
  address: string,
  file: Blob,
  token: string | null,
  { signal, onProgress }: FileOptions,
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    if (token !== null) request.setRequestHeader('Authorization', `Bearer ${token}`);
    const stop = () => {
      request.abort();
      reject(signal?.reason instanceof Error ? signal.reason : new NetworkError('stopped'));
    };
    const settle = (finish: () => void) => () => {
      signal?.removeEventListener('abort', stop);
      finish();
    };
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      if (total > 0) onProgress?.(loaded / total);
    });
    request.addEventListener(
      'load',
      settle(() => {
        resolve({ status: request.status, body: request.responseText });
      }),
    );
    request.addEventListener(
      'error',
      settle(() => {
        reject(new NetworkError('no answer'));
      }),
    );
    signal?.addEventListener('abort', stop, { once: true });
    if (signal?.aborted === true) stop();
    else request.send(file);
  });
}
