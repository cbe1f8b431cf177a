/**
 * HTTP: what a request must pass before it is answered, and who answers it.
 *
 * <p>{@link org.fixator.http.HttpConfiguration} lists the filters in their order: {@link
 * org.fixator.http.PlainCallFilter}, which answers what needs none of the others; headers and CORS, readiness, limits of
 * the body, {@link org.fixator.http.AccessFilter} (the only place that decides who may do what), {@link
 * org.fixator.http.HotPathFilter} (terminology operations in JSON) and HAPI's servlet, which also answers operations,
 * through {@link org.fixator.http.TerminologyOperations}.
 *
 * <p>{@code /fhir} and {@code /fhir/r4} speak FHIR R4, {@code /fhir/r5} speaks R5; a path's {@link
 * org.fixator.http.FhirPath} says which, and each has a HAPI servlet of its own behind the same filters. {@link
 * org.fixator.http.MetadataFilter} answers {@code /metadata} for all of them.
 *
 * <p>The trap: the hot path answers without HAPI, so an interceptor on HAPI's server does not see those requests, and a
 * plain call is answered before the other filters. Whatever must hold for all of them belongs into {@link
 * org.fixator.http.PlainCallFilter} and into a filter.
 */
@NullMarked
package org.fixator.http;

import org.jspecify.annotations.NullMarked;
