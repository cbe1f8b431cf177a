// The server that is asked: the script that runs the tests starts one and says where it is.
import { readFileSync } from 'node:fs';

export const base = process.env.FIXATOR_URL ?? 'http://localhost:8080/fhir';
export const token = process.env.FIXATOR_TOKEN ?? readFileSync('../../../data/admin-token', 'utf8').trim();

export const cpt = 'http://www.ama-assn.org/go/cpt';
export const icd = 'http://hl7.org/fhir/sid/icd-10-cm';
export const ours = 'https://fixator.example.org/fhir';
export const indications = `${ours}/ValueSet/cpt-20697-indications`;

/** A value set of one client, so that runs and clients do not meet. */
export function favourites(client) {
  return {
    resourceType: 'ValueSet',
    url: `http://example.org/clients/${client}-${process.pid}`,
    status: 'active',
    compose: { include: [{ system: cpt, concept: [{ code: '20697' }] }] },
  };
}

/** The value of the first parameter of that name in a Parameters resource. */
export function parameter(parameters, name) {
  const found = parameters.parameter.find((one) => one.name === name) ?? {};
  const key = Object.keys(found).find((one) => one.startsWith('value'));
  return key === undefined ? undefined : found[key];
}

/** The codes that a translation found. */
export function matches(parameters) {
  return parameters.parameter
    .filter((one) => one.name === 'match')
    .map((one) => one.part.find((part) => part.name === 'concept').valueCoding.code);
}
