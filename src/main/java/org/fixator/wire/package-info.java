/**
 * FHIR on the wire, R4 and R5: Parameters and resources into requests and definitions, results back into JSON bytes. The
 * only package besides {@code store} that knows FHIR's models.
 *
 * <p>A call takes this way:
 *
 * <pre>{@code
 * OperationParameters in = OperationParameters.read(OperationTables.LOOKUP, call); // checked by the table
 * List<ObjectNode> brought = BroughtResources.of(in);                              // tx-resource: the overlay
 * LookupRequest request = LookupCodec.request(in, call);
 * OperationAnswer answer = LookupCodec.answer(operation.run(request));             // JSON bytes and HTTP status
 * }</pre>
 *
 * A {@link org.fixator.issue.TerminologyException} from any of these becomes an answer by
 * {@link org.fixator.wire.OutcomeCodec}. What an operation can be asked stands in one place, its
 * {@link org.fixator.wire.ParameterTable} in {@link org.fixator.wire.OperationTables}: codecs cannot ask for a name that
 * is not in it.
 *
 * <p>Resources are read by {@link org.fixator.wire.CodeSystemReader}, {@link org.fixator.wire.ValueSetReader},
 * {@link org.fixator.wire.ConceptMapReader} and {@link org.fixator.wire.NamingSystemReader}. R4 and R5 are told apart by
 * the elements present. XML becomes JSON first ({@link org.fixator.wire.XmlCodec}).
 *
 * <p>The trap: parameters and parts of answers stand in the order of their names, because HL7's suite compares parts by
 * position.
 */
@NullMarked
package org.fixator.wire;

import org.jspecify.annotations.NullMarked;
