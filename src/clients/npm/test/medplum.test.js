// Medplum's client, which other servers than Medplum's own are told to be used with, too.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MedplumClient } from '@medplum/core';
import { base, cpt, favourites, icd, indications, parameter, token } from './server.js';

const server = new URL(base);
const medplum = new MedplumClient({
  baseUrl: server.origin,
  fhirUrlPath: server.pathname.slice(1),
  fetch,
});
const writer = new MedplumClient({
  baseUrl: server.origin,
  fhirUrlPath: server.pathname.slice(1),
  accessToken: token,
  fetch,
});

test('reads a resource and its history', async () => {
  const read = await medplum.readResource('ValueSet', 'cpt-20697-indications');
  assert.equal(read.url, indications);
  const history = await medplum.readHistory('ValueSet', read.id);
  assert.equal(history.entry[0].resource.id, read.id);
  const version = await medplum.readVersion('ValueSet', read.id, read.meta.versionId);
  assert.equal(version.url, indications);
});

test('suggests codes while someone types', async () => {
  const suggested = await medplum.valueSetExpand({ url: indications, filter: 'comm tib', count: 3 });
  assert.equal(suggested.expansion.total, 8);
  assert.equal(suggested.expansion.contains.length, 3);
});

test('looks up and validates', async () => {
  const lookup = medplum.fhirUrl('CodeSystem', '$lookup');
  lookup.searchParams.set('system', icd);
  lookup.searchParams.set('code', 'S82.241A');
  assert.match(parameter(await medplum.get(lookup), 'display'), /spiral/);
  const answer = await medplum.post(medplum.fhirUrl('ValueSet', '$validate-code'), {
    resourceType: 'Parameters',
    parameter: [
      { name: 'url', valueUri: indications },
      { name: 'coding', valueCoding: { system: icd, code: 'S82.241A' } },
    ],
  });
  assert.equal(parameter(answer, 'result'), false);
});

test('an unknown code is an error with its outcome', async () => {
  const lookup = medplum.fhirUrl('CodeSystem', '$lookup');
  lookup.searchParams.set('system', icd);
  lookup.searchParams.set('code', 'S82.341A');
  await assert.rejects(medplum.get(lookup), (refused) => {
    assert.equal(refused.outcome.resourceType, 'OperationOutcome');
    assert.match(refused.message, /S82\.341A/);
    return true;
  });
});

test('searches, and walks through the pages', async () => {
  const found = await medplum.searchOne('ValueSet', { url: indications });
  assert.equal(found.id, 'cpt-20697-indications');
  const urls = new Set();
  let pages = 0;
  for await (const page of medplum.searchResourcePages('ValueSet', { _count: 5 })) {
    pages += 1;
    page.forEach((one) => urls.add(one.url));
  }
  assert.ok(pages >= 3);
  assert.ok(urls.has(indications));
  const [first] = await medplum.searchResources('ValueSet', { _count: 1, _total: 'accurate' });
  assert.ok(first.id);
});

test('sends its questions of one moment as one batch', async () => {
  const batching = new MedplumClient({
    baseUrl: server.origin,
    fhirUrlPath: server.pathname.slice(1),
    autoBatchTime: 50,
    fetch,
  });
  const answers = await Promise.allSettled([
    batching.readResource('ValueSet', 'cpt-20697-indications'),
    batching.searchOne('CodeSystem', { url: cpt }),
    batching.readResource('ValueSet', 'nobody-has-this'),
  ]);
  assert.equal(answers[0].value.url, indications);
  assert.equal(answers[1].value.url, cpt);
  assert.equal(answers[2].status, 'rejected');
  const answered = await medplum.executeBatch({
    resourceType: 'Bundle',
    type: 'batch',
    entry: [
      { request: { method: 'GET', url: `CodeSystem/$lookup?system=${cpt}&code=20697` } },
      { request: { method: 'GET', url: `CodeSystem/$lookup?system=${icd}&code=S82.341A` } },
    ],
  });
  assert.deepEqual(answered.entry.map((entry) => entry.response.status.slice(0, 3)), ['200', '404']);
});

test('creates once, updates, patches, validates and deletes with its token', async () => {
  const body = favourites('medplum');
  await assert.rejects(medplum.createResource(body));
  const created = await writer.createResourceIfNoneExist(body, `url=${body.url}`);
  const again = await writer.createResourceIfNoneExist(body, `url=${body.url}`);
  assert.equal(again.id, created.id);
  const upserted = await writer.upsertResource({ ...body, title: 'Ours' }, { url: body.url });
  assert.equal(upserted.id, created.id);
  const updated = await writer.updateResource({ ...upserted, title: 'Ours too' });
  assert.equal(updated.title, 'Ours too');
  const patched = await writer.patchResource('ValueSet', created.id, [
    { op: 'replace', path: '/title', value: 'Our favourites' },
  ]);
  assert.equal(patched.title, 'Our favourites');
  const outcome = await writer.validateResource(patched);
  assert.equal(outcome.resourceType, 'OperationOutcome');
  await writer.deleteResource('ValueSet', created.id);
  await assert.rejects(medplum.readResource('ValueSet', created.id, { cache: 'reload' }));
});
