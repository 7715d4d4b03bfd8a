export const GUIDES = ['html', 'gtm', 'wordpress', 'react'] as const;
export type Guide = (typeof GUIDES)[number];

/** What goes into a page, per way of building one. The key is public: it only says whose widget it is. */
export function snippetOf(guide: Guide, origin: string, widgetKey: string): string {
  const address = `${origin}/widget/v1/loader.js`;
  const tag = `<script async src="${address}" data-widget-key="${widgetKey}"></script>`;
  switch (guide) {
    case 'html':
      return tag;
    case 'gtm':
      // Tag Manager drops data attributes of script tags, so the element is made by a script.
      return [
        '<script>',
        '  (function () {',
        "    var script = document.createElement('script');",
        '    script.async = true;',
        `    script.src = '${address}';`,
        `    script.setAttribute('data-widget-key', '${widgetKey}');`,
        '    document.head.appendChild(script);',
        '  })();',
        '</script>',
      ].join('\n');
    case 'wordpress':
      return ["add_action('wp_footer', function () {", `  echo '${tag}';`, '});'].join('\n');
    case 'react':
      return [
        "import { useEffect } from 'react';",
        '',
        'export function Chat() {',
        '  useEffect(() => {',
        "    const script = document.createElement('script');",
        '    script.async = true;',
        `    script.src = '${address}';`,
        `    script.dataset.widgetKey = '${widgetKey}';`,
        '    document.head.append(script);',
        '  }, []);',
        '  return null;',
        '}',
      ].join('\n');
  }
}

/** The hosted page on which every function can be tried. */
export function trialOf(widgetKey: string): string {
  return `/site/thu/?key=${encodeURIComponent(widgetKey)}`;
}

/** What a page says about its customer, the signature coming from the website's own server. */
export function identifySnippet(): string {
  return [
    '<script>',
    '  window.dakenh = window.dakenh || function () {',
    '    (window.dakenh.q = window.dakenh.q || []).push(arguments);',
    '  };',
    "  dakenh('identify', {",
    "    externalId: '12345',",
    "    hash: 'HMAC-SHA256(externalId)',",
    "    name: 'Minh Anh',",
    "    email: 'minhanh@example.vn',",
    '  });',
    '</script>',
  ].join('\n');
}
