import { existsSync, readdirSync } from 'node:fs';
import js from '@eslint/js';
import importX from 'eslint-plugin-import-x';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const featuresFolder = new URL('./console/src/features/', import.meta.url);
const features = existsSync(featuresFolder)
  ? readdirSync(featuresFolder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  : [];

/** A feature never imports another; composition happens in app. */
const featureZones = features.map(({ name }) => ({
  target: `./console/src/features/${name}`,
  from: './console/src/features',
  except: [`./${name}`],
  message: 'A feature does not import another feature: compose them in src/app, share through src/shared.',
}));

export default tseslint.config(
  { ignores: ['**/dist/**', '**/coverage/**', '**/target/**', '**/generated/**'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    languageOptions: { globals: { ...globals.browser } },
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
    plugins: { 'import-x': importX },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-console': 'error',
      eqeqeq: ['error', 'always'],
      'import-x/no-restricted-paths': [
        'error',
        {
          basePath: import.meta.dirname,
          zones: [
            ...featureZones,
            {
              target: './console/src/shared',
              from: ['./console/src/features', './console/src/app'],
              message: 'shared knows no feature and no app.',
            },
            {
              target: './console/src/features',
              from: './console/src/app',
              message: 'app composes features, not the other way round.',
            },
            { target: './packages', from: ['./console', './widget'], message: 'Packages stand below both.' },
            { target: './console', from: './widget', message: 'The console does not import the widget.' },
            { target: './widget', from: './console', message: 'The widget does not import the console.' },
          ],
        },
      ],
    },
    settings: {
      'import-x/resolver-next': [
        importX.createNodeResolver({ extensions: ['.ts', '.tsx', '.js', '.json', '.css'] }),
      ],
    },
  },
  {
    files: ['**/*.tsx'],
    plugins: { 'react-hooks': reactHooks, 'jsx-a11y': jsxA11y },
    rules: {
      ...reactHooks.configs.recommended.rules,
      ...jsxA11y.flatConfigs.recommended.rules,
      // A region that scrolls must be reachable by keyboard.
      'jsx-a11y/no-noninteractive-tabindex': ['error', { tags: [], roles: ['tabpanel', 'region'] }],
    },
  },
  {
    files: ['**/*.config.{js,ts}', '**/scripts/**', '**/dev/**', 'eslint.config.js'],
    languageOptions: { globals: { ...globals.node } },
    rules: { 'no-console': 'off' },
  },
);
