package org.fixator.valueset;

import org.fixator.codesystem.CodedValue;
import org.fixator.codesystem.ValidateCodeOptions;

/** {@code ValueSet/$validate-code}: whether a value is in a value set. */
public record ValueSetValidateCodeRequest(ValueSetDefinition valueSet, CodedValue value, ValidateCodeOptions options) {}
