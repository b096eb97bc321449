import { MantineProvider } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { i18next } from '../app/i18n.js';
import { createQueryClient } from '../app/query-client.js';
import { createRoutes } from '../app/router.js';
import { theme } from '../app/theme.js';
import { FakeApi } from './fake-api.js';
import { fakeUploads } from './fake-uploads.js';

/** The whole app at an address, over a fake server; pages load through the same lazy routes as in a browser. */
export async function renderApp(address: string, api = new FakeApi()) {
  globalThis.fetch = api.fetch as typeof fetch;
  fakeUploads(api);
  await i18next.changeLanguage('en');
  const client = createQueryClient();
  client.setDefaultOptions({ queries: { ...client.getDefaultOptions().queries, retry: false } });
  const router = createMemoryRouter(createRoutes(), { initialEntries: [address] });
  const view = render(
    <MantineProvider theme={theme} env="test">
      <QueryClientProvider client={client}>
        <ModalsProvider>
          <Notifications />
          <RouterProvider router={router} />
        </ModalsProvider>
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { ...view, api, router, client, user: userEvent.setup() };
}
