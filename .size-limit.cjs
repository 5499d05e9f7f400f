// First load: the script and style sheets that index.html names, and what they preload. The rest is loaded when opened.
const { readFileSync, existsSync } = require('node:fs');

const page = existsSync('dist/index.html') ? readFileSync('dist/index.html', 'utf8') : '';
const files = [...page.matchAll(/(?:src|href)="\.?\/?(assets\/[^"]+\.(?:js|css))"/g)].map((m) => `dist/${m[1]}`);

module.exports = [{ name: 'premier chargement (JS + CSS, gzip)', path: files, limit: '250 kB', gzip: true }];
