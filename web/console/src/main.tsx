import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './app/base.css';
import { Console } from './app/Console.tsx';
import { startI18n } from './app/i18n.ts';
import { listenForInstall } from './features/desk/push/useInstall.ts';
import { applyStoredTheme } from './app/useTheme.ts';

applyStoredTheme();
listenForInstall();
await startI18n();

const root = document.querySelector('#root');
if (!root) throw new Error('the page has no #root');
createRoot(root).render(
  <StrictMode>
    <Console />
  </StrictMode>,
);
