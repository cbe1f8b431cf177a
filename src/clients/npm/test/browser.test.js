// Applications in a browser, on pages of another origin: so every request is one across origins.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open, start } from './browser.js';
import { base, cpt, favourites, icd, indications, parameter, token } from './server.js';

let running;
before(async () => {
  running = await start();
});
after(() => running?.stop());

test("LHC's autocompleter suggests, shows more and takes the code that is chosen", async () => {
  const { page, complaints } = await open(running, 'autocomplete');
  const suggestions = page.locator('#completionOptions li');
  await page.locator('#diagnosis').pressSequentially('comm tib', { delay: 50 });
  await suggestions.nth(6).waitFor();
  assert.equal(await suggestions.count(), 7);
  for (const text of await suggestions.allTextContents()) {
    assert.match(text, /comminuted fracture of shaft of .* tibia/);
  }
  assert.match(await page.locator('#lhc-tools-searchCount').textContent(), /8/);

  await page.locator('#lhc-tools-moreResults').click();
  await suggestions.nth(7).waitFor();
  assert.equal(await suggestions.count(), 8);
  await page.getByText('shaft of right tibia, initial encounter for closed fracture').click();
  await page.locator('#diagnosis').press('Tab');
  const chosen = await page.evaluate(() => [document.querySelector('#diagnosis').value, picker.getSelectedCodes()]);
  assert.deepEqual(chosen, [
    'Displaced comminuted fracture of shaft of right tibia, initial encounter for closed fracture',
    ['S82.251A'],
  ]);
  assert.deepEqual(complaints, []);
});

test("LHC's autocompleter shows that nothing is found", async () => {
  const { page, complaints } = await open(running, 'autocomplete');
  await page.locator('#diagnosis').pressSequentially('xylophone', { delay: 50 });
  await page.locator('#diagnosis.no_match, #diagnosis.invalid').waitFor();
  assert.deepEqual(complaints, []);
});

test('fhirclient reads, and sees why something is refused', async () => {
  const { page, preflights, complaints } = await open(running, 'smart');
  const found = await page.evaluate(
    (system) => client.request(`CodeSystem/$lookup?system=${system}&code=S82.241A`),
    icd,
  );
  assert.match(parameter(found, 'display'), /spiral/);
  const refused = await page.evaluate(
    (system) => client.request(`CodeSystem/$lookup?system=${system}&code=S82.341A`).catch((e) => [e.status, e.message]),
    icd,
  );
  assert.equal(refused[0], 404);
  assert.match(refused[1], /S82\.191A/);
  const all = await page.evaluate(() => client.request('ValueSet?_count=5', { pageLimit: 0, flat: true }));
  assert.ok(all.length > 10);
  assert.deepEqual(preflights, []);
  assert.deepEqual(complaints, []);
});

test('fhirclient writes after the browser has asked whether it may', async () => {
  const { page, preflights, complaints } = await open(running, 'smart');
  const written = await page.evaluate(
    async ([body, secret]) => {
      const denied = await client.create(body).catch((error) => error.status);
      const headers = { Authorization: `Bearer ${secret}`, 'If-None-Exist': `url=${body.url}` };
      const created = await client.create(body, { headers });
      const again = await client.create(body, { headers });
      const updated = await client.update({ ...created, title: 'Ours' }, { headers: { ...headers, 'If-Match': 'W/"1"' } });
      const patch = [{ op: 'replace', path: '/title', value: 'Our favourites' }];
      const patched = await client.patch(`ValueSet/${created.id}`, patch, { headers });
      await client.delete(`ValueSet/${created.id}`, { headers });
      const gone = await client.request(`ValueSet/${created.id}`).catch((error) => error.status);
      return { denied, created, again, updated, patched, gone };
    },
    [favourites('browser'), token],
  );
  assert.equal(written.denied, 401);
  assert.equal(written.again.id, written.created.id);
  assert.equal(written.updated.meta.versionId, '2');
  assert.equal(written.patched.title, 'Our favourites');
  assert.equal(written.gone, 410);
  const asked = new Set(preflights.map((one) => one.method));
  // The answer to a preflight names all methods, so that the browser need not ask again for the same url.
  for (const method of ['POST', 'PUT']) {
    assert.ok(asked.has(method), method);
  }
  assert.ok(preflights.every((one) => one.status === 200));
  assert.deepEqual(complaints, []);
});

