// fhirclient (SMART on FHIR), on the server side of an application.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import FHIR from 'fhirclient';
import { base, cpt, favourites, icd, indications, matches, parameter, token } from './server.js';

const client = new FHIR.FhirClient(base);

/** A client with a token, as the library makes it where no launch is needed. */
function authorized() {
  const storage = { get: async () => undefined, set: async () => undefined, unset: async () => false };
  return FHIR({ headers: {}, url: '/', socket: {} }, {}, storage).client({
    serverUrl: base,
    tokenResponse: { access_token: token },
  });
}

test('knows the release of FHIR', async () => {
  assert.equal(await client.getFhirVersion(), '4.0.1');
  assert.equal(await client.getFhirRelease(), 4);
});

test('looks up, validates, suggests and translates', async () => {
  const found = await client.fhirRequest(`CodeSystem/$lookup?system=${icd}&code=S82.241A`);
  assert.match(parameter(found, 'display'), /spiral fracture of shaft of right tibia/);
  const valid = await client.fhirRequest(`ValueSet/$validate-code?url=${indications}&system=${icd}&code=S82.241A`);
  assert.equal(parameter(valid, 'result'), false);
  const suggested = await client.fhirRequest(`ValueSet/$expand?url=${indications}&filter=comm%20tib&count=5`);
  assert.equal(suggested.expansion.total, 8);
  const diagnoses = await client.fhirRequest(
    `ConceptMap/$translate?system=${cpt}&code=20697&targetsystem=${icd}`,
  );
  assert.ok(matches(diagnoses).includes('S82.251A'));
});

test('an unknown code is an error with status and outcome', async () => {
  await assert.rejects(client.fhirRequest(`CodeSystem/$lookup?system=${icd}&code=S82.341A`), (refused) => {
    assert.equal(refused.status, 404);
    assert.match(refused.message, /S82\.341A/);
    return true;
  });
});

test('walks through all pages of a search', async () => {
  const urls = new Set();
  for await (const resource of client.resources('ValueSet?_count=5')) {
    urls.add(resource.url);
  }
  assert.ok(urls.size > 10);
  assert.ok(urls.has(indications));
  let pages = 0;
  for await (const page of client.pages('ValueSet?_count=5')) {
    assert.equal(page.resourceType, 'Bundle');
    pages += 1;
  }
  assert.equal(pages, Math.ceil(urls.size / 5));
});

test('flattens all pages with the options of the SMART client', async () => {
  const all = await authorized().request('ConceptMap?_count=1', { pageLimit: 0, flat: true });
  assert.ok(all.length >= 3);
  assert.ok(all.every((one) => one.resourceType === 'ConceptMap'));
});

test('sees status and headers where it asks for them', async () => {
  const { body, response } = await client.fhirRequest('ValueSet/cpt-20697-indications', { includeResponse: true });
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('etag'), `W/"${body.meta.versionId}"`);
});

test('creates once, updates, patches and deletes with its token', async () => {
  const writer = authorized();
  const body = favourites('smart');
  await assert.rejects(client.create(body), (refused) => refused.status === 401);
  const once = { headers: { 'If-None-Exist': `ValueSet?url=${body.url}` } };
  const created = await writer.create(body, once);
  const again = await writer.create(body, once);
  assert.equal(again.id, created.id);
  assert.equal(again.meta.versionId, '1');
  const updated = await writer.update({ ...created, title: 'Ours' });
  assert.equal(updated.meta.versionId, '2');
  const patched = await writer.patch(`ValueSet/${created.id}`, [
    { op: 'replace', path: '/title', value: 'Our favourites' },
  ]);
  assert.equal(patched.title, 'Our favourites');
  await writer.delete(`ValueSet/${created.id}`);
  await assert.rejects(client.fhirRequest(`ValueSet/${created.id}`), (gone) => gone.status === 410);
});

test('asks many questions in one batch at the base', async () => {
  const batch = {
    resourceType: 'Bundle',
    type: 'batch',
    entry: [
      { request: { method: 'GET', url: `CodeSystem/$lookup?system=${cpt}&code=20697` } },
      { request: { method: 'GET', url: `CodeSystem/$lookup?system=${icd}&code=S82.341A` } },
    ],
  };
  for (const url of [base, `${base}/`]) {
    const answered = await client.fhirRequest(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(batch),
    });
    assert.deepEqual(answered.entry.map((entry) => entry.response.status.slice(0, 3)), ['200', '404']);
  }
});
