import type { Http } from '@dakenh/api-client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { App, ConfigProvider } from 'antd';
import i18next from 'i18next';
import type { ReactNode } from 'react';
import { createMemoryRouter, Link, RouterProvider } from 'react-router';
import { startI18n } from '../app/i18n.ts';
import { HttpContext } from '../shared/api/HttpContext.ts';

/** Acts without asking the style sheets, which are not there, whether an element can be pressed. */
export const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });

/** Shows a page as the console would, with another page to leave for; texts are English. */
export async function show(page: ReactNode, http: Http, path = '/') {
  if (!i18next.isInitialized) await startI18n('en');
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const router = createMemoryRouter(
    [
      {
        path: '/elsewhere',
        element: <p>Another page</p>,
      },
      {
        path: '*',
        element: (
          <>
            <Link to="/elsewhere">Leave</Link>
            {page}
          </>
        ),
      },
    ],
    { initialEntries: [path] },
  );
  return render(
    // Without style sheets: jsdom would weigh each of them for every question about what is visible.
    <ConfigProvider theme={{ zeroRuntime: true }}>
      <App>
        <QueryClientProvider client={client}>
          <HttpContext value={http}>
            <RouterProvider router={router} />
          </HttpContext>
        </QueryClientProvider>
      </App>
    </ConfigProvider>,
  );
}
