package org.fixator.wire;

import java.util.List;
import java.util.Locale;
import org.fixator.codesystem.ValidateCodeOptions;
import org.fixator.codesystem.VersionRules;
import org.fixator.coding.Canonical;
import org.fixator.coding.Languages;
import org.fixator.issue.TerminologyException;
import org.fixator.issue.WireMessages;
import org.fixator.valueset.ExpansionParameter;
import org.fixator.valueset.ValueSetDefinition;
import org.jspecify.annotations.Nullable;

/** Reads what several operations let a client choose. */
final class OptionReader {

    private OptionReader() {}

    static VersionRules versions(OperationParameters in) {
        return new VersionRules(
                versioned(in, "system-version"),
                versioned(in, "check-system-version"),
                versioned(in, "force-system-version"),
                versioned(in, "default-valueset-version"));
    }

    /** The languages of the parameter; where it is absent those of the header, then those of the weaker parameter. */
    static Languages languages(OperationParameters in, OperationCall call) {
        return in.has("displayLanguage") ? displayLanguages(in) : acceptLanguages(in, call);
    }

    /** As {@link #languages(OperationParameters, OperationCall)}; the value set's own parameter comes before the header. */
    static Languages languages(OperationParameters in, OperationCall call, ValueSetDefinition valueSet) {
        if (!in.has("displayLanguage")) {
            for (ExpansionParameter own : valueSet.expansionParameters()) {
                if (own.name().equals("displayLanguage")) {
                    return parsed("displayLanguage", own.value());
                }
            }
        }
        return languages(in, call);
    }

    static Languages displayLanguages(OperationParameters in) {
        return parameter(in, "displayLanguage");
    }

    static Languages acceptLanguages(OperationParameters in, OperationCall call) {
        Languages header = header(call.acceptLanguage());
        return header.isEmpty() ? parameter(in, "defaultDisplayLanguage") : header;
    }

    static ValidateCodeOptions validation(OperationParameters in, OperationCall call) {
        return new ValidateCodeOptions(
                versions(in),
                languages(in, call),
                in.canonicals("useSupplement"),
                in.bool("abstract"),
                in.bool("activeOnly"),
                in.flag("inferSystem"),
                in.flag("lenient-display-validation") || "lenient-display-validation".equals(in.text("mode")),
                in.flag("valueset-membership-only") || membershipOnly(in.text("mode")));
    }

    private static boolean membershipOnly(@Nullable String mode) {
        if (mode == null) {
            return false;
        }
        return switch (mode.toUpperCase(Locale.ROOT)) {
            case "CHECK_MEMBERSHIP_ONLY" -> true;
            case "ALL_CHECKS", "LENIENT-DISPLAY-VALIDATION" -> false;
            default -> throw ParameterReader.value("mode", "'" + mode + "'", "ALL_CHECKS or CHECK_MEMBERSHIP_ONLY");
        };
    }

    private static List<Canonical> versioned(OperationParameters in, String name) {
        List<Canonical> rules = in.canonicals(name);
        for (Canonical rule : rules) {
            if (rule.version() == null || rule.url().isEmpty()) {
                throw ParameterReader.value(name, "'" + rule + "'", "a url and a version, as url|version");
            }
        }
        return rules;
    }

    private static Languages parameter(OperationParameters in, String name) {
        String text = in.text(name);
        return text == null ? Languages.NONE : parsed(name, text);
    }

    private static Languages parsed(String name, String text) {
        try {
            return Languages.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TerminologyException(WireMessages.parameterValue(
                    name, "'" + text + "'", "a list of language tags, as a header Accept-Language has it"));
        }
    }

    /** HTTP lets a server disregard a header that it cannot read. */
    private static Languages header(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Languages.NONE;
        }
        try {
            return Languages.parse(text);
        } catch (IllegalArgumentException e) {
            return Languages.NONE;
        }
    }
}
