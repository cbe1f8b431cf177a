/**
 * The filters of FHIR's {@code filter-operator}, one class each, over any code system whose concepts have ordinals.
 * {@link org.fixator.codesystem.filter.FilterReader} makes a {@link org.fixator.codesystem.filter.Filter} of what a value
 * set says; {@link org.fixator.codesystem.filter.FilterSource} is what a filter asks of the code system.
 *
 * <p>The trap: {@code =} compares the text of a value exactly ({@code TRUE} is not {@code true}), and a concept without a
 * value is neither {@code = true} nor {@code = false}; HL7's suite (notSelectable) has it so.
 */
@NullMarked
package org.fixator.codesystem.filter;

import org.jspecify.annotations.NullMarked;
