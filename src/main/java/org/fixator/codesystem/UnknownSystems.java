package org.fixator.codesystem;

import java.util.List;
import org.fixator.coding.Canonical;
import org.fixator.issue.ValidationMessages;
import org.jspecify.annotations.Nullable;

/** What {@code $validate-code} says of a code system, or of a version of it, that is not here. */
public final class UnknownSystems {

    private UnknownSystems() {}

    /**
     * Notes why no code system answers.
     *
     * @param version the version asked for; {@code null} where none was
     */
    public static void note(
            CodeSystems systems, String system, @Nullable String version, String path, Findings findings) {
        CodeSystem supplement = systems.supplement(new Canonical(system, version));
        if (supplement != null) {
            findings.add(ValidationMessages.systemIsSupplement(
                    supplement.description().canonical().toString(), path));
            findings.missing(system);
            return;
        }
        List<String> known = systems.versions(system);
        findings.add(
                version == null
                        ? ValidationMessages.unknownSystem(system, path)
                        : ValidationMessages.unknownVersion(system, version, known, path));
        if (known.isEmpty() || version == null) {
            findings.unknown(system);
        } else {
            findings.missing(system + "|" + version);
        }
    }
}
