// FHIRKit Client, as its README shows it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CapabilityTool, Client } from 'fhir-kit-client';
import { base, cpt, favourites, icd, indications, matches, parameter, token } from './server.js';

const client = new Client({ baseUrl: base });
const writer = new Client({ baseUrl: base, bearerToken: token });

test('learns from the statement of capabilities what the server can do', async () => {
  const tool = new CapabilityTool(await client.capabilityStatement());
  assert.ok(tool.serverCan('batch'));
  assert.ok(tool.resourceCan('ValueSet', 'read'));
  assert.ok(tool.resourceSearch('ValueSet', 'url'));
  assert.ok(tool.searchParamsFor({ resourceType: 'CodeSystem' }).includes('code'));
});

test('looks up a code by GET and by POST', async () => {
  const found = await client.operation({
    name: 'lookup',
    resourceType: 'CodeSystem',
    method: 'GET',
    input: { system: icd, code: 'S82.241A' },
  });
  assert.match(parameter(found, 'display'), /spiral fracture of shaft of right tibia/);
  const posted = await client.operation({
    name: 'lookup',
    resourceType: 'CodeSystem',
    input: {
      resourceType: 'Parameters',
      parameter: [{ name: 'coding', valueCoding: { system: icd, code: 'S82.241A' } }],
    },
  });
  assert.deepEqual(posted.parameter, found.parameter);
});

test('an unknown code is a 404 with the code that is meant', async () => {
  await assert.rejects(
    client.operation({
      name: 'lookup',
      resourceType: 'CodeSystem',
      method: 'GET',
      input: { system: icd, code: 'S82.341A' },
    }),
    (refused) => {
      assert.equal(refused.response.status, 404);
      assert.equal(refused.response.data.resourceType, 'OperationOutcome');
      assert.match(refused.response.data.issue[0].details.text, /S82\.191A/);
      return true;
    },
  );
});

test('suggests codes while someone types', async () => {
  const suggested = await client.operation({
    name: 'expand',
    resourceType: 'ValueSet',
    method: 'GET',
    input: { url: indications, filter: 'comm tib', count: 3 },
  });
  assert.equal(suggested.expansion.total, 8);
  assert.equal(suggested.expansion.contains.length, 3);
  for (const one of suggested.expansion.contains) {
    assert.match(one.display, /comminuted fracture of shaft of .* tibia/);
  }
});

test('expands a value set by its id', async () => {
  const expanded = await client.operation({
    name: 'expand',
    resourceType: 'ValueSet',
    id: 'cpt-20697-modifiers',
    method: 'GET',
  });
  assert.equal(expanded.expansion.contains.length, 8);
});

test('validates codes in a system and in a value set', async () => {
  for (const [code, expected] of [['S82.251A', true], ['S82.241A', false]]) {
    const answer = await client.operation({
      name: 'validate-code',
      resourceType: 'ValueSet',
      method: 'GET',
      input: { url: indications, system: icd, code },
    });
    assert.equal(parameter(answer, 'result'), expected, code);
  }
  const absent = await client.operation({
    name: 'validate-code',
    resourceType: 'CodeSystem',
    method: 'GET',
    input: { url: icd, code: 'S82.341A' },
  });
  assert.equal(parameter(absent, 'result'), false);
  assert.match(parameter(absent, 'message'), /S82\.191A/);
});

test('translates a procedure into its diagnoses', async () => {
  const found = await client.operation({
    name: 'translate',
    resourceType: 'ConceptMap',
    method: 'GET',
    input: { system: cpt, code: '20697', targetsystem: icd },
  });
  assert.equal(parameter(found, 'result'), true);
  assert.ok(matches(found).includes('S82.251A'));
});

test('asks whether one code stands above another', async () => {
  const answer = await client.operation({
    name: 'subsumes',
    resourceType: 'CodeSystem',
    method: 'GET',
    input: { system: icd, codeA: 'S82.25', codeB: 'S82.251A' },
  });
  assert.equal(parameter(answer, 'outcome'), 'subsumes');
});

test('reads a resource, one of its versions and its history', async () => {
  const read = await client.read({ resourceType: 'ValueSet', id: 'cpt-20697-indications' });
  assert.equal(read.url, indications);
  const { response } = Client.httpFor(read);
  assert.equal(response.headers.get('etag'), `W/"${read.meta.versionId}"`);
  const first = await client.vread({ resourceType: 'ValueSet', id: read.id, version: read.meta.versionId });
  assert.deepEqual(first.compose, read.compose);
  const history = await client.history({ resourceType: 'ValueSet', id: read.id });
  assert.equal(history.type, 'history');
});

test('follows the pages of a search, there and back', async () => {
  const urls = new Set();
  let pages = 0;
  let last;
  let bundle = await client.search({ resourceType: 'ValueSet', searchParams: { _count: '5' } });
  const total = bundle.total;
  while (bundle) {
    pages += 1;
    bundle.entry.forEach((entry) => urls.add(entry.resource.url));
    last = bundle;
    bundle = (await client.nextPage({ bundle })) ?? null;
  }
  assert.ok(pages >= 3);
  assert.equal(urls.size, total);
  const before = await client.prevPage({ bundle: last });
  assert.equal(before.entry.length, 5);
});

