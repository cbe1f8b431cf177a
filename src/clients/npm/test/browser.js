// A browser with a page of an application, which is served from another origin than the terminology server.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild-wasm';
import { chromium } from 'playwright-core';
import { base } from './server.js';

const pages = new URL('../pages/', import.meta.url);
const packages = new URL('../node_modules/', import.meta.url);

/** A library that comes as modules, as one script with a global name: what an application's build does. */
async function bundle(name, globalName) {
  const built = await esbuild.build({
    stdin: { contents: `module.exports = require('${name}')`, resolveDir: fileURLToPath(pages) },
    bundle: true,
    format: 'iife',
    globalName,
    platform: 'browser',
    write: false,
  });
  return built.outputFiles[0].text;
}

const scripts = {
  '/settings.js': async () => `const base = ${JSON.stringify(base)};`,
  '/autocomplete-lhc.js': () => bundle('autocomplete-lhc', 'Def'),
  '/fhirpath.js': () => bundle('fhirpath', 'fhirpath'),
  '/fhirpath-r4.js': () => bundle('fhirpath/fhir-context/r4', 'r4'),
  '/fhir-client.js': () => readFile(new URL('fhirclient/build/fhir-client.js', packages), 'utf8'),
};

async function content(path) {
  if (path in scripts) {
    return ['text/javascript', await scripts[path]()];
  }
  if (path === '/autocomplete-lhc.css') {
    return ['text/css', await readFile(new URL('autocomplete-lhc/source/auto_completion.css', packages), 'utf8')];
  }
  if (/^\/[a-z]+\.html$/.test(path)) {
    return ['text/html', await readFile(new URL(`.${path}`, pages), 'utf8')];
  }
  return undefined;
}

/** Serves the pages; answers with the origin and a function that stops. */
async function serve() {
  const server = createServer(async (request, response) => {
    try {
      const found = await content(new URL(request.url, 'http://localhost').pathname);
      response.writeHead(found ? 200 : 404, { 'Content-Type': `${found?.[0] ?? 'text/plain'}; charset=utf-8` });
      response.end(found?.[1]);
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return { origin: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() };
}

function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: process.getuid() === 0 ? ['--no-sandbox'] : [],
  });
}

/** A browser and the server of its pages. */
export async function start() {
  const application = await serve();
  const browser = await launch().catch((error) => {
    application.stop(); // or node waits for it for ever
    throw error;
  });
  return {
    browser,
    origin: application.origin,
    async stop() {
      await browser.close();
      application.stop();
    },
  };
}

/**
 * Opens a page of the application.
 *
 * @returns the page; preflights, a list of requested method, requested headers and status, that grows; and complaints,
 *     what the browser wrote to its console as an error
 */
export async function open({ browser, origin }, name) {
  const page = await browser.newPage();
  page.setDefaultTimeout(60_000);
  const preflights = [];
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (/CORS|blocked/.test(message.text())) {
      complaints.push(message.text());
    }
  });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  const asked = new Map();
  devtools.on('Network.requestWillBeSent', ({ requestId, type, request }) => {
    if (type === 'Preflight' || request.method === 'OPTIONS') {
      asked.set(requestId, request.headers);
    }
  });
  devtools.on('Network.responseReceived', ({ requestId, response }) => {
    const headers = asked.get(requestId);
    if (headers) {
      preflights.push({
        method: headers['Access-Control-Request-Method'],
        headers: headers['Access-Control-Request-Headers'] ?? '',
        status: response.status,
      });
    }
  });
  await page.goto(`${origin}/${name}.html`);
  return { page, preflights, complaints };
}
