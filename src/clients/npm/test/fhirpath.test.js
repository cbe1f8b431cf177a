// fhirpath.js with its terminology service: memberOf and %terminologies.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fhirpath from 'fhirpath';
import r4 from 'fhirpath/fhir-context/r4';
import r5 from 'fhirpath/fhir-context/r5';
import { base, cpt, icd, indications, matches, ours, parameter } from './server.js';

const condition = {
  resourceType: 'Condition',
  clinicalStatus: {
    coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }],
  },
  code: {
    coding: [
      { system: icd, code: 'S82.251A' },
      { system: icd, code: 'S82.241A' },
    ],
  },
};
const procedure = { resourceType: 'Procedure', code: { coding: [{ system: cpt, code: '20697' }] } };

function evaluate(resource, expression, environment = {}, model = r4) {
  const terminologyUrl = model === r5 ? `${base}/r5` : base;
  return fhirpath.evaluate(resource, expression, environment, model, { async: 'always', terminologyUrl });
}

test('memberOf picks the codings of a value set', async () => {
  const options = { async: true, terminologyUrl: base };
  const inside = await fhirpath.evaluate(
    condition,
    "Condition.code.coding.where(memberOf('https://fixator.example.org/fhir/ValueSet/cpt-20697-indications')).code",
    {},
    r4,
    options,
  );
  assert.deepEqual(inside, ['S82.251A']);
});

test('memberOf takes a concept, a version and a code that stands alone', async () => {
  assert.deepEqual(await evaluate(condition, `Condition.code.memberOf('${indications}')`), [true]);
  assert.deepEqual(await evaluate(condition, `Condition.code.memberOf('${indications}|0.1.0')`), [true]);
  assert.deepEqual(
    await evaluate(condition, `Condition.code.coding[0].code.memberOf('${indications}')`),
    [true],
  );
  assert.deepEqual(
    await evaluate(condition, `Condition.code.coding[1].code.memberOf('${indications}')`),
    [false],
  );
});

test('memberOf of a value set that nobody has is empty', async () => {
  assert.deepEqual(await evaluate(condition, "Condition.code.memberOf('http://example.org/none')"), []);
});

test('expands value sets, by url and as a resource', async () => {
  const expression = `%terminologies.expand('${indications}', 'filter=comm%20tib&count=3').expansion`;
  assert.deepEqual(await evaluate({}, `${expression}.total`), [8]);
  assert.equal((await evaluate({}, `${expression}.contains.code`)).length, 3);
  const inline = {
    resourceType: 'ValueSet',
    status: 'active',
    compose: { include: [{ system: icd, filter: [{ property: 'concept', op: 'is-a', value: 'S82.25' }] }] },
  };
  const codes = await evaluate(inline, "%terminologies.expand(%context, 'activeOnly=true&excludeNested=true').expansion.contains.code");
  assert.ok(codes.includes('S82.251A'));
});

test('looks up codings', async () => {
  const display = ".parameter.where(name = 'display').value";
  assert.deepEqual(await evaluate(condition, `%terminologies.lookup(Condition.code.coding[1])${display}`), [
    'Displaced spiral fracture of shaft of right tibia, initial encounter for closed fracture',
  ]);
  const found = await evaluate(condition, "%terminologies.lookup(Condition.code.coding[0], 'property=parent')");
  assert.equal(parameter(found[0], 'version'), '2026');
});

test('validates in value sets and code systems', async () => {
  const result = ".parameter.where(name = 'result').value";
  const cases = [
    [`%terminologies.validateVS('${indications}', Condition.code)`, true],
    [`%terminologies.validateVS('${indications}', Condition.code.coding[1])`, false],
    [`%terminologies.validateVS('${indications}', Condition.code.coding[0].code)`, true],
    [`%terminologies.validateCS('${icd}', Condition.code.coding[1])`, true],
    [`%terminologies.validateCS('${icd}', Condition.code.coding[0].code)`, true],
    [`%terminologies.validateCS('${icd}|2026', Condition.code)`, true],
    [`%terminologies.validateCS('${icd}', 'S82.341A')`, false],
  ];
  for (const [expression, expected] of cases) {
    assert.deepEqual(await evaluate(condition, expression + result), [expected], expression);
  }
});

test('asks whether codes subsume each other', async () => {
  const parents = {
    resourceType: 'Condition',
    code: { coding: [{ system: icd, code: 'S82.25' }, { system: icd, code: 'S82.251A' }] },
  };
  assert.deepEqual(await evaluate(parents, `%terminologies.subsumes('${icd}', 'S82.25', 'S82.251A')`), ['subsumes']);
  assert.deepEqual(
    await evaluate(parents, `%terminologies.subsumes('${icd}', Condition.code.coding[1], Condition.code.coding[0])`),
    ['subsumed-by'],
  );
});

test('translates codings and codes by the url of a map', async () => {
  const map = `${ours}/ConceptMap/cpt-20697-indications`;
  const [answer] = await evaluate(procedure, `%terminologies.translate('${map}', Procedure.code.coding)`);
  assert.equal(parameter(answer, 'result'), true);
  assert.ok(matches(answer).includes('S82.251A'));
  const codes = await evaluate(
    procedure,
    `%terminologies.translate('${map}', '20697', 'system=${encodeURIComponent(cpt)}').parameter.where(name = 'match').part.where(name = 'concept').value.code`,
  );
  assert.ok(codes.includes('S82.251A'));
});

test('the same in R5', async () => {
  assert.deepEqual(await evaluate(condition, `Condition.code.memberOf('${indications}')`, {}, r5), [true]);
  const map = `${ours}/ConceptMap/cpt-20697-indications`;
  const [answer] = await evaluate(procedure, `%terminologies.translate('${map}', Procedure.code.coding)`, {}, r5);
  assert.equal(parameter(answer, 'result'), true);
});
