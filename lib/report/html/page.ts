import { sha256 } from '../sha256';
import { marks } from './bar';
import { html, trusted, written } from './markup';
import type { Markup } from './markup';
import { script } from './script';
import { style } from './style';

/** What stands on a page. */
export type Page = { readonly title: string; readonly header: Markup; readonly main: Markup; readonly footer: Markup };

/**
 * A whole document in one file. Its policy lets nothing be fetched, and no style or script act but the two that are written
 * here, so that markup that slipped through would lie dead.
 */
export function page({ title, header, main, footer }: Page): string {
  const allowed = [
    "default-src 'none'",
    `style-src '${digest(style)}'`,
    `script-src '${digest(script)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return written(
    html`<!DOCTYPE html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta http-equiv="Content-Security-Policy" content="${allowed}" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="referrer" content="no-referrer" />
          <meta name="color-scheme" content="light dark" />
          <title>${title}</title>
          <link rel="icon" href="data:," />
          ${trusted(`<style>${style}</style>`)}
        </head>
        <body>
          ${marks} ${header}
          <main>${main}</main>
          <footer>${footer}</footer>
          <p id="status" class="unseen" role="status"></p>
          ${trusted(`<script>${script}</script>`)}
        </body>
      </html> `,
  );
}

/** As a Content Security Policy writes it: SHA-256 in base64. */
function digest(text: string): string {
  const bytes = sha256(text).match(/../g) ?? [];
  return `sha256-${btoa(String.fromCharCode(...bytes.map((byte) => parseInt(byte, 16))))}`;
}