test('searches by POST', async () => {
  const found = await client.search({
    resourceType: 'ValueSet',
    searchParams: { url: indications },
    options: { postSearch: true },
  });
  assert.deepEqual(found.entry.map((entry) => entry.resource.id), ['cpt-20697-indications']);
});

test('asks many questions in one batch, and one that fails spoils no other', async () => {
  const answered = await client.batch({
    body: {
      resourceType: 'Bundle',
      type: 'batch',
      entry: [
        { request: { method: 'GET', url: `CodeSystem/$lookup?system=${cpt}&code=20697` } },
        { request: { method: 'GET', url: `CodeSystem/$lookup?system=${icd}&code=S82.341A` } },
        { request: { method: 'GET', url: `ValueSet?url=${indications}` } },
        {
          request: { method: 'POST', url: 'CodeSystem/$validate-code' },
          resource: {
            resourceType: 'Parameters',
            parameter: [
              { name: 'url', valueUri: icd },
              { name: 'code', valueCode: 'S82.251A' },
            ],
          },
        },
      ],
    },
  });
  assert.deepEqual(answered.entry.map((entry) => entry.response.status.slice(0, 3)), ['200', '404', '200', '200']);
  assert.equal(parameter(answered.entry[3].resource, 'result'), true);
});

test('writes nothing without the token', async () => {
  await assert.rejects(client.create({ resourceType: 'ValueSet', body: favourites('kit') }), (refused) => {
    assert.equal(refused.response.status, 401);
    assert.equal(refused.response.data.resourceType, 'OperationOutcome');
    return true;
  });
});

test('creates once, updates, patches and deletes', async () => {
  const body = favourites('kit');
  const once = { headers: { 'If-None-Exist': `url=${body.url}` } };
  const created = await writer.create({ resourceType: 'ValueSet', body, options: once });
  const { response } = Client.httpFor(created);
  assert.equal(response.status, 201);
  assert.match(response.headers.get('Location'), new RegExp(`/ValueSet/${created.id}/_history/1$`));
  assert.equal(created.meta.versionId, '1');
  const again = await writer.create({ resourceType: 'ValueSet', body, options: once });
  assert.equal(again.id, created.id);
  assert.equal(Client.httpFor(again).response.status, 200);

  const updated = await writer.update({
    resourceType: 'ValueSet',
    searchParams: { url: body.url },
    body: { ...created, title: 'Ours' },
  });
  assert.equal(updated.meta.versionId, '2');
  const patched = await writer.patch({
    resourceType: 'ValueSet',
    id: created.id,
    jsonPatch: [{ op: 'replace', path: '/title', value: 'Our favourites' }],
  });
  assert.equal(patched.title, 'Our favourites');
  const valid = await client.operation({
    name: 'validate-code',
    resourceType: 'ValueSet',
    id: created.id,
    method: 'GET',
    input: { system: cpt, code: '20697' },
  });
  assert.equal(parameter(valid, 'result'), true);

  await writer.delete({ resourceType: 'ValueSet', id: created.id });
  await assert.rejects(client.read({ resourceType: 'ValueSet', id: created.id }), (gone) => {
    assert.equal(gone.response.status, 410);
    return true;
  });
});

test('creates with as little answer as it asks for', async () => {
  const body = favourites('kit-minimal');
  const minimal = await writer.create({
    resourceType: 'ValueSet',
    body,
    options: { headers: { Prefer: 'return=minimal' } },
  });
  const { response } = Client.httpFor(minimal);
  assert.equal(response.status, 201);
  const id = /ValueSet\/([^/]+)\/_history/.exec(response.headers.get('Location'))[1];
  await writer.delete({ resourceType: 'ValueSet', id });
});

test('writes several resources in one transaction', async () => {
  const bodies = [favourites('kit-one'), favourites('kit-two')];
  const done = await writer.transaction({
    body: {
      resourceType: 'Bundle',
      type: 'transaction',
      entry: bodies.map((resource) => ({
        resource,
        request: { method: 'POST', url: 'ValueSet', ifNoneExist: `ValueSet?url=${resource.url}` },
      })),
    },
  });
  assert.deepEqual(done.entry.map((entry) => entry.response.status.slice(0, 3)), ['201', '201']);
  for (const entry of done.entry) {
    await writer.delete({ resourceType: 'ValueSet', id: /ValueSet\/([^/]+)/.exec(entry.response.location)[1] });
  }
});

test('hears that there is no SMART launch to discover', async () => {
  const { authorizeUrl, tokenUrl } = await client.smartAuthMetadata();
  assert.equal(authorizeUrl, undefined);
  assert.equal(tokenUrl, undefined);
});