test('fhirpath.js asks for membership', async () => {
  const { page, complaints } = await open(running, 'fhirpath');
  const members = await page.evaluate(
    ([system, valueSet]) => {
      const condition = {
        resourceType: 'Condition',
        code: { coding: [{ system, code: 'S82.251A' }, { system, code: 'S82.241A' }] },
      };
      return fhirpath.evaluate(condition, `Condition.code.coding.where(memberOf('${valueSet}')).code`, {}, r4, {
        async: true,
        terminologyUrl: base,
      });
    },
    [icd, indications],
  );
  assert.deepEqual(members, ['S82.251A']);
  assert.deepEqual(complaints, []);
});

test('a page sends every header that clients send, and reads those of the answer', async () => {
  const { page, preflights, complaints } = await open(running, 'smart');
  const sent = {
    'Content-Type': 'application/fhir+json',
    Authorization: 'Bearer wrong',
    Prefer: 'return=minimal',
    'X-Requested-With': 'XMLHttpRequest',
    'If-None-Exist': 'url=http://example.org/none',
    'If-None-Match': 'W/"0"',
    'If-Match': 'W/"0"',
    'Cache-Control': 'no-cache',
    'X-Medplum': 'extended',
  };
  const answers = await page.evaluate(
    async ([url, headers, system]) => {
      const show = async (path, options) => {
        const answer = await fetch(`${url}/${path}`, options);
        return [answer.status, answer.headers.get('ETag'), (await answer.text()).slice(0, 40)];
      };
      return {
        read: await show('ValueSet/cpt-20697-indications', { headers }),
        unauthorized: await show('ValueSet', { method: 'POST', headers, body: '{"resourceType":"ValueSet"}' }),
        nothing: await show('ValueSet/nobody-has-this'),
        unknown: await show(`CodeSystem/$lookup?system=${system}&code=none`),
        incomplete: await show('CodeSystem/$lookup'),
        format: await show('ValueSet?_format=text/csv'),
        body: await show('CodeSystem/$lookup', { method: 'POST', headers, body: '{"resourceType":' }),
      };
    },
    [base, sent, icd],
  );
  assert.equal(answers.read[0], 200);
  assert.match(answers.read[1], /^W\/"\d+"$/);
  const statuses = Object.fromEntries(Object.entries(answers).map(([name, answer]) => [name, answer[0]]));
  assert.deepEqual(statuses, {
    read: 200,
    unauthorized: 401,
    nothing: 404,
    unknown: 404,
    incomplete: 400,
    format: 406,
    body: 400,
  });
  for (const [name, answer] of Object.entries(answers)) {
    assert.match(answer[2], name === 'read' ? /ValueSet/ : /OperationOutcome/, name);
  }
  const asked = preflights.flatMap((one) => one.headers.split(','));
  for (const header of ['authorization', 'prefer', 'if-none-exist', 'if-match', 'x-medplum', 'content-type']) {
    assert.ok(asked.includes(header), header);
  }
  assert.deepEqual(complaints, []);
});

test('a batch across origins', async () => {
  const { page, complaints } = await open(running, 'smart');
  const answered = await page.evaluate(
    async ([url, systems]) => {
      const entry = systems.map(([system, code]) => ({
        request: { method: 'GET', url: `CodeSystem/$lookup?system=${system}&code=${code}` },
      }));
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/fhir+json' },
        body: JSON.stringify({ resourceType: 'Bundle', type: 'batch', entry }),
      });
      return (await answer.json()).entry.map((one) => one.response.status.slice(0, 3));
    },
    [base, [[cpt, '20697'], [icd, 'S82.341A']]],
  );
  assert.deepEqual(answered, ['200', '404']);
  assert.deepEqual(complaints, []);
});
