import type { Http } from '@dakenh/api-client';
import { createContext, useContext } from 'react';

export const HttpContext = createContext<Http | undefined>(undefined);

export function useHttp(): Http {
  const http = useContext(HttpContext);
  if (!http) throw new Error('HttpContext is missing');
  return http;
}
