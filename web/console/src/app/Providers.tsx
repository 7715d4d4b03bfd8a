import { ProblemError } from '@dakenh/api-client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import viVN from 'antd/locale/vi_VN';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useLanguage } from '../shared/i18n/language.ts';
import { antdThemeOf } from './theme.ts';
import { ThemeContext } from './ThemeContext.ts';
import { useTheme } from './useTheme.ts';

const TRIES = 2;

/** A refusal stays a refusal; only what may pass is tried again. */
function retry(failures: number, error: unknown): boolean {
  if (error instanceof ProblemError && error.problem.status < 500) return false;
  return failures < TRIES;
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry, staleTime: 5_000, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

/** Theme, language and server state for everything below. */
export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(createQueryClient);
  const language = useLanguage();
  const theme = useTheme();
  return (
    <ThemeContext value={theme}>
      <ConfigProvider theme={antdThemeOf(theme.name)} locale={language === 'vi' ? viVN : enUS}>
        <AntApp className="app" message={{ maxCount: 3 }}>
          <QueryClientProvider client={client}>{children}</QueryClientProvider>
        </AntApp>
      </ConfigProvider>
    </ThemeContext>
  );
}
